import type { Contact } from './contact/model.ts';
import { must } from './core/assert.ts';
import type { AgentId, ContactId, LineId } from './core/ids.ts';
import type { Agent } from './agent/model.ts';
import type { Line } from './line/model.ts';
import type { FlowRun } from './flow/model.ts';
import type { Center } from './state.ts';

/** The contact, which must exist: events name only what was created. */
export const contactOf = (center: Center, id: ContactId): Contact => must(center.contacts.get(id), `contact ${id}`);
export const agentOf = (center: Center, id: AgentId): Agent => must(center.agents.get(id), `agent ${id}`);
export const lineOf = (center: Center, id: LineId): Line => must(center.lines.get(id), `line ${id}`);
export const runOf = (center: Center, id: ContactId): FlowRun => must(center.flowRuns.get(id), `flow run of ${id}`);

/** The customer's line of a contact while it is not over. */
export function openLineOf(center: Center, contact: Contact): Line | null {
  const line = contact.lineId === null ? undefined : center.lines.get(contact.lineId);
  return line && line.state !== 'ended' ? line : null;
}

/** Replaces a contact by one with these changes; for `evolve` alone. */
export function changeContact(center: Center, id: ContactId, changes: Partial<Contact>): Contact {
  const next = { ...contactOf(center, id), ...changes, updatedAtMs: center.nowMs };
  center.contacts.set(id, next);
  return next;
}

/** Replaces an agent by one with these changes; for `evolve` alone. */
export function changeAgent(center: Center, id: AgentId, changes: Partial<Agent>): Agent {
  const next = { ...agentOf(center, id), ...changes };
  center.agents.set(id, next);
  return next;
}
