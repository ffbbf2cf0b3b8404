/** Telephone numbers as the page shows and says them; how a number is judged lives in `world`. */
import { formatNumber, maskNumber, spokenDigits } from '../world/phone-numbers.ts';

/** A number as shown and as read out. */
export interface NumberWords {
  readonly shown: string;
  readonly spoken: string;
}

/** International form; a masked number ("+1 ••• ••• ••42") stays as it is and is read by its open digits. */
export function numberWords(number: string, t: (key: 'softphone.endsWith', values: { digits: string }) => string): NumberWords {
  if (!number.includes('•')) return { shown: formatNumber(number, 'international'), spoken: spokenDigits(number) };
  const open = number.slice(number.lastIndexOf('•') + 1).replace(/\D/g, '');
  return { shown: number, spoken: t('softphone.endsWith', { digits: spokenDigits(open) }) };
}

/** The same with all but the last two digits hidden. */
export function maskedNumber(number: string): string {
  return maskNumber(number);
}
