import type { Offer } from '../../engine/index.ts';
import type { OfferView } from '../../protocol/views.ts';
import { likelyZone } from '../../world/area-zones.ts';
import { maskNumber } from '../../world/phone-numbers.ts';
import type { Memo } from './memo.ts';
import { legOf, numberOf, type Source } from './source.ts';

/** A contact ringing at an agent, who need not know the whole number yet; null when the contact is gone. */
export function offerView({ center }: Source, offer: Offer, memo: Memo): OfferView | null {
  const contact = center.contacts.get(offer.contactId);
  if (!contact) return null;
  return memo.row(`offer/${offer.id}`, [offer, contact, center.config], (): OfferView => ({
    id: offer.id,
    contactId: contact.id,
    ...legOf(center, contact),
    maskedNumber: maskNumber(numberOf(contact)),
    enqueuedAtMs: contact.queue?.enqueuedAtMs ?? contact.initiatedAtMs,
    customerZone: likelyZone(numberOf(contact)),
    madeAtMs: offer.madeAtMs,
    expiresAtMs: offer.expiresAtMs,
    can: ['accept', 'reject'],
  }));
}
