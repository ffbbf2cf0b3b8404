import type { QueueId } from '../core/ids.ts';
import { refreshIdle } from '../agent/evolve.ts';
import type { CenterEvent, QueueFlowUse } from '../event.ts';
import { WaitingLine } from '../queue/waiting-line.ts';
import { tellNames } from '../record/names.ts';
import { awaitDelays, forAllWaiting, forgetDelays } from '../routing/delays.ts';
import type { Center } from '../state.ts';
import { isOpen, nextClosing, nextOpening } from './hours.ts';
import { indexInstance } from './index-instance.ts';
import type { Instance, QueueConfig } from './model.ts';

type TenantEvent = Extract<
  CenterEvent,
  { readonly type: 'instance.configured' | 'flow.saved' | 'prompt.saved' | 'prompt.removed' | 'lambda.saved' | 'lambda.removed' | 'number.flowAssigned' | 'queue.flowAssigned' | 'queue.opened' }
>;

/** Configuration changes; contacts under way keep running on what they already took from it. */
export function evolveTenant(center: Center, event: TenantEvent): void {
  const instance = center.config.instance;
  switch (event.type) {
    case 'queue.opened':
      awaitOpening(center, event.queueId);
      return;
    case 'instance.configured':
      configure(center, event.instance);
      return;
    case 'flow.saved': {
      const others = instance.flows.filter((flow) => flow.id !== event.flow.id);
      center.config = indexInstance({ ...instance, flows: [...others, event.flow] });
      return;
    }
    case 'prompt.saved': {
      const { prompt } = event;
      const isKnown = center.config.prompts.has(prompt.id);
      const prompts = isKnown ? instance.prompts.map((each) => (each.id === prompt.id ? prompt : each)) : [...instance.prompts, prompt];
      center.config = indexInstance({ ...instance, prompts });
      return;
    }
    case 'prompt.removed':
      center.config = indexInstance({ ...instance, prompts: instance.prompts.filter(({ id }) => id !== event.promptId) });
      return;
    case 'lambda.saved': {
      const { lambda } = event;
      const isKnown = instance.lambdas.some(({ arn }) => arn === lambda.arn);
      const lambdas = isKnown ? instance.lambdas.map((each) => (each.arn === lambda.arn ? lambda : each)) : [...instance.lambdas, lambda];
      center.config = indexInstance({ ...instance, lambdas });
      return;
    }
    case 'lambda.removed':
      center.config = indexInstance({ ...instance, lambdas: instance.lambdas.filter(({ arn }) => arn !== event.arn) });
      return;
    case 'number.flowAssigned':
      center.config = indexInstance({
        ...instance,
        numbers: instance.numbers.map((claimed) =>
          claimed.number === event.number ? { ...claimed, flowId: event.flowId } : claimed,
        ),
      });
      return;
    case 'queue.flowAssigned':
      center.config = indexInstance({
        ...instance,
        queues: instance.queues.map((queue) =>
          queue.id === event.queueId ? { ...queue, [QUEUE_FLOW_FIELD[event.use]]: event.flowId } : queue,
        ),
      });
      return;
  }
}

const QUEUE_FLOW_FIELD = {
  customerQueue: 'customerQueueFlowId',
  agentWhisper: 'agentWhisperFlowId',
  outboundWhisper: 'outboundWhisperFlowId',
} as const satisfies Record<QueueFlowUse, keyof QueueConfig>;

/** Journals kept before an instance had these know nothing of them. */
const laterParts: Pick<Instance, 'lambdas' | 'modules'> = { lambdas: [], modules: [] };

function configure(center: Center, instance: Instance): void {
  forAllWaiting(center, forgetDelays);
  center.config = indexInstance({ ...laterParts, ...instance });
  tellNames(center.names, instance);
  forAllWaiting(center, awaitDelays);
  const offline = instance.statuses.find((status) => status.type === 'OFFLINE') ?? instance.statuses[0];
  for (const config of instance.agents) {
    if (!center.agents.has(config.id) && offline) {
      center.agents.set(config.id, {
        id: config.id,
        statusId: offline.id,
        statusSinceMs: center.nowMs,
        nextStatusId: null,
        slot: null,
        activitySinceMs: center.nowMs,
        idleSinceMs: center.nowMs,
      });
    }
  }
  for (const queue of instance.queues) {
    if (!center.waiting.has(queue.id)) center.waiting.set(queue.id, new WaitingLine());
    if (!center.scheduled.has(queue.id)) center.scheduled.set(queue.id, new Set());
    if (instance.policy.hoursHoldBackCallbacks) awaitOpening(center, queue.id);
  }
  // A profile may have changed hands: every agent is filed anew.
  for (const agentId of center.agents.keys()) refreshIdle(center, agentId);
}

/** Sets the deadline of the next opening after the present moment; a queue that is always open has none. */
function awaitOpening(center: Center, queueId: QueueId): void {
  const hoursId = center.config.queues.get(queueId)?.hoursId ?? null;
  const hours = hoursId === null ? undefined : center.config.hours.get(hoursId);
  if (!hours) return;
  const closesAtMs = isOpen(hours, center.nowMs) ? nextClosing(hours, center.nowMs) : center.nowMs;
  const opensAtMs = closesAtMs === null ? null : nextOpening(hours, closesAtMs);
  if (opensAtMs !== null && opensAtMs > center.nowMs) center.timers.set('opening', queueId, opensAtMs, { do: 'queue.opens', queueId });
}
