import type { CallbackTerms, EndCause } from '../contact/model.ts';
import type { ContactId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import type { Weekday } from '../tenant/model.ts';
import { WEST_MS } from './instance.ts';
import { holds } from './violation.ts';

/** The most dials that the callback's own number or a rule of some queue allows. */
export function attemptsMax(center: Center, callback: CallbackTerms): number {
  const rules = Object.values(center.config.instance.extras).flatMap((extras) => Object.values(extras?.retryRules ?? {}));
  return Math.max(callback.attemptsMax, ...rules.map((rule) => rule?.attemptsMax ?? 0));
}

/** The gap of the callback itself, unless its queue has a rule for how the attempt failed. */
export function gapAfter(center: Center, contactId: ContactId, cause: EndCause): number {
  const terms = center.contacts.get(contactId)?.callback;
  return terms ? (center.config.instance.extras[terms.queueId]?.retryRules[cause]?.gapMs ?? terms.retryDelayMs) : 0;
}

/** Some queue tries this outcome again. */
export const hasRule = (center: Center, cause: EndCause): boolean =>
  Object.values(center.config.instance.extras).some((extras) => extras?.retryRules[cause] !== undefined || (cause === 'reachedMachine' && extras?.machine === 'retry'));

const DAYS: readonly Weekday[] = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

/** Where a queue has a calling window, customers whose zone is known are called within it, by their own clock. */
export function checkWindow(center: Center, contactId: ContactId, nowMs: number): void {
  const terms = center.contacts.get(contactId)?.callback;
  const window = terms && center.config.instance.extras[terms.queueId]?.callingWindow;
  if (!window || Number(terms.number.at(-1)) % 2 === 1) return;
  const localMinute = Math.floor((nowMs + (Number(terms.number.at(-1)) % 4 === 0 ? 0 : WEST_MS)) / 60_000);
  const day = DAYS[((Math.floor(localMinute / 1440) % 7) + 7) % 7];
  const minute = ((localMinute % 1440) + 1440) % 1440;
  holds(window.some((slice) => slice.day === day && slice.startMinute <= minute && minute < slice.endMinute), 'a customer is called at hours that are fit by their own clock', () => `${day} ${minute}`);
}
