import { evolveAgent } from './agent/evolve.ts';
import { evolveCallback } from './callback/evolve.ts';
import { evolveContact } from './contact/evolve.ts';
import type { CenterEvent } from './event.ts';
import { evolveFlow } from './flow/evolve.ts';
import { evolveLine } from './line/evolve.ts';
import { evolveOffer } from './offer/evolve.ts';
import type { Center } from './state.ts';
import { evolveTenant } from './tenant/evolve.ts';

/** Applies one fact to the state. Cannot fail: whatever could be wrong was decided before the event came to be. */
export function evolve(center: Center, event: CenterEvent): void {
  switch (event.type) {
    case 'instance.configured':
    case 'flow.saved':
    case 'prompt.saved':
    case 'prompt.removed':
    case 'lambda.saved':
    case 'lambda.removed':
    case 'number.flowAssigned':
    case 'queue.flowAssigned':
    case 'queue.opened':
      return evolveTenant(center, event);
    case 'contact.created':
    case 'contact.attributesSet':
    case 'contact.hookSet':
    case 'contact.callbackNumberSet':
    case 'contact.inputStored':
    case 'contact.queueTargeted':
    case 'contact.routingChanged':
    case 'contact.routingAsked':
    case 'contact.enqueued':
    case 'contact.dequeued':
    case 'contact.assigned':
    case 'contact.dialing':
    case 'contact.systemConnected':
    case 'contact.joined':
    case 'contact.held':
    case 'contact.resumed':
    case 'contact.consulted':
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
      return evolveContact(center, event);
    case 'flow.started':
    case 'flow.entered':
    case 'flow.waiting':
    case 'flow.keyHeard':
    case 'flow.resumed':
    case 'flow.looped':
    case 'flow.lambdaAnswered':
    case 'flow.noted':
    case 'flow.moduleEntered':
    case 'flow.moduleLeft':
    case 'flow.faulted':
    case 'flow.ended':
      return evolveFlow(center, event);
    case 'customer.behaviorSet':
    case 'line.opened':
    case 'line.answered':
    case 'line.moved':
    case 'line.keyed':
    case 'line.failed':
    case 'line.closed':
      return evolveLine(center, event);
    case 'offer.made':
    case 'offer.accepted':
    case 'offer.rejected':
    case 'offer.expired':
    case 'offer.withdrawn':
      return evolveOffer(center, event);
    case 'callback.requested':
    case 'callback.merged':
    case 'callback.attempted':
    case 'callback.attemptFailed':
    case 'callback.closed':
      return evolveCallback(center, event);
    case 'agent.statusSet':
    case 'agent.nextStatusSet':
    case 'agent.slotSet':
    case 'agent.slotCleared':
    // With it an event without a case is no agent’s, and does not compile.
    default:
      return evolveAgent(center, event);
  }
}
