import { must } from '../core/assert.ts';
import { beginShare } from '../contact/share.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { editContact } from '../update.ts';

export function evolveOffer(center: Center, event: EventsOf<'offer'>): void {
  const contact = editContact(center, event.contactId);
  if (event.type === 'offer.made') {
    const { offerId, contactId, agentId, queueId, expiresAtMs } = event;
    center.counts.offer += 1;
    center.offers.set(offerId, { id: offerId, contactId, agentId, queueId, madeAtMs: center.nowMs, expiresAtMs });
    center.timers.set('offer', offerId, expiresAtMs, { do: 'offer.expire', offerId });
    center.waiting.get(queueId)?.suspend(contactId);
    contact.offers += 1;
    contact.stage = { name: 'queued', offerId };
    return;
  }
  const offer = must(center.offers.get(event.offerId), 'the offer that ends');
  center.offers.delete(event.offerId);
  center.timers.cancel('offer', event.offerId);
  if (event.type === 'offer.accepted') {
    center.timers.cancel('life', event.contactId);
    contact.stage = { name: 'agentWhisper', fromMs: center.nowMs };
    contact.accepts += 1;
    contact.agent = beginShare(event.agentId, offer.madeAtMs, center.nowMs);
    return;
  }
  center.waiting.get(offer.queueId)?.resume(event.contactId);
  const coolsDownAtMs = event.type === 'offer.rejected' ? event.coolsDownAtMs : null;
  if (coolsDownAtMs !== null) {
    contact.coolDowns = { ...contact.coolDowns, [event.agentId]: coolsDownAtMs };
    center.timers.set('cool', `${event.contactId}/${event.agentId}`, coolsDownAtMs, { do: 'route.contact', contactId: event.contactId });
  }
  contact.stage = { name: 'queued', offerId: null };
}
