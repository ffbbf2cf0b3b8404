import { must } from '../core/assert.ts';
import type { AgentId, ContactId } from '../core/ids.ts';
import type { CenterEvent, Commit } from '../event.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import { contactRecord } from '../record/assemble.ts';
import type { ContactRecord } from '../record/model.ts';
import type { Center } from '../state.ts';
import type { About } from './about.ts';
import { difference } from './same.ts';
import { holds } from './violation.ts';

/** What the events have told about a contact. */
interface Story {
  readonly offersOf: (id: ContactId) => { readonly offers: number; readonly accepts: number };
}

/** Complete records as they were when something last happened to their contact: nothing else may change them. */
export class FrozenRecords {
  readonly #kept = new Map<string, ContactRecord>();

  /** Reads a commit; the center is as it was right after it. */
  read(center: Center, { events }: Commit, story: Story): void {
    // The center stands still meanwhile, and the events of one contact mostly come together: one record serves them.
    let last: ContactId | null = null;
    let record: ContactRecord | null = null;
    for (const event of events) {
      const contactId = touchedBy(event);
      if (contactId === null) continue;
      if (contactId !== last) record = center.contacts.get(contactId)?.completedAtMs === null ? null : this.#keep(center, contactId);
      last = contactId;
      if (record !== null && event.type === 'contact.completed') checkWriting(center, record, story);
    }
  }

  #keep(center: Center, contactId: ContactId): ContactRecord {
    const record = must(contactRecord(center, contactId), 'the record of a contact that is over');
    this.#kept.set(contactId, record);
    return record;
  }

  /** Whatever was configured since, each record is the one that was kept. */
  check(records: readonly ContactRecord[]): void {
    for (const record of records) {
      const changed = record.Ringback.Complete ? difference(this.#kept.get(record.ContactId), record) : null;
      holds(changed === null, 'a complete record is left as it is', () => changed ?? '');
    }
  }
}

/** Whose record an event may change: the one it is about, or the one of which a contact came. */
function touchedBy(event: CenterEvent): ContactId | null {
  if (event.type === 'contact.created') return event.previousContactId;
  const { contactId }: About = event;
  return contactId ?? null;
}

/** A record is completed in the words of the configuration that holds then. */
function checkWriting({ config, contacts }: Center, { ContactId: id, Queue, Agent, AgentConnectionAttempts }: ContactRecord, story: Story): void {
  const contact = must(contacts.get(id as ContactId), 'a contact');
  const queue = contact.queue && queueConfigOf(config, contact.queue.queueId);
  if (queue) holds(Queue?.Name === queue.name, 'a record has the name of its queue', () => `${Queue?.Name} for ${queue.name}`);
  const agent = config.agents.get(contact.agent?.agentId ?? ('' as AgentId));
  const profile = agent && config.profiles.get(agent.routingProfileId);
  if (Agent && agent) holds(Agent.Username === agent.username && Agent.RoutingProfile.Name === profile?.name, 'a record has the names of its agent and of their profile');
  holds(AgentConnectionAttempts === story.offersOf(contact.id)[config.instance.policy.connectionAttempts], 'a record counts the attempts to connect an agent');
}
