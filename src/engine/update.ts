import type { Contact } from './contact/model.ts';
import { must } from './core/assert.ts';
import type { AgentId, ContactId, LineId } from './core/ids.ts';
import type { Agent } from './agent/model.ts';
import type { Customer, Line } from './line/model.ts';
import type { FlowRun } from './flow/model.ts';
import type { CallbackPromise, Center } from './state.ts';

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

/** Where entities of one kind are kept. */
interface Table<Id, Entity> {
  readonly set: (id: Id, entity: Entity) => unknown;
}

/** An entity that `evolve` may write to. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Of how many entities a commit remembers that it has a copy; it seldom touches more, and one more copy does no harm. */
const DRAFTS_REMEMBERED = 8;

/**
 * A copy to write to, in the place of the entity: one for all the events of a commit. Whoever holds the entity of an
 * earlier commit still has it as it was, and sees by identity what has changed. For `evolve` alone.
 */
function draftOf<Id, Entity extends object>(center: Center, table: Table<Id, Entity>, id: Id, entity: Entity, copy: (entity: Entity) => Entity): Draft<Entity> {
  if (center.drafts.hasLately(entity, DRAFTS_REMEMBERED)) return entity;
  const draft = copy(entity);
  table.set(id, draft);
  center.drafts.push(draft);
  return draft;
}

/** Puts a new entity into its table; the rest of its first commit writes to it as it is. */
export function begin<Id, Entity extends object>(center: Center, table: Table<Id, Entity>, id: Id, entity: Entity): void {
  table.set(id, entity);
  center.drafts.push(entity);
}

/** Each copies one kind of entity in a place of its own: a copier of all kinds knows the fields of none, and is far slower. */
const copies = {
  contact: (contact: Contact): Contact => ({ ...contact }),
  agent: (agent: Agent): Agent => ({ ...agent }),
  line: (line: Line): Line => ({ ...line }),
  run: (run: FlowRun): FlowRun => ({ ...run }),
  customer: (customer: Customer): Customer => ({ ...customer }),
  promise: (promise: CallbackPromise): CallbackPromise => ({ ...promise }),
} as const;

/** The contact, to be changed. */
export function editContact(center: Center, id: ContactId): Draft<Contact> {
  const contact = draftOf(center, center.contacts, id, contactOf(center, id), copies.contact);
  contact.updatedAtMs = center.nowMs;
  return contact;
}

/** The agent, to be changed. */
export const editAgent = (center: Center, id: AgentId): Draft<Agent> => draftOf(center, center.agents, id, agentOf(center, id), copies.agent);
/** The line, to be changed. */
export const editLine = (center: Center, line: Line): Draft<Line> => draftOf(center, center.lines, line.id, line, copies.line);
/** The run of a flow, to be changed. */
export const editRun = (center: Center, run: FlowRun): Draft<FlowRun> => draftOf(center, center.flowRuns, run.contactId, run, copies.run);
/** The customer, to be changed. */
export const editCustomer = (center: Center, customer: Customer): Draft<Customer> => draftOf(center, center.customers, customer.number, customer, copies.customer);
/** The promise to call back, to be changed. */
export const editPromise = (center: Center, promise: CallbackPromise): Draft<CallbackPromise> => draftOf(center, center.callbacks, promise.id, promise, copies.promise);
