import { epochMs } from '../engine/index.ts';
import type { Agent, Center, EpochMs, Offer } from '../engine/index.ts';
import type { AgentHabits, OfferHabit } from './schema.ts';
import type { Act } from './steps.ts';

/** What must be remembered of one agent: offers seen, the last of them, and the last deed. Plain JSON, changed in place. */
export interface HabitMemory {
  seen: number;
  last: string | null;
  acted: string | null;
}

/** Something an agent does out of habit, once; `path` is the place in the file that says so. */
export interface Deed {
  readonly username: string;
  readonly id: string;
  readonly path: string;
  readonly dueAtMs: EpochMs;
  readonly act: Act;
}

/**
 * The agent's next deed, if the center's state calls for one that was not done. Offers are counted here, since they
 * choose the entry of the habits: ask after every change of the center.
 */
export function deedOf(username: string, habits: AgentHabits, memory: HabitMemory, center: Center): Deed | null {
  const agentId = center.config.agentsByUsername.get(username)?.id;
  const agent = agentId === undefined ? undefined : center.agents.get(agentId);
  if (agent === undefined || agent.slot === null) return null;
  const offer = agent.slot.offerId === null ? undefined : center.offers.get(agent.slot.offerId);
  if (offer !== undefined && offer.id !== memory.last) {
    memory.seen += 1;
    memory.last = offer.id;
  }
  const entries = habitsOf(habits.onOffer);
  const entry = entries[Math.min(Math.max(0, memory.seen - 1), entries.length - 1)];
  const found = offer === undefined ? clearing(agent, entry?.clearsAfter ?? habits.clearsAfter) : answering(offer, entry);
  if (found === null || found.waitSeconds === undefined) return null;
  const id = `scenario/${found.name}`;
  if (memory.acted === id) return null;
  const path = `agents.${username}.${offer === undefined ? 'clearsAfter' : 'onOffer'}`;
  const dueAtMs = epochMs(found.fromMs + Math.round(found.waitSeconds * 1000));
  return { username, id, path, dueAtMs, act: { by: { role: 'agent', agentId: agent.id }, command: found.command } };
}

/** What an agent does with offers, as a list. */
export function habitsOf(onOffer: AgentHabits['onOffer']): readonly OfferHabit[] {
  if (onOffer === undefined) return [];
  return Array.isArray(onOffer) ? onOffer : [onOffer];
}

interface Found {
  readonly name: string;
  readonly fromMs: number;
  readonly waitSeconds: number | undefined;
  readonly command: Act['command'];
}

function answering({ id, madeAtMs }: Offer, entry: OfferHabit | undefined): Found {
  if (entry?.rejectsAfter !== undefined) return { name: `reject/${id}`, fromMs: madeAtMs, waitSeconds: entry.rejectsAfter, command: { type: 'offer.reject', offerId: id } };
  return { name: `accept/${id}`, fromMs: madeAtMs, waitSeconds: entry?.acceptsAfter, command: { type: 'offer.accept', offerId: id } };
}

/** The instant is in the name: the same contact may be missed, cleared and missed again. */
function clearing({ id: agentId, slot }: Agent, waitSeconds: number | undefined): Found | null {
  if (slot === null || !['ENDED', 'MISSED', 'ERROR'].includes(slot.state)) return null;
  const { contactId, sinceMs } = slot;
  return { name: `clear/${agentId}/${contactId}/${sinceMs}`, fromMs: sinceMs, waitSeconds, command: { type: 'contact.clear', contactId, agentId } };
}
