import { idFromName, type FlowId, type QueueId } from '../core/ids.ts';
import type { FlowType, JsonObject } from '../flow/model.ts';
import type { FlowResource } from '../tenant/model.ts';
import type { Chance } from './chance.ts';
import type { SwarmOptions } from './options.ts';

const flowIds = new Map<string, FlowId>();
const queueIds: QueueId[] = [];

/** Ids are worked out once: thousands of centers use the same. */
export function flowId(name: string): FlowId {
  const known = flowIds.get(name) ?? (idFromName('flow', name) as FlowId);
  flowIds.set(name, known);
  return known;
}

export const queueId = (index: number): QueueId => (queueIds[index] ??= idFromName('queue', `Q${index}`) as QueueId);

/** One action; what is left out it does not have. */
export interface Action {
  readonly id: string;
  readonly type: string;
  readonly with?: JsonObject;
  readonly next?: string;
  readonly on?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Asks for a callback on terms drawn at random. */
export function callback(chance: Chance, options: SwarmOptions, id: string): Action {
  return {
    id,
    type: 'CreateCallbackContact',
    with: {
      ...(chance.flip(0.5) ? { QueueId: anyQueue(chance, options) } : {}),
      ...(chance.flip(0.8) ? { InitialCallDelaySeconds: String(chance.pick([0, 1, 5, 20, 99, 600])) } : {}),
      MaximumConnectionAttempts: String(chance.int(0, 4)),
      RetryDelaySeconds: String(chance.pick([0, 1, 20, 60, 600])),
      ...(options.creationFlows && chance.flip(0.6) ? { ContactFlowId: flowId('creation') } : {}),
    },
    next: 'bye',
    errors: { NoMatchingError: 'bye' },
  };
}

/** Now and then a queue that does not exist. */
export const anyQueue = (chance: Chance, { queues }: SwarmOptions): string => queueId(chance.int(0, chance.flip(0.02) ? queues : queues - 1));

/** Built as the parser would build it, without the text in between: thousands of centers are made. */
export function flow(name: string, type: FlowType, actions: readonly Action[]): FlowResource {
  const built = actions.map(({ id, type: kind, with: parameters = {}, next, on = {}, errors = {} }) => [id, {
    id,
    type: kind,
    parameters,
    next: next ?? null,
    conditions: Object.entries(on).map(([when, to]) => {
      const [operator = '', operand = ''] = when.split(' ');
      return { next: to, operator, operands: [operand] };
    }),
    errors: Object.entries(errors).map(([errorType, to]) => ({ errorType, next: to })),
  }] as const);
  const content = { start: actions[0]?.id ?? '', actions: Object.fromEntries(built), source: {} };
  return { id: flowId(name), name, type, description: '', content, mapping: {} };
}
