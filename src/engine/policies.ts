import { must } from './core/assert.ts';
import type { AgentId, ContactId } from './core/ids.ts';
import type { Directive } from './directive.ts';
import type { CenterEvent } from './event.ts';
import type { Center } from './state.ts';
import { TRANSFER_FLOW } from './transfer/begin.ts';
import { consulterOf } from './transfer/consult.ts';
import { contactOf } from './update.ts';

/** Takes what follows from an event, to be done in this order; `pushLast`: when all else that this instant brings is done. */
export interface NextSteps {
  readonly push: (directive: Directive) => void;
  readonly pushLast: (directive: Directive) => void;
}

/** Event → what follows from it, added to `next` in order: the only place where slices meet. */
export function followUps(center: Center, event: CenterEvent, next: NextSteps): void {
  switch (event.type) {
    case 'contact.created':
      if (event.method === 'INBOUND' || event.method === 'DISCONNECT') next.push({ do: 'flow.start', contactId: event.contactId, flowType: 'CONTACT_FLOW' });
      else if (event.callback?.delayMs === 0) next.push({ do: 'callback.due', contactId: event.contactId });
      return;
    case 'contact.enqueued':
      if (hearsQueue(center, event.contactId)) next.push({ do: 'flow.start', contactId: event.contactId, flowType: 'CUSTOMER_QUEUE' });
      next.push({ do: 'route.contact', contactId: event.contactId });
      return;
    case 'contact.assigned':
      next.push({ do: 'flow.start', contactId: event.contactId, flowType: 'OUTBOUND_WHISPER' });
      return;
    case 'contact.held':
      next.push({ do: 'flow.start', contactId: event.contactId, flowType: isConsulted(center, event.contactId) ? 'AGENT_HOLD' : 'CUSTOMER_HOLD' });
      return;
    case 'contact.consulted':
      if (event.kind === 'number') next.push({ do: 'contact.dialThird', contactId: event.consultId });
      else if (contactOf(center, event.consultId).stage.name === 'inFlow') next.push({ do: 'flow.start', contactId: event.consultId, flowType: TRANSFER_FLOW[event.kind] });
      return;
    case 'line.moved':
      // Who is left waiting hears the queue's flow from the start; who is moved by a flow does so by being queued.
      if (isLeftWaiting(center, event.contactId, event.from)) next.push({ do: 'flow.start', contactId: event.contactId, flowType: 'CUSTOMER_QUEUE' });
      return;
    case 'contact.routingChanged':
      next.push({ do: 'route.contact', contactId: event.contactId });
      return;
    case 'flow.started':
    case 'flow.entered':
    case 'flow.resumed':
      next.push({ do: 'flow.run', contactId: event.contactId });
      return;
    case 'flow.waiting':
      if (event.wait.kind === 'answer') next.push({ do: 'contact.dial', contactId: event.contactId });
      return;
    case 'flow.ended':
      if (event.how !== 'taken') next.push({ do: 'flow.after', contactId: event.contactId, flowType: event.flowType, how: event.how });
      return;
    case 'line.keyed':
      for (const key of event.keys) next.push({ do: 'flow.key', contactId: event.contactId, key });
      return;
    case 'offer.made':
      // No sooner: the flow that asked for this callback may be about to hang up, and its customer's phone would be engaged (spec §2.6).
      next.pushLast({ do: 'offer.autoAccept', offerId: event.offerId });
      if (event.soughtFor !== null) next.push({ do: 'route.contact', contactId: event.soughtFor });
      return;
    case 'offer.accepted':
      next.push({ do: 'flow.start', contactId: event.contactId, flowType: 'AGENT_WHISPER' });
      if (isDialedAtOnce(center, event.contactId)) next.push({ do: 'contact.dial', contactId: event.contactId });
      return;
    case 'offer.rejected':
      next.push({ do: 'callback.windowOver', contactId: event.contactId });
      next.push({ do: 'route.untaken', contactId: event.contactId, how: 'rejected' });
      return;
    case 'offer.expired':
      next.push({ do: 'callback.windowOver', contactId: event.contactId });
      next.push({ do: 'route.untaken', contactId: event.contactId, how: 'expired' });
      return;
    case 'agent.statusSet':
    case 'agent.nextStatusSet':
    case 'agent.slotCleared':
      next.push({ do: 'route.agent', agentId: event.agentId });
      return;
    case 'instance.configured':
      for (const agentId of byIdleTime(center)) next.push({ do: 'route.agent', agentId });
      return;
    case 'queue.opened':
      for (const { contactId } of must(center.waiting.get(event.queueId), 'the line of a queue').byOrder) next.push({ do: 'route.contact', contactId });
      return;
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
  }
}

/** Whoever is on hold in a consultation is a colleague or a third party, not the customer. */
const isConsulted = (center: Center, contactId: ContactId): boolean => consulterOf(center, contactOf(center, contactId)) !== null;

/** Whoever has waited longest is served first, by a new configuration as well (spec §5.3). */
function byIdleTime(center: Center): readonly AgentId[] {
  const agents = [...center.agents.values()].sort((a, b) => a.idleSinceMs - b.idleSinceMs || (a.id < b.id ? -1 : 1));
  return agents.map(({ id }) => id);
}

const isLeftWaiting = (center: Center, contactId: ContactId, from: ContactId): boolean =>
  contactOf(center, contactId).stage.name === 'queued' && contactOf(center, from).cause === 'transferred';

/** Decision #3: a callback may be dialed while its agent hears the whisper. */
const isDialedAtOnce = (center: Center, contactId: ContactId): boolean =>
  center.config.instance.policy.dialMoment === 'atAccept' && contactOf(center, contactId).callback !== null;

/** A caller hears the queue flow; a waiting callback runs one only when its creation flow asked for it (spec §1.11). */
function hearsQueue(center: Center, contactId: ContactId): boolean {
  const { callback } = contactOf(center, contactId);
  return callback === null || callback.creationFlowId !== null;
}
