import { numberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';
import type { OtherEnd, PhoneSnapshot } from './phone-snapshot.ts';

/** The other end in words: what the number is for, else the number. */
export function otherName(other: OtherEnd | null, t: Say): string {
  if (other === null) return t('phone.unknownCaller');
  return other.description ?? numberWords(other.number, t).shown;
}

/** What to tell somebody who does not see the screen, each time it changes; running times are left out. */
export function screenNews(screen: PhoneSnapshot['screen'], t: Say): string {
  switch (screen.kind) {
    case 'idle':
      return '';
    case 'ringing':
      return `${otherName(screen.caller, t)} ${t('phone.ringing.state')}`;
    case 'inCall':
      return t(`phone.inCall.${screen.company}`);
    case 'ended':
      return t(`phone.ended.${screen.why}`);
  }
}
