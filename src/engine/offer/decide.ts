import { missSlot, setSlot } from '../agent/slot.ts';
import { stopFlow } from '../contact/end.ts';
import { assert, must } from '../core/assert.ts';
import type { OfferId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import { after } from '../core/time.ts';
import { extrasOf } from '../tenant/extras.ts';
import type { CenterEvent } from '../event.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf } from '../update.ts';
import type { Offer } from './model.ts';

/** The agent takes the contact: a callback leaves its queue at this instant (decision #2). */
export function acceptOffer(center: Center, offerId: OfferId): Result<readonly CenterEvent[], Rejection> {
  const offer = center.offers.get(offerId);
  if (!offer) return refuse({ code: 'OFFER_GONE', how: 'unknown' });
  // An offer that rings no time at all can still be taken in the very instant in which it is made.
  assert(center.nowMs < offer.expiresAtMs || center.nowMs === offer.madeAtMs, 'deadlines due now fire before commands arriving now');
  const contact = contactOf(center, offer.contactId);
  const agent = agentOf(center, offer.agentId);
  const facts = [closing(offer, 'accepted')];
  if (contact.callback) facts.push({ type: 'contact.dequeued', contactId: contact.id, why: 'accepted' });
  for (const stopped of stopFlow(center, contact)) facts.push(stopped);
  facts.push(setSlot(agent, contact, contact.callback ? 'PENDING' : 'CONNECTING'));
  return ok(facts);
}

/** The agent declines; routed on like a miss, told apart by its cause (spec §1.5, decision #17). */
export function rejectOffer(center: Center, offerId: OfferId): Result<readonly CenterEvent[], Rejection> {
  const offer = center.offers.get(offerId);
  if (!offer) return refuse({ code: 'OFFER_GONE', how: 'unknown' });
  const coolDownMs = extrasOf(center.config.instance, offer.queueId).rejectCoolDownMs;
  const coolsDownAtMs = coolDownMs > 0 ? after(center.nowMs, coolDownMs) : null;
  const { id, contactId, agentId } = offer;
  return ok([{ type: 'offer.rejected', offerId: id, contactId, agentId, coolsDownAtMs }, missSlot(agentOf(center, offer.agentId), contactOf(center, offer.contactId), 'rejected')]);
}

/** Twenty seconds went by (spec §1.5). */
export function expireOffer(center: Center, offerId: OfferId): readonly CenterEvent[] {
  const offer = must(center.offers.get(offerId), 'the offer that expires');
  return [closing(offer, 'expired'), missSlot(agentOf(center, offer.agentId), contactOf(center, offer.contactId), 'missed')];
}

function closing({ id, contactId, agentId }: Offer, how: 'accepted' | 'expired'): CenterEvent {
  return { type: how === 'accepted' ? 'offer.accepted' : 'offer.expired', offerId: id, contactId, agentId };
}

/** Takes the offer, if it still rings, without a click where the agent's settings say so; callbacks have their own flag (spec §4.6). */
export function autoAccept(center: Center, offerId: OfferId): readonly CenterEvent[] {
  const offer = center.offers.get(offerId);
  if (!offer) return [];
  const config = must(center.config.agents.get(offer.agentId), 'the settings of an agent who is idle');
  const byOwnFlag = contactOf(center, offer.contactId).callback !== null && center.config.instance.policy.callbackAutoAccept === 'ownFlag';
  const wanted = byOwnFlag ? config.callbackAutoAccept : config.autoAccept;
  const accepted = wanted ? acceptOffer(center, offerId) : null;
  return accepted?.ok ? accepted.value : [];
}
