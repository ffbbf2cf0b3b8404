/** Numbers that people type or paste on a page: judged by `world`, in the page's words. */
import { formatAsTyped, parseNumber } from '../world/phone-numbers.ts';
import type { PhoneNumberFault } from '../world/phone-numbers.ts';

/** A number in E.164, or why the text is none; each fault has a sentence in `phone.fault`. */
export type NumberEntry =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly fault: PhoneNumberFault };

/** Reads what somebody in `country` typed at a dial pad, pasted marks and foreign digits included. */
export function readNumber(text: string, country: string): NumberEntry {
  const parsed = parseNumber(text, 'any', country);
  return parsed.ok ? { ok: true, number: parsed.e164 } : { ok: false, fault: parsed.fault };
}

/** Half-typed text as people group it; text that is no number comes back as it is. */
export function groupTyped(text: string, country: string): string {
  return formatAsTyped(text, country);
}
