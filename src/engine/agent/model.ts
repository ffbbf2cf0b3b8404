import type { AgentId, ContactId, OfferId, StatusId } from '../core/ids.ts';
import type { EpochMs } from '../core/time.ts';
import type { EndCause } from '../contact/model.ts';

/** The agent-side state of a contact (spec §4.3). Which cause a MISSED or ERROR has is in `cause`. */
export type AgentContactState =
  | 'INCOMING'
  | 'PENDING'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'MISSED'
  | 'ERROR'
  | 'ENDED';

/** Why a slot is in MISSED or ERROR: Amazon shows a rejected voice contact as missed, we keep the two apart. */
export type SlotCause = 'missed' | 'rejected' | EndCause;

/** The one voice contact an agent can hold (spec §5.1: voice concurrency is 1). */
export interface AgentSlot {
  readonly contactId: ContactId;
  readonly offerId: OfferId | null;
  readonly state: AgentContactState;
  readonly sinceMs: EpochMs;
  readonly cause: SlotCause | null;
  /** End of after-contact work when it is limited (spec §4.5). */
  readonly untilMs: EpochMs | null;
}

export interface Agent {
  readonly id: AgentId;
  readonly statusId: StatusId;
  readonly statusSinceMs: EpochMs;
  /** Taken when the slot is clear (spec §4.2). */
  readonly nextStatusId: StatusId | null;
  readonly slot: AgentSlot | null;
  /** Since when the agent does what they do, as supervisors see it (spec §3.3): a contact has several states within one activity. */
  readonly activitySinceMs: EpochMs;
  /** From when the agent has been waiting for work; agents who wait longest are first (spec §5.3). */
  readonly idleSinceMs: EpochMs;
}
