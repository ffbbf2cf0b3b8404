import { must } from '../core/assert.ts';
import { makeId, type AgentId, type ContactId, type StatusId } from '../core/ids.ts';
import type { CenterEvent, Commit } from '../event.ts';
import { ACCOUNT, arnOf } from '../record/arn.ts';
import { indexInstance, type InstanceIndex } from '../tenant/index-instance.ts';
import type { Instance } from '../tenant/model.ts';
import { snapshotOf, type AgentSnapshot, type StreamedAgent, type StreamedContact } from './agent-snapshot.ts';
import { stampMsOf } from './stamp-ms.ts';

/** A heart beat comes after so long without any other event (spec §4.7). */
const HEART_BEAT_MS = 120_000;
/** Heart beats go on for so long after a logout, whatever else is told of who is Offline (a contact they dial, say). */
const AFTER_LOGOUT_MS = 3_600_000;

export type AgentEventType = 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';

/** One event of the agent event stream (spec §4.7). */
export interface AgentEvent {
  readonly AWSAccountId: string;
  readonly AgentARN: string;
  readonly CurrentAgentSnapshot: AgentSnapshot;
  readonly PreviousAgentSnapshot: AgentSnapshot | null;
  readonly EventId: string;
  readonly EventTimestamp: string;
  readonly EventType: AgentEventType;
  readonly InstanceARN: string;
  readonly Version: '2017-10-01';
}

type AgentFact = Extract<CenterEvent, { readonly type: `agent.${string}` }>;

/**
 * The agent event stream from commits alone. Nobody signs in to the engine: whoever leaves Offline logs in, whoever goes
 * Offline logs out.
 */
export class AgentEventStream {
  readonly #agents = new Map<AgentId, StreamedAgent>();
  readonly #contacts = new Map<ContactId, StreamedContact>();
  readonly #shown = new Map<AgentId, AgentSnapshot>();
  /** Since when nothing was told of an agent, longest first; and until when heart beats go on. */
  readonly #silent = new Map<AgentId, { readonly sinceMs: number; readonly untilMs: number }>();
  #config: InstanceIndex | null = null;
  #count = 0;

  /** The events of the next commit, after the heart beats that were due before it. */
  take({ atMs, events }: Commit): readonly AgentEvent[] {
    const told = this.#beat(atMs, false);
    for (const event of events) this.#learn(event, atMs);
    for (const event of events) {
      if (!isAgentFact(event)) continue;
      const type = this.#move(event, atMs);
      if (type !== null) told.push(this.#tell(type, event.agentId, atMs));
    }
    return told;
  }

  /** The heart beats that are due by now. */
  tick(nowMs: number): readonly AgentEvent[] {
    return this.#beat(nowMs, true);
  }

  #beat(nowMs: number, inclusive: boolean): AgentEvent[] {
    const told: AgentEvent[] = [];
    for (const [agentId, { sinceMs, untilMs }] of this.#silent) {
      const dueMs = sinceMs + HEART_BEAT_MS;
      if (dueMs > nowMs || (dueMs === nowMs && !inclusive)) break;
      if (dueMs > untilMs) this.#silent.delete(agentId);
      else told.push(this.#tell('HEART_BEAT', agentId, dueMs));
    }
    return told;
  }

  /** Takes note of what is shown of contacts and configuration. */
  #learn(event: CenterEvent, atMs: number): void {
    switch (event.type) {
      case 'instance.configured':
        this.#config = indexInstance(event.instance);
        // Whoever is new is in the status they begin in from now on, long before there is anything to tell of them.
        for (const { id } of event.instance.agents) if (!this.#agents.has(id)) this.#begin(event.instance, id, atMs);
        return;
      case 'contact.created':
        this.#contacts.set(event.contactId, { initialContactId: event.initialContactId, method: event.method, queueId: null, enqueuedAtMs: null, connected: null });
        return;
      case 'contact.enqueued':
        this.#note(event.contactId, { queueId: event.queueId, enqueuedAtMs: atMs });
        return;
      case 'contact.joined':
        this.#note(event.contactId, { connected: { agentId: event.agentId, atMs } });
        return;
      default:
    }
  }

  /** Everybody begins Offline (spec §4.1); where there is no status at all, nobody begins. */
  #begin({ statuses }: Instance, agentId: AgentId, atMs: number): void {
    const offline = statuses.find(({ type }) => type === 'OFFLINE') ?? statuses[0];
    if (offline) this.#agents.set(agentId, { agentId, statusId: offline.id, statusSinceMs: atMs, next: null, slot: null });
  }

  #note(contactId: ContactId, changes: Partial<StreamedContact>): void {
    this.#contacts.set(contactId, { ...must(this.#contacts.get(contactId), `contact ${contactId}`), ...changes });
  }

  #move(event: AgentFact, atMs: number): AgentEventType | null {
    const config = must(this.#config, 'an instance');
    const before = must(this.#agents.get(event.agentId), `agent ${event.agentId}`);
    if (!this.#shown.has(event.agentId)) this.#shown.set(event.agentId, snapshotOf(config, before, this.#contacts));
    const now = moved(before, event, atMs);
    this.#agents.set(event.agentId, now);
    const [was, is] = [isOffline(config, before.statusId), isOffline(config, now.statusId)];
    if (was && is && event.type === 'agent.statusSet') return null;
    if (was !== is) return is ? 'LOGOUT' : 'LOGIN';
    return 'STATE_CHANGE';
  }

  #tell(type: AgentEventType, agentId: AgentId, atMs: number): AgentEvent {
    const config = must(this.#config, 'an instance');
    const previous = must(this.#shown.get(agentId), 'what was shown before');
    const agent = must(this.#agents.get(agentId), `agent ${agentId}`);
    const current = snapshotOf(config, agent, this.#contacts);
    const untilMs = isOffline(config, agent.statusId) ? this.#beatsUntil(type, agentId, atMs) : Number.POSITIVE_INFINITY;
    this.#shown.set(agentId, current);
    this.#silent.delete(agentId);
    this.#silent.set(agentId, { sinceMs: atMs, untilMs });
    this.#count += 1;
    return {
      AWSAccountId: ACCOUNT,
      AgentARN: arnOf(config.instance.id, 'agent', agentId),
      CurrentAgentSnapshot: current,
      PreviousAgentSnapshot: previous,
      EventId: makeId(0, 'agent-event', this.#count),
      EventTimestamp: stampMsOf(atMs),
      EventType: type,
      InstanceARN: arnOf(config.instance.id, 'instance'),
      Version: '2017-10-01',
    };
  }

  /** Until when there are heart beats of an agent who is Offline: the hour began with the logout, if there was one. */
  #beatsUntil(type: AgentEventType, agentId: AgentId, atMs: number): number {
    const known = type === 'LOGOUT' ? undefined : this.#silent.get(agentId)?.untilMs;
    return Math.min(known ?? Number.POSITIVE_INFINITY, atMs + AFTER_LOGOUT_MS);
  }
}

const isAgentFact = (event: CenterEvent): event is AgentFact => event.type.startsWith('agent.');

const isOffline = (config: InstanceIndex, statusId: StatusId): boolean => (config.statuses.get(statusId)?.type ?? 'OFFLINE') === 'OFFLINE';

function moved(agent: StreamedAgent, event: AgentFact, atMs: number): StreamedAgent {
  switch (event.type) {
    case 'agent.statusSet':
      return { ...agent, statusId: event.statusId, statusSinceMs: atMs, next: null };
    case 'agent.nextStatusSet':
      return { ...agent, next: event.statusId === null ? null : { statusId: event.statusId, atMs } };
    case 'agent.slotSet':
      return { ...agent, slot: { contactId: event.contactId, state: event.state, cause: event.cause, sinceMs: atMs } };
    case 'agent.slotCleared':
      return { ...agent, slot: null };
  }
}
