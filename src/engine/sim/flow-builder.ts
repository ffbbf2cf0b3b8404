import { idFromName, type FlowId, type QueueId } from '../core/ids.ts';
import type { FlowAction, FlowType, JsonObject } from '../flow/model.ts';
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
  const built: Record<string, FlowAction> = {};
  for (const { id, type: kind, with: parameters = {}, next = null, on, errors } of actions) {
    built[id] = { id, type: kind, parameters, next, conditions: conditionsOf(on), errors: errorsOf(errors) };
  }
  const content = { start: actions[0]?.id ?? '', actions: built, source: {} };
  return { id: flowId(name), name, type, description: '', content, mapping: {} };
}

function conditionsOf(on: Action['on']): FlowAction['conditions'] {
  const conditions: FlowAction['conditions'][number][] = [];
  for (const when in on) {
    const space = when.indexOf(' ');
    conditions.push({ next: on[when] ?? '', operator: when.slice(0, space), operands: [when.slice(space + 1)] });
  }
  return conditions;
}

function errorsOf(errors: Action['errors']): FlowAction['errors'] {
  const branches: FlowAction['errors'][number][] = [];
  for (const errorType in errors) branches.push({ errorType, next: errors[errorType] ?? '' });
  return branches;
}
