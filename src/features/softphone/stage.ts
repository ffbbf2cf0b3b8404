import type { AgentView, ContactView, OfferView } from '../../protocol/views.ts';

/** Which card is on the stage. `id` is what it is about: another id is another card, not the same one changed. */
export type Stage =
  | { readonly name: 'idle'; readonly id: string }
  | { readonly name: 'offer'; readonly id: string; readonly offer: OfferView }
  | { readonly name: 'connecting' | 'talking' | 'work' | 'closed'; readonly id: string; readonly contact: ContactView };

/** A contact in the slot is shown before an offer: it is what the agent's ears are with. */
export function stageOf(agent: AgentView, offer: OfferView | null, contact: ContactView | null): Stage {
  if (contact !== null) return { name: contactStage(contact), id: contact.id, contact };
  if (offer !== null) return { name: 'offer', id: offer.id, offer };
  return { name: 'idle', id: agent.status.id };
}

function contactStage(contact: ContactView): 'connecting' | 'talking' | 'work' | 'closed' {
  switch (contact.stage) {
    case 'agentWhisper':
    case 'dialing':
    case 'customerWhisper':
      return 'connecting';
    case 'connected':
    case 'held':
      return 'talking';
    case 'afterContactWork':
      return 'work';
    case 'missed':
    case 'rejected':
    case 'failed':
      return 'closed';
  }
}
