import { ON_THE_LINE, type Contact } from '../contact/model.ts';
import { durationMs, epochMs, type EpochMs } from '../core/time.ts';
import type { Command } from '../command.ts';
import type { Center } from '../state.ts';
import { isConsulted } from './places.ts';
import { statusIds } from './instance.ts';

/** What is still under way; null when nothing is. It names the contact, so that a stuck run says where. */
export function pending(center: Center): string | null {
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (contact) return `contact ${contact.seq} (${contact.method}) is ${describe(center, contact)}`;
  }
  // Doors that open every morning are nobody's wait.
  const deadlines = center.timers.toJSON().timers.filter(({ kind }) => kind !== 'opening').length;
  const left = { offers: center.offers.size, flows: center.flowRuns.size, deadlines };
  const slots = [...center.agents.values()].filter(({ slot }) => slot !== null).length;
  return left.offers + left.flows + left.deadlines + slots === 0 ? null : `nobody is there, but ${JSON.stringify({ ...left, slots })} are`;
}

function describe(center: Center, contact: Contact): string {
  const run = center.flowRuns.get(contact.id);
  const flow = run ? `, in ${run.flowType} at ${run.actionId}, waiting for ${run.wait?.kind ?? 'nothing'}` : '';
  return `${contact.stage.name}${flow}`;
}

/** Everybody answers from now on, and agents are there: said once, when nothing more is asked of the center. */
export function goodWill(center: Center): readonly Command[] {
  const [available] = statusIds;
  return [
    ...[...center.customers.keys()].map((number): Command => ({
      type: 'customer.behave', number, whenCalled: [{ does: 'answers', afterMs: durationMs(1000), hangsUpAfterMs: null }], talksForMs: durationMs(5000),
    })),
    ...[...center.agents.keys()].flatMap((agentId): readonly Command[] => (available === undefined ? [] : [{ type: 'agent.setStatus', agentId, statusId: available }])),
  ];
}

/** How long callers wait in a queue, or keep listening to a flow, before they give up. */
export const PATIENCE_MS = 900_000;

/** What people who want to be done would do now; nothing when only time can help. */
export function nextHelp(center: Center): Command | null {
  for (const agent of center.agents.values()) {
    const { slot } = agent;
    if (!slot) continue;
    if (slot.offerId !== null) return { type: 'offer.accept', offerId: slot.offerId };
    if (slot.state === 'ENDED' || slot.state === 'MISSED' || slot.state === 'ERROR') return { type: 'contact.clear', agentId: agent.id, contactId: slot.contactId };
    const contact = center.contacts.get(slot.contactId);
    const other = contact?.consult ? center.contacts.get(contact.consult.contactId) : undefined;
    // Who consults waits a while for the other one, then leaves the customer to them, or gives them up.
    if (other && center.nowMs - other.initiatedAtMs >= 90_000) return { type: other.stage.name === 'connected' ? 'contact.leave' : 'contact.drop', contactId: slot.contactId };
    if (other || (contact && isConsulted(center, contact))) continue;
    if (slot.state === 'CONNECTED_ONHOLD') return { type: 'contact.resume', contactId: slot.contactId };
    if (slot.state === 'CONNECTED' && center.nowMs - slot.sinceMs >= 10_000) return { type: 'contact.end', contactId: slot.contactId };
  }
  return impatience(center);
}

/** The hanging up of somebody who has been on the line for too long; null when nobody has. */
export function impatience(center: Center): Command | null {
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (contact && ON_THE_LINE.has(contact.method) && contact.lineId !== null && center.nowMs - contact.initiatedAtMs >= PATIENCE_MS) return { type: 'customer.hangUp', number: contact.customerNumber };
  }
  return null;
}

/** When to look again: soon while somebody may have to be helped, else in an hour, since a callback may wait for days. */
export function nextLook(center: Center, dueAtMs: EpochMs | null): EpochMs {
  const talks = [...center.agents.values()].some(({ slot }) => slot !== null);
  const calls = [...center.openContacts].some((id) => ON_THE_LINE.has(center.contacts.get(id)?.method ?? 'CALLBACK'));
  const soon = center.nowMs + 60_000;
  return epochMs(talks || calls ? Math.min(dueAtMs ?? soon, soon) : center.nowMs + 3_600_000);
}
