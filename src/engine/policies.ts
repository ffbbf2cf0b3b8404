import { must } from './core/assert.ts';
import type { AgentId, ContactId, QueueId } from './core/ids.ts';
import type { Directive } from './directive.ts';
import type { CenterEvent } from './event.ts';
import type { Center } from './state.ts';
import { consulterOf } from './transfer/consult.ts';
import { contactOf } from './update.ts';

const NOTHING: readonly Directive[] = [];

/** Event → what follows from it: the only place where slices meet. */
export function followUps(center: Center, event: CenterEvent): readonly Directive[] {
  switch (event.type) {
    case 'contact.created':
      if (event.method === 'INBOUND') return [{ do: 'flow.start', contactId: event.contactId, flowType: 'CONTACT_FLOW' }];
      return event.callback?.delayMs === 0 ? [{ do: 'callback.due', contactId: event.contactId }] : NOTHING;
    case 'contact.enqueued':
      return afterEnqueue(center, event);
    case 'contact.assigned':
      return [{ do: 'flow.start', contactId: event.contactId, flowType: 'OUTBOUND_WHISPER' }];
    case 'contact.held':
      return [{ do: 'flow.start', contactId: event.contactId, flowType: isConsulted(center, event.contactId) ? 'AGENT_HOLD' : 'CUSTOMER_HOLD' }];
    case 'contact.consulted':
      return event.kind === 'number' ? [{ do: 'contact.dialThird', contactId: event.consultId }] : NOTHING;
    case 'line.moved':
      // Who is left waiting hears the queue's flow from the start; who is moved by a flow does so by being queued.
      return contactOf(center, event.contactId).stage.name === 'queued' && contactOf(center, event.from).cause === 'transferred' ? [{ do: 'flow.start', contactId: event.contactId, flowType: 'CUSTOMER_QUEUE' }] : NOTHING;
    case 'contact.routingChanged':
      return [{ do: 'route.contact', contactId: event.contactId }];
    case 'flow.started':
    case 'flow.entered':
    case 'flow.resumed':
      return [{ do: 'flow.run', contactId: event.contactId }];
    case 'flow.waiting':
      return event.wait.kind === 'answer' ? [{ do: 'contact.dial', contactId: event.contactId }] : NOTHING;
    case 'flow.ended':
      return event.how === 'taken' ? NOTHING : [{ do: 'flow.after', contactId: event.contactId, flowType: event.flowType, how: event.how }];
    case 'line.keyed':
      return [...event.keys].map((key) => ({ do: 'flow.key', contactId: event.contactId, key }) as const);
    case 'offer.made':
      return [
        { do: 'offer.autoAccept', offerId: event.offerId },
        ...(event.soughtFor === null ? NOTHING : [{ do: 'route.contact', contactId: event.soughtFor } as const]),
      ];
    case 'offer.accepted':
      return afterAccept(center, event.contactId);
    case 'offer.rejected':
      return [{ do: 'callback.windowOver', contactId: event.contactId }, { do: 'route.untaken', contactId: event.contactId, how: 'rejected' }];
    case 'offer.expired':
      return [{ do: 'callback.windowOver', contactId: event.contactId }, { do: 'route.untaken', contactId: event.contactId, how: 'expired' }];
    case 'agent.statusSet':
    case 'agent.nextStatusSet':
    case 'agent.slotCleared':
      return [{ do: 'route.agent', agentId: event.agentId }];
    case 'instance.configured':
      return byIdleTime(center).map((agentId) => ({ do: 'route.agent', agentId }) as const);
    case 'queue.opened':
      return waitingIn(center, event.queueId).map((contactId) => ({ do: 'route.contact', contactId }) as const);
    case 'flow.saved':
    case 'prompt.saved':
    case 'prompt.removed':
    case 'lambda.saved':
    case 'lambda.removed':
    case 'number.flowAssigned':
    case 'queue.flowAssigned':
    case 'customer.behaviorSet':
    case 'contact.attributesSet':
    case 'contact.hookSet':
    case 'contact.callbackNumberSet':
    case 'contact.inputStored':
    case 'contact.queueTargeted':
    case 'contact.routingAsked':
    case 'contact.dequeued':
    case 'contact.dialing':
    case 'contact.systemConnected':
    case 'contact.joined':
    case 'contact.resumed':
    case 'contact.talkChanged':
    case 'contact.consultEnded':
    case 'contact.thirdPartyJoined':
    case 'contact.muted':
    case 'contact.digitsSent':
    case 'contact.outcomeDeclared':
    case 'contact.postponed':
    case 'contact.callbackMoved':
    case 'contact.ended':
    case 'contact.completed':
    case 'flow.keyHeard':
    case 'flow.looped':
    case 'flow.lambdaAnswered':
    case 'flow.noted':
    case 'flow.moduleEntered':
    case 'flow.moduleLeft':
    case 'flow.faulted':
    case 'line.opened':
    case 'line.answered':
    case 'line.failed':
    case 'line.closed':
    case 'offer.withdrawn':
    case 'callback.requested':
    case 'callback.merged':
    case 'callback.attempted':
    case 'callback.attemptFailed':
    case 'callback.closed':
    case 'agent.slotSet':
      return NOTHING;
  }
}

/** Whoever is on hold in a consultation is a colleague or a third party, not the customer. */
const isConsulted = (center: Center, contactId: ContactId): boolean => consulterOf(center, contactOf(center, contactId)) !== null;

function waitingIn(center: Center, queueId: QueueId): readonly ContactId[] {
  return [...must(center.waiting.get(queueId), 'the line of a queue').byOrder].map(({ contactId }) => contactId);
}

/** Whoever has waited longest is served first, by a new configuration as well (spec §5.3). */
function byIdleTime(center: Center): readonly AgentId[] {
  const agents = [...center.agents.values()].sort((a, b) => a.idleSinceMs - b.idleSinceMs || (a.id < b.id ? -1 : 1));
  return agents.map(({ id }) => id);
}

/** The whisper to the agent; decision #3 dials meanwhile. */
function afterAccept(center: Center, contactId: ContactId): readonly Directive[] {
  const whisper: Directive = { do: 'flow.start', contactId, flowType: 'AGENT_WHISPER' };
  const atOnce = center.config.instance.policy.dialMoment === 'atAccept' && center.contacts.get(contactId)?.callback !== null;
  return atOnce ? [whisper, { do: 'contact.dial', contactId }] : [whisper];
}

/** A caller hears the queue flow; a waiting callback runs one only when its creation flow asked for it (spec §1.11). */
function afterEnqueue(center: Center, event: Extract<CenterEvent, { type: 'contact.enqueued' }>): readonly Directive[] {
  const callback = center.contacts.get(event.contactId)?.callback;
  const silent = callback ? callback.creationFlowId === null : false;
  const route: Directive = { do: 'route.contact', contactId: event.contactId };
  return silent ? [route] : [{ do: 'flow.start', contactId: event.contactId, flowType: 'CUSTOMER_QUEUE' }, route];
}
