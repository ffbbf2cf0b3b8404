import type { QueueId } from '../core/ids.ts';
import { durationMs, wholeSeconds } from '../core/time.ts';
import { type RecordDecisions, termsIn, versionFor } from '../record/names.ts';
import type { Center } from '../state.ts';
import type { Policy } from '../tenant/policy.ts';
import type { LegRow } from './leg-row.ts';

/** What the metrics of spec §3.4 ask of one leg; durations in the whole seconds that its record has. */
export interface Leg {
  readonly row: LegRow;
  /** The record's Queue.Duration; null when it was never queued. */
  readonly queuedSeconds: number | null;
  /** Connected to an agent. */
  readonly handled: boolean;
  readonly abandoned: boolean;
  /** A dial that nobody answered, as far as the metric counts it (decision #12). */
  readonly callbackAttempt: boolean;
  readonly interactionSeconds: number;
  readonly holdSeconds: number;
  readonly workSeconds: number;
  /** Spent in a flow before any queue; null for legs that begin otherwise. */
  readonly flowSeconds: number | null;
  /** From the beginning to the end of all work that has ended. */
  readonly resolutionSeconds: number | null;
  readonly connecting: ConnectingParts | null;
}

/**
 * The five parts of the agent connecting time (spec §3.5), in ms; together from the offer to the join. The softphone is
 * reserved by the offer itself and a line rings as it opens, so two parts of Amazon's are nothing here.
 */
export interface ConnectingParts {
  readonly assignMs: number;
  readonly acceptMs: number;
  /** The whispers to both sides. */
  readonly buildMs: number;
  readonly networkMs: number;
  readonly ringMs: number;
}

const secondsOf = (ms: number): number => wholeSeconds(durationMs(Math.max(0, ms)));
/** As two stamps of a record would have it: each cut to the second before they are compared. */
const stampSeconds = (fromMs: number, toMs: number): number => Math.trunc(toMs / 1000) - Math.trunc(fromMs / 1000);

const BEGINS_IN_FLOW: ReadonlySet<string> = new Set(['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'API']);

/** The facts of a row of this center: as its record has them, counted as the instance decides now. */
export const legIn = ({ config, names }: Center, row: LegRow): Leg => legOf(row, config.instance.policy, termsIn(names, versionFor(names, row.version)).decisions);

/**
 * The queue that a leg counts for: the one in its record (spec §3.4), which for what an agent dialed is none (spec §2.2);
 * decision #25 takes the one it was dialed out of. A callback counts for its queue from the beginning, as it is Scheduled there.
 */
export const countedQueueOf = ({ config }: Center, { method, queueId }: LegRow): QueueId | null =>
  method === 'OUTBOUND' && config.instance.policy.dialedContactsCountFor !== 'outboundQueue' ? null : queueId;

/** The facts of a row under the decisions of the instance, and under those that its record was written by. */
export function legOf(row: LegRow, policy: Policy, written: RecordDecisions): Leg {
  const { connectedAtMs, disconnectedAtMs, workStartedAtMs, workEndedAtMs } = row;
  const handled = connectedAtMs !== null;
  const worked = handled && workStartedAtMs !== null && workEndedAtMs !== null;
  const queued = row.enqueuedAtMs !== null;
  return {
    row,
    queuedSeconds: queuedSeconds(row, written),
    handled,
    abandoned: queued && !handled && !row.hasNext && (row.method !== 'CALLBACK' || policy.countCallbackLegsAsAbandoned),
    callbackAttempt: isAttempt(row, policy),
    interactionSeconds: handled && disconnectedAtMs !== null ? secondsOf(disconnectedAtMs - connectedAtMs - row.heldMs) : 0,
    holdSeconds: handled ? secondsOf(row.heldMs) : 0,
    workSeconds: worked ? secondsOf(workEndedAtMs - workStartedAtMs) : 0,
    flowSeconds: flowSeconds(row),
    resolutionSeconds: disconnectedAtMs === null ? null : stampSeconds(row.initiatedAtMs, worked ? workEndedAtMs : disconnectedAtMs),
    connecting: connectingParts(row),
  };
}

/** With the initial delay as decision #1 has it, up to the accept or the ringing as decision #2 has it (spec §2.2b). */
function queuedSeconds({ enqueuedAtMs, dequeuedAtMs, disconnectedAtMs, initialDelayMs, offeredAtMs, isCallback }: LegRow, written: RecordDecisions): number | null {
  if (enqueuedAtMs === null) return null;
  const leftAtMs = isCallback && offeredAtMs !== null && written.dequeueMoment === 'offer' ? offeredAtMs : (dequeuedAtMs ?? disconnectedAtMs);
  if (leftAtMs === null) return null;
  const delayMs = written.queueDuration === 'seed' ? (initialDelayMs ?? 0) : 0;
  return secondsOf(delayMs + Math.max(0, leftAtMs - enqueuedAtMs));
}

/** Literally: followed by a retry, so the last unanswered attempt does not count, unless decision #12 counts them all. */
function isAttempt({ method, connectedAtMs, hasNext, dialedAtMs, systemAtMs, reason }: LegRow, policy: Policy): boolean {
  if (method !== 'CALLBACK' || connectedAtMs !== null) return false;
  if (policy.callbackAttempts === 'followedByRetry') return hasNext;
  // Where the dial itself connects to the system (decision #4), that nobody picked up is told by the reason.
  return dialedAtMs !== null && (systemAtMs === null || (reason !== null && reason.startsWith('TELECOM_')));
}

function flowSeconds({ method, initiatedAtMs, enqueuedAtMs, disconnectedAtMs }: LegRow): number | null {
  const leftAtMs = enqueuedAtMs ?? disconnectedAtMs;
  return BEGINS_IN_FLOW.has(method) && leftAtMs !== null ? stampSeconds(initiatedAtMs, leftAtMs) : null;
}

function connectingParts({ offeredAtMs, acceptedAtMs, connectedAtMs, dialedAtMs, systemAtMs }: LegRow): ConnectingParts | null {
  if (offeredAtMs === null || acceptedAtMs === null || connectedAtMs === null) return null;
  // The one who called in has long been on the line: nothing rings.
  const ringMs = dialedAtMs === null || systemAtMs === null ? 0 : Math.max(0, systemAtMs - dialedAtMs);
  return { assignMs: 0, acceptMs: acceptedAtMs - offeredAtMs, buildMs: connectedAtMs - acceptedAtMs - ringMs, networkMs: 0, ringMs };
}

/** The whole of the connecting time, in ms. */
export const connectingMs = ({ assignMs, acceptMs, buildMs, networkMs, ringMs }: ConnectingParts): number => assignMs + acceptMs + buildMs + networkMs + ringMs;
