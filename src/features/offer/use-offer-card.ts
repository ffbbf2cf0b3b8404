import { useMemo } from 'react';
import { usePending, useSend } from '../../store/center-context.tsx';
import { offerCommand } from '../../store/commands.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter, selectOffer } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { offerSnapshot } from './offer-snapshot.ts';
import type { OfferCardSnapshot } from './offer-snapshot.ts';

/** The card with what can be done; an action that is undefined is not offered. */
export interface OfferCard extends OfferCardSnapshot {
  readonly accept: (() => void) | undefined;
  readonly reject: (() => void) | undefined;
  readonly busy: 'offer.accept' | 'offer.reject' | null;
}

/** Null once the offer is gone: accepted, taken back or over. */
export function useOfferCard(offerId: string): OfferCard | null {
  const offer = useLive(useMemo(() => selectOffer(offerId), [offerId]));
  const center = useLive(selectCenter);
  const nowMs = useEngineNow();
  const send = useSend();
  const pending = usePending(`offer:${offerId}`);
  const t = useText();
  const can = offer?.can;
  const actions = useMemo(
    () => ({
      accept: can?.includes('accept') ? () => void send(offerCommand('offer.accept', offerId)) : undefined,
      reject: can?.includes('reject') ? () => void send(offerCommand('offer.reject', offerId)) : undefined,
    }),
    [offerId, can, send],
  );
  if (offer === null) return null;
  const busy = pending === 'offer.accept' || pending === 'offer.reject' ? pending : null;
  return { ...offerSnapshot(offer, nowMs, center?.timeZone ?? 'UTC', t), ...actions, busy };
}
