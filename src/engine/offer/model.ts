import type { AgentId, ContactId, OfferId, QueueId } from '../core/ids.ts';
import type { EpochMs } from '../core/time.ts';

/** How an offer ended. `withdrawn`: the contact went away while it rang. */
export type OfferEnd = 'accepted' | 'rejected' | 'expired' | 'withdrawn';

/** A contact ringing at one agent; open offers only, closed ones live on in the events. */
export interface Offer {
  readonly id: OfferId;
  readonly contactId: ContactId;
  readonly agentId: AgentId;
  readonly queueId: QueueId;
  readonly madeAtMs: EpochMs;
  readonly expiresAtMs: EpochMs;
}
