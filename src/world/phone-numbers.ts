/*
 * The one door to libphonenumber-js. The `max` metadata costs 20 KB more (gzipped) than `min`, which knows most
 * countries by length alone: of random ten-digit numbers it accepts 66 % for Japan (max: 7 %), 89 % for Mexico
 * (50 %), 34 % for Ireland (3 %). Each of those would become a callback that can only fail.
 */
import {
  AsYouType, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { asE164, looksLikeE164 } from '../engine/core/e164.ts';
import type { E164 } from '../engine/core/e164.ts';
import { fictionalCountryOf } from './fictional-numbers.ts';
import { longestNumberText, readTypedDigits } from './typed-digits.ts';

/** ISO 3166-1 alpha-2, upper case. `UK`, as Amazon's lists write it, is read as `GB`. */
export type CountryCode = string;

/** Why text is not a telephone number; each has its own sentence on screen. */
export type PhoneNumberFault = 'empty' | 'tooShort' | 'tooLong' | 'notANumber' | 'invalid';

/** A number in E.164 with its country (null for numbers of no country, such as +800), or the fault. */
export type ParsedNumber =
  | { readonly ok: true; readonly e164: E164; readonly country: CountryCode | null }
  | { readonly ok: false; readonly fault: PhoneNumberFault };

/** How text is to be read: `Local` and `E164` as in the flow language (spec §7), `any` for people at a dial pad. */
export type NumberEntry = 'Local' | 'E164' | 'any';

/**
 * Reads typed, pasted or keyed text as a telephone number (spec §7).
 * `Local`: national digits of `country`, one trunk prefix allowed, no plus and no international prefix.
 * `E164`: international digits; a missing plus is put in front.
 * `any`: international with a plus, else as dialed in `country`, its international prefix (011, 00) included.
 */
export function parseNumber(text: string, format: NumberEntry, country: CountryCode): ParsedNumber {
  if (text.length > longestNumberText) return refused('tooLong');
  const typed = readTypedDigits(text);
  if (typed === null) return refused('notANumber');
  const { plus, digits } = typed;
  if (digits === '') return refused(plus ? 'tooShort' : typed.anyMark ? 'notANumber' : 'empty');
  if (format === 'E164' || (format === 'any' && plus)) return judge(`+${digits}`);

  const home = isoCountry(country);
  if (!isSupportedCountry(home)) return refused('invalid');
  if (format === 'any') return judge(digits, home);
  if (plus) return refused('invalid');
  // With the calling code in front, the library strips a trunk prefix but can no longer mistake local digits
  // for an international prefix or for a calling code typed without plus.
  return judge(`+${getCountryCallingCode(home)}${digits}`);
}

/**
 * True when the instance may dial this number: its country is on the list (spec §7). UK mobiles (+447) and Japanese
 * mobiles (+8170, +8180, +8190) are off unless the list also names `GB-mobile` or `JP-mobile`.
 */
export function isDialable(number: E164, dialableCountries: readonly CountryCode[]): boolean {
  const country = countryOf(number);
  if (country === null) return false;
  const listed = dialableCountries.map(isoCountry);
  if (country === 'GB' && number.startsWith('+447')) return listed.includes('GB-mobile');
  if (/^\+81[789]0/.test(number)) return listed.includes('JP-mobile');
  return listed.includes(country);
}

/** The country a number belongs to, or null when its plan belongs to none or cannot be told. */
export function countryOf(number: E164): CountryCode | null {
  return fictionalCountryOf(number) ?? parsePhoneNumberFromString(number)?.country ?? null;
}

/**
 * A number as people write it. `national` falls back to international when the number is not in the calling code of
 * `homeCountry`. Text that is no E.164 number comes back as it is.
 */
export function formatNumber(number: string, style: 'national' | 'international', homeCountry?: CountryCode): string {
  const parsed = looksLikeE164(number) ? parsePhoneNumberFromString(number) : undefined;
  if (parsed === undefined) return number;
  const abroad = homeCountry !== undefined && parsed.countryCallingCode !== callingCodeOf(homeCountry);
  return style === 'national' && !abroad ? parsed.formatNational() : parsed.formatInternational();
}

/**
 * Half-typed text with the country's grouping, for a number field. Text that is too long or holds anything else than
 * digits and separators comes back as it is, so that people see what they typed.
 */
export function formatAsTyped(text: string, country: CountryCode): string {
  const typed = text.length > longestNumberText ? null : readTypedDigits(text);
  if (typed === null || typed.digits === '') return text;
  const home = isoCountry(country);
  const formatter = isSupportedCountry(home) ? new AsYouType(home) : new AsYouType();
  return formatter.input(`${typed.plus ? '+' : ''}${typed.digits}`);
}

/**
 * A number that may be shown to those who need not know it: every digit but the last two is a bullet, the calling
 * code stays ("+1 ••• ••• ••42"). Of text that is no E.164 number nothing but the last two digits is shown, and
 * nothing at all of fewer than five.
 */
export function maskNumber(number: string): string {
  const parsed = looksLikeE164(number) ? parsePhoneNumberFromString(number) : undefined;
  if (parsed === undefined) return maskDigits(number.slice(-longestNumberText).replace(/[^\d]/g, ''));
  const callingCode = `+${parsed.countryCallingCode}`;
  return `${callingCode}${maskDigits(parsed.formatInternational().slice(callingCode.length))}`;
}

/** Digits one by one with spaces between ("+1 2 0 6 …"): for screen readers and read-back. All else is dropped. */
export function spokenDigits(number: string): string {
  const typed = number.slice(0, longestNumberText).replace(/[^+\d]/g, '');
  return [...typed.replaceAll('+', '')].join(' ').replace(/^/, typed.startsWith('+') ? '+' : '');
}

/** Decides on text the library can read: international, or national where `home` is given. */
function judge(text: string, home?: Parameters<typeof getCountryCallingCode>[0]): ParsedNumber {
  const parsed = parsePhoneNumberFromString(text, home);
  if (parsed !== undefined) {
    const fictional = fictionalCountryOf(parsed.number);
    if (fictional !== null) return { ok: true, e164: asE164(parsed.number), country: fictional };
    if (parsed.isValid()) return { ok: true, e164: asE164(parsed.number), country: parsed.country ?? null };
  }
  const length = validatePhoneNumberLength(text, home);
  if (length === 'TOO_SHORT') return refused('tooShort');
  return refused(length === 'TOO_LONG' ? 'tooLong' : 'invalid');
}

function refused(fault: PhoneNumberFault): ParsedNumber {
  return { ok: false, fault };
}

/** Amazon's country lists say UK where ISO says GB (spec §7). */
function isoCountry(country: CountryCode): CountryCode {
  return country === 'UK' ? 'GB' : country === 'UK-mobile' ? 'GB-mobile' : country;
}

function callingCodeOf(country: CountryCode): string | null {
  const home = isoCountry(country);
  return isSupportedCountry(home) ? getCountryCallingCode(home) : null;
}

function maskDigits(text: string): string {
  const digitsCount = text.replace(/\D/g, '').length;
  const hidden = digitsCount < 5 ? digitsCount : digitsCount - 2;
  let seen = 0;
  return text.replace(/\d/g, (digit) => (seen++ < hidden ? '•' : digit));
}
