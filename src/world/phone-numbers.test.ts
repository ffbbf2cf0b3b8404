import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asE164 } from '../engine/core/e164.ts';
import {
  countryOf, formatAsTyped, formatNumber, isDialable, maskNumber, parseNumber, spokenDigits,
} from './phone-numbers.ts';
import type { NumberEntry, PhoneNumberFault } from './phone-numbers.ts';
import { phoneNumberRules } from './rules.ts';

const usRegion = ['US', 'CA', 'MX', 'PR', 'UK'];

/** The E.164 text, or the fault with a question mark: one column for tables. */
function read(text: string, format: NumberEntry, country: string): string {
  const parsed = parseNumber(text, format, country);
  return parsed.ok ? parsed.e164 : `?${parsed.fault}`;
}

describe('reading a number', () => {
  test.each<[rule: string, text: string, format: NumberEntry, country: string, result: string]>([
    ['local digits belong to the country of the block', '2065550142', 'Local', 'US', '+12065550142'],
    ['one trunk prefix is dropped: 1 in America', '1 206 555 0142', 'Local', 'US', '+12065550142'],
    ['one trunk prefix is dropped: 0 in Britain', '020 7946 0123', 'Local', 'GB', '+442079460123'],
    ['a second trunk prefix is not', '0020 7946 0123', 'Local', 'GB', '?tooLong'],
    ['the zero of Italy is part of the number', '06 1234 5678', 'Local', 'IT', '+390612345678'],
    ['UK in a country list is Britain', '020 7946 0123', 'Local', 'UK', '+442079460123'],
    ['local digits are no international prefix', '011 44 20 7946 0123', 'Local', 'US', '?tooLong'],
    ['local digits carry no calling code', '44 20 7946 0123', 'Local', 'GB', '?tooLong'],
    ['local entry has no plus', '+2065550142', 'Local', 'US', '?invalid'],
    ['local entry needs a country that exists', '2065550142', 'Local', 'XX', '?invalid'],
    ['a missing plus is put in front', '442079460123', 'E164', 'US', '+442079460123'],
    ['international digits ignore the country', '2065550142', 'E164', 'US', '?invalid'],
    ['the zero in parentheses is dropped', '+44 (0)20 7946 0123', 'E164', 'US', '+442079460123'],
    ['a dial pad knows the way abroad', '011 44 20 7946 0123', 'any', 'US', '+442079460123'],
    ['a dial pad knows a plus', '+44 20 7946 0123', 'any', 'US', '+442079460123'],
    ['a dial pad knows home', '(206) 555-0142', 'any', 'US', '+12065550142'],
    ['three digits are too few', '555', 'Local', 'US', '?tooShort'],
    ['a plus alone is a beginning', '+', 'any', 'US', '?tooShort'],
    ['an area code that cannot exist is refused', '111 555 0142', 'Local', 'US', '?invalid'],
    ['a fictional British mobile is plausible', '+447700900123', 'E164', 'US', '+447700900123'],
    ['its national form too', '07700 900123', 'Local', 'GB', '+447700900123'],
    ['a number of no country is a number', '+80012345678', 'E164', 'US', '+80012345678'],
  ])('%s: %s', (_rule, text, format, country, result) => {
    expect(read(text, format, country)).toBe(result);
  });

  test.each<[what: string, text: string]>([
    ['punctuation', ' (206) 555-0142\n'],
    ['dots', '206.555.0142'],
    ['no-break spaces', '206\u00a0555\u202f0142'],
    ['en dashes and minus signs', '206–555−0142'],
    ['full-width digits', '２０６－５５５－０１４２'],
    ['Arabic-Indic digits', '٢٠٦٥٥٥٠١٤٢'],
    ['Persian digits', '۲۰۶۵۵۵۰۱۴۲'],
    ['direction marks', '\u202a206\u200e5550142\u202c'],
  ])('%s do not hide a number', (_what, text) => {
    expect(read(text, 'Local', 'US')).toBe('+12065550142');
  });

  test.each<[what: string, text: string, fault: PhoneNumberFault]>([
    ['nothing', '', 'empty'],
    ['blanks', ' \u00a0\u200f ', 'empty'],
    ['punctuation alone', '()-', 'notANumber'],
    ['letters', '1-800-FLOWERS', 'notANumber'],
    ['an extension', '206 555 0142 x12', 'notANumber'],
    ['a star code', '*67 206 555 0142', 'notANumber'],
    ['an emoji', '☎️ 2065550142', 'notANumber'],
    ['keycap emoji', '2️⃣065550142', 'notANumber'],
    ['two pluses', '++12065550142', 'notANumber'],
    ['a plus inside', '206+5550142', 'notANumber'],
    ['superscripts', '206555014²', 'notANumber'],
    ['a NUL', '206\u00005550142', 'notANumber'],
    ['twenty digits', '2'.repeat(20), 'tooLong'],
    ['ten thousand digits', '2'.repeat(10_000), 'tooLong'],
    ['ten thousand blanks', ' '.repeat(10_000), 'tooLong'],
  ])('%s is refused and says why', (_what, text, fault) => {
    for (const format of ['any', 'E164', 'Local'] as const) expect(read(text, format, 'US')).toBe(`?${fault}`);
  });

  test('text beyond 64 characters is not looked at', () => {
    expect(read('x'.repeat(64), 'any', 'US')).toBe('?notANumber');
    expect(read('x'.repeat(65), 'any', 'US')).toBe('?tooLong');
  });

  test('the country comes with the number', () => {
    expect(parseNumber('+14165550123', 'E164', 'US')).toMatchObject({ country: 'CA' });
    expect(parseNumber('+17875550123', 'E164', 'US')).toMatchObject({ country: 'PR' });
    expect(parseNumber('+447700900123', 'E164', 'US')).toMatchObject({ country: 'GB' });
    expect(parseNumber('+80012345678', 'E164', 'US')).toMatchObject({ country: null });
  });
});

describe('numbers set aside for fiction are accepted', () => {
  test.each([
    ['United States 555-01xx', '+12065550142'],
    ['United States toll-free 555-01xx', '+18005550199'],
    ['London', '+442079460123'],
    ['Leeds', '+441134960123'],
    ['Belfast', '+442896496123'],
    ['Cardiff', '+442920180123'],
    ['British mobiles', '+447700900123'],
    ['Britain, no area', '+441632960123'],
    ['British freephone', '+448081570123'],
    ['Sydney', '+61255501234'],
    ['Melbourne', '+61370101234'],
    ['Australian mobiles', '+61491570156'],
    ['Paris', '+33199001234'],
    ['French mobiles', '+33639981234'],
    ['Ireland', '+353209112345'],
    ['Berlin', '+493023125123'],
    ['German mobiles', '+4915228817386'],
    ['Swedish mobiles', '+46701740605'],
  ])('%s', (_range, number) => {
    expect(read(number, 'E164', 'US')).toBe(number);
  });
});

describe('dialability', () => {
  test.each<[number: string, dialable: readonly string[], expected: boolean]>([
    ['+12065550142', usRegion, true],
    ['+14165550123', usRegion, true],
    ['+14165550123', ['US'], false],
    ['+442079460123', usRegion, true],
    ['+442079460123', ['GB'], true],
    ['+447700900123', usRegion, false],
    ['+447700900123', [...usRegion, 'GB-mobile'], true],
    ['+447700900123', [...usRegion, 'UK-mobile'], true],
    ['+442079460123', ['GB-mobile'], false],
    ['+81312345678', ['JP'], true],
    ['+819012345678', ['JP'], false],
    ['+817012345678', ['JP', 'JP-mobile'], true],
    ['+33639981234', usRegion, false],
    ['+80012345678', usRegion, false],
    ['+12065550142', [], false],
  ])('%s from %j: %s', (number, dialable, expected) => {
    expect(isDialable(asE164(number), dialable)).toBe(expected);
  });

  test('a fictional British mobile is valid yet not dialable from the American default (spec, scenario 24)', () => {
    expect(phoneNumberRules.parse('555', 'Local', 'US').ok).toBe(false);
    const mobile = phoneNumberRules.parse('+447700900123', 'E164', 'US');
    expect(mobile.ok && !phoneNumberRules.isDialable(mobile.e164, usRegion)).toBe(true);
  });
});

describe('showing a number', () => {
  test('at home it is national, from abroad international', () => {
    expect(formatNumber('+12065550142', 'national', 'US')).toBe('(206) 555-0142');
    expect(formatNumber('+442079460123', 'national', 'US')).toBe('+44 20 7946 0123');
    expect(formatNumber('+442079460123', 'national', 'UK')).toBe('020 7946 0123');
    expect(formatNumber('+12065550142', 'international')).toBe('+1 206 555 0142');
  });

  test('text that is no number is shown as it is', () => {
    expect(formatNumber('anonymous', 'national', 'US')).toBe('anonymous');
    expect(formatAsTyped('*67', 'US')).toBe('*67');
    expect(formatAsTyped('+', 'US')).toBe('+');
  });

  test('a number is grouped while it is typed', () => {
    expect(formatAsTyped('206555', 'US')).toBe('(206) 555');
    expect(formatAsTyped('+4420', 'US')).toBe('+44 20');
    expect(formatAsTyped('٢٠٦٥٥٥', 'US')).toBe('(206) 555');
  });

  test('a masked number keeps its shape, its calling code and the last two digits', () => {
    expect(maskNumber('+12065550142')).toBe('+1 ••• ••• ••42');
    expect(maskNumber('+442079460123')).toBe('+44 •• •••• ••23');
    expect(maskNumber('2065550142')).toBe('••••••••42');
    expect(maskNumber('911')).toBe('•••');
    expect(maskNumber('sip:ana@example.com')).toBe('');
  });

  test('a number is read out digit by digit', () => {
    expect(spokenDigits('+12065550142')).toBe('+1 2 0 6 5 5 5 0 1 4 2');
    expect(spokenDigits('(206) 555')).toBe('2 0 6 5 5 5');
    expect(spokenDigits('anonymous')).toBe('');
  });
});

describe('whatever comes in', () => {
  const entry = fc.constantFrom<NumberEntry>('Local', 'E164', 'any');
  const country = fc.constantFrom('US', 'GB', 'UK', 'JP', 'AR', 'BR', 'IT', 'MX', 'RU', 'DE', 'HU', 'XX', '');
  const unicode = fc.string({ unit: 'binary', maxLength: 80 });
  const numberish = fc.string({ unit: fc.constantFrom(...'0123456789+()-. ٣７'), maxLength: 20 });
  const international = fc
    .tuple(
      fc.constantFrom('1', '1206', '44', '49', '39', '54', '549', '55', '52', '81', '7', '36', '33', '61', '800'),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 10 }),
    )
    .map(([code, rest]) => `+${code}${rest}`);

  test('nothing throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(unicode, numberish), entry, country, (text, format, home) => {
        const number = asE164(text);
        expect(typeof parseNumber(text, format, home).ok).toBe('boolean');
        expect(typeof isDialable(number, [home])).toBe('boolean');
        expect(countryOf(number) ?? 'none').toMatch(/^([A-Z]{2}|none)$/);
        const shown = [formatNumber(text, 'national', home), formatAsTyped(text, home), maskNumber(text), spokenDigits(text)];
        expect(shown.every((line) => typeof line === 'string')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('an accepted number reads as itself, in every entry format that allows a plus, from every country', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(numberish, international), entry, country, country, (text, format, home, other) => {
        const parsed = parseNumber(text, format, home);
        if (!parsed.ok) return;
        accepted += 1;
        expect(parsed.e164).toMatch(/^\+[1-9]\d{1,14}$/);
        expect(parseNumber(parsed.e164, 'E164', other)).toEqual(parsed);
        expect(parseNumber(parsed.e164, 'any', other)).toEqual(parsed);
        expect(parseNumber(formatNumber(parsed.e164, 'international'), 'E164', other)).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
    // About a hundred in a run: a property that accepts nothing proves nothing.
    expect(accepted).toBeGreaterThan(20);
  });

  test('a masked number shows its calling code and two digits, never more', () => {
    fc.assert(
      fc.property(fc.oneof(unicode, numberish, international), (text) => {
        const shown = maskNumber(text).replace(/[^\d]/g, '');
        const masked = maskNumber(text);
        const callingCode = /^\+(\d+)/.exec(masked)?.[1] ?? '';
        expect(callingCode.length).toBeLessThanOrEqual(3);
        expect(shown.length - callingCode.length).toBeLessThanOrEqual(2);
        expect(masked).not.toMatch(/[^\d+•() .\-/]/);
      }),
      { numRuns: 1_000 },
    );
  });
});
