/** What a person meant by typed, pasted or keyed text: its digits in ASCII and whether a plus stood before them. */
export interface TypedDigits {
  readonly plus: boolean;
  readonly digits: string;
  /** True when the text held something visible, a plus or punctuation included. */
  readonly anyMark: boolean;
}

/** Text beyond this many UTF-16 units is not read at all; the longest honest paste of a number is below 40. */
export const longestNumberText = 64;

/** Code points of zero in the digit sets found on keyboards: Latin, Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const zeros = [0x30, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

const plusSigns = '+＋';

/** Spaces of every kind, and characters that show nothing (direction marks, joiners, soft hyphens). */
const invisible = /^[\s\p{Cf}]$/u;

/** What people put between groups; U+30FC is what Japanese keyboards give for a dash, U+2212 is the minus sign. */
const separator = /^[()（）./．·\p{Pd}\u2212\u30fc]$/u;

/**
 * Reads digits out of text. Null when it holds anything that is no part of a plain number: letters, `*`, `#`,
 * an extension, an emoji, a plus that is not in front. Letters are refused rather than translated since keypads
 * here send digits only. The caller has limited the length.
 */
export function readTypedDigits(text: string): TypedDigits | null {
  let digits = '';
  let plus = false;
  let anyMark = false;
  for (const character of text) {
    if (invisible.test(character)) continue;
    anyMark = true;
    const digit = digitValue(character);
    if (digit !== null) {
      digits += String(digit);
    } else if (plusSigns.includes(character)) {
      if (plus || digits !== '') return null;
      plus = true;
    } else if (!separator.test(character)) {
      return null;
    }
  }
  return { plus, digits, anyMark };
}

function digitValue(character: string): number | null {
  const codePoint = character.codePointAt(0) ?? -1;
  const zero = zeros.find((start) => codePoint >= start && codePoint <= start + 9);
  return zero === undefined ? null : codePoint - zero;
}
