import type { Contact, DisconnectReason, InitiationMethod } from '../contact/model.ts';
import type { AgentId, ContactId, QueueId } from '../core/ids.ts';

type Instant = number | null;

/** What is known of a leg; instants in ms. */
export interface LegRow {
  readonly method: InitiationMethod;
  /** Its queue, or the one a callback is meant for or an agent dialed out of. */
  readonly queueId: QueueId | null;
  /** Who accepted it. */
  readonly agentId: AgentId | null;
  readonly reason: DisconnectReason | null;
  /** The same for all legs of one interaction. */
  readonly root: ContactId;
  readonly initiatedAtMs: number;
  readonly enqueuedAtMs: Instant;
  readonly dequeuedAtMs: Instant;
  readonly initialDelayMs: Instant;
  readonly offeredAtMs: Instant;
  readonly acceptedAtMs: Instant;
  readonly dialedAtMs: Instant;
  readonly systemAtMs: Instant;
  readonly connectedAtMs: Instant;
  readonly disconnectedAtMs: Instant;
  readonly heldMs: number;
  readonly holds: number;
  readonly workStartedAtMs: Instant;
  readonly workEndedAtMs: Instant;
  /** Another leg came of it. */
  readonly hasNext: boolean;
  /** It ended while it stood in its queue (PreDisconnectState IN_QUEUE, spec §2.2). */
  readonly leftFromQueue: boolean;
  readonly isCallback: boolean;
  /** The version of the configuration in which all work on it was over (`record/names`); null while it is not. */
  readonly version: number | null;
}

/** The queue of a leg; a dialed contact is never queued: its queue is the one whose number it shows. */
export const queueOfLeg = ({ queue, callback, method, targetQueueId }: Contact): QueueId | null =>
  queue?.queueId ?? callback?.queueId ?? (method === 'OUTBOUND' ? targetQueueId : null);

/**
 * What metrics are told of a leg. As long as it is open that is where it stands in line, and from the join on its agent;
 * the rest comes when it has ended, as in a record.
 */
export function legRowOf(contact: Contact): LegRow {
  const { queue, callback } = contact;
  const ended = contact.disconnectedAtMs !== null;
  const isTold = ended || (contact.agent !== null && contact.agent.connectedAtMs !== null);
  const agent = isTold ? contact.agent : null;
  return {
    method: contact.method,
    queueId: queueOfLeg(contact),
    agentId: agent?.agentId ?? null,
    reason: contact.disconnectReason,
    root: contact.initialContactId ?? contact.id,
    initiatedAtMs: contact.initiatedAtMs,
    enqueuedAtMs: queue?.enqueuedAtMs ?? null,
    dequeuedAtMs: ended ? (queue?.dequeuedAtMs ?? null) : null,
    initialDelayMs: callback?.initialDelayMs ?? null,
    offeredAtMs: agent?.offeredAtMs ?? null,
    acceptedAtMs: agent?.acceptedAtMs ?? null,
    dialedAtMs: isTold ? contact.dialedAtMs : null,
    systemAtMs: isTold ? contact.connectedToSystemAtMs : null,
    connectedAtMs: agent?.connectedAtMs ?? null,
    disconnectedAtMs: contact.disconnectedAtMs,
    heldMs: ended ? (agent?.heldMs ?? 0) : 0,
    holds: ended ? (agent?.holds ?? 0) : 0,
    workStartedAtMs: agent?.workStartedAtMs ?? null,
    workEndedAtMs: agent?.workEndedAtMs ?? null,
    hasNext: contact.nextContactId !== null,
    leftFromQueue: contact.leftFromQueue,
    isCallback: callback !== null,
    version: contact.recordVersion,
  };
}
