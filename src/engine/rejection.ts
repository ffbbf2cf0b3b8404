import type { OfferEnd } from './offer/model.ts';

/** Every expected no. Each code has a sentence in the text catalogue that says what to do. */
export type Rejection =
  | { readonly code: 'OFFER_GONE'; readonly how: OfferEnd | 'unknown' }
  | { readonly code: 'NOT_ALLOWED' }
  | { readonly code: 'NO_SUCH_AGENT' }
  | { readonly code: 'NO_SUCH_STATUS' }
  | { readonly code: 'NO_SUCH_CONTACT' }
  | { readonly code: 'NO_SUCH_QUEUE' }
  | { readonly code: 'NO_SUCH_FLOW' }
  | { readonly code: 'NO_SUCH_NUMBER' }
  | { readonly code: 'NO_SUCH_PROMPT' }
  | { readonly code: 'NO_SUCH_LAMBDA' }
  /** The contact is not in a state in which this can be done. */
  | { readonly code: 'NOT_NOW'; readonly state: string }
  /** It goes on for somebody who was passed on, or left: whoever has it ends it (spec §8.1). */
  | { readonly code: 'NOT_STOPPABLE'; readonly method: string }
  /** The phone is in use already. */
  | { readonly code: 'LINE_BUSY' }
  | { readonly code: 'NOT_IN_A_CONVERSATION' }
  | { readonly code: 'NOT_RINGING' }
  | { readonly code: 'NOT_A_KEY' }
  | { readonly code: 'NO_CALLBACK_CONFIGURED' }
  /** The queue is disabled (spec §1.13). */
  | { readonly code: 'QUEUE_CLOSED' }
  | { readonly code: 'QUEUE_FULL' }
  /** The number has an open callback in this queue, and the queue takes one at a time. */
  | { readonly code: 'DUPLICATE_CALLBACK' }
  /** The interaction has as many contacts as one may have (spec §9). */
  | { readonly code: 'CHAIN_FULL' }
  | { readonly code: 'INVALID_NUMBER' }
  | { readonly code: 'NOT_DIALABLE' }
  | { readonly code: 'INVALID_VALUE'; readonly field: string };

export type RejectionCode = Rejection['code'];
