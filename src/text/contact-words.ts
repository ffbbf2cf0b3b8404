import type { ContactView } from '../protocol/views.ts';
import { numberWords } from './phone.ts';
import type { NumberWords } from './phone.ts';
import type { Say } from './use-text.ts';

/** What the kicker of a card needs of an offer or a contact. */
export type KindOfContact = Pick<ContactView, 'kind' | 'fromAgent' | 'attempt' | 'attemptsMax'>;

/** "Callback · attempt 2 of up to 3", "Inbound call", "Transfer from Ana Martins". */
export function kindWords(contact: KindOfContact, t: Say): string {
  if (contact.kind === 'transfer' && contact.fromAgent !== null) return t('softphone.kind.transferFrom', { name: contact.fromAgent });
  if (contact.kind !== 'callback') return t(`softphone.kind.${contact.kind}`);
  if (contact.attempt === null) return t('softphone.kind.callback');
  if (contact.attemptsMax === null) return t('softphone.kind.callbackNth', { attempt: contact.attempt });
  return t('softphone.kind.callbackOf', { attempt: contact.attempt, max: contact.attemptsMax });
}

/** The same in a few words, for beside a state: "attempt 2 of 3", "inbound call". */
export function shortKindWords(contact: KindOfContact, t: Say): string {
  if (contact.kind !== 'callback') return t(`softphone.kind.short.${contact.kind}`);
  if (contact.attempt === null) return t('softphone.kind.shortCallback');
  if (contact.attemptsMax === null) return t('softphone.kind.shortNth', { attempt: contact.attempt });
  return t('softphone.kind.shortOf', { attempt: contact.attempt, max: contact.attemptsMax });
}

/** What the instant at which a contact began is called. */
export function beganWords(kind: ContactView['kind'], t: Say): string {
  return t(`softphone.facts.${BEGAN[kind]}`);
}

const BEGAN = { callback: 'asked', inbound: 'called', outbound: 'dialed', transfer: 'passedOn' } as const;

/** A reason as the flow noted it, as a line of its own: begins with a capital. Null for none. */
export function reasonWords(reason: string | null): string | null {
  const text = reason?.trim() ?? '';
  return text === '' ? null : `${text.charAt(0).toLocaleUpperCase('en')}${text.slice(1)}`;
}

/** A customer as a title: the name with the number under it, or the number alone. */
export interface WhoWords {
  readonly name: string | null;
  readonly number: NumberWords;
  /** The title as plain text. */
  readonly title: string;
}

/** Whom a contact is with. `number` may be masked. */
export function whoWords(customerName: string | null, number: string, t: Say): WhoWords {
  const words = numberWords(number, t);
  const name = customerName === null || customerName.trim() === '' ? null : customerName;
  return { name, number: words, title: name ?? words.shown };
}
