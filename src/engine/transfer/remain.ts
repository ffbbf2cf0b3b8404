import type { Contact, EndCause } from '../contact/model.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Center } from '../state.ts';
import { CHAIN_MAX, chainLength } from './consult.ts';
import { goOnIn } from './succeed.ts';

/**
 * Whether the customer stays on the line when their agent has hung up: a hook says which flow they hear then, the
 * "disconnect flow" (spec §6.4 CustomerRemaining). Not where the chain of contacts can have no further one (spec §9).
 */
export function remains(center: Center, contact: Contact, cause: EndCause): boolean {
  const { CustomerRemaining: flowId } = contact.hooks;
  return cause === 'agentHungUp' && flowId !== undefined && contact.lineId !== null && center.config.flows.has(flowId) && chainLength(center, contact) < CHAIN_MAX;
}

/** The customer who remains, in a contact of their own; that it was created is what starts their flow. */
export const stayOn = (center: Center, contact: Contact): readonly CenterEvent[] => goOnIn(newId(center, 'contact'), 'DISCONNECT', contact);
