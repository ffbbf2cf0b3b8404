import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asE164 } from '../engine/core/e164.ts';
import { areaCodesByZone } from './area-codes.ts';
import { likelyZone } from './area-zones.ts';
import { countriesByZone } from './country-zones.ts';
import { prefixesByZone } from './prefix-zones.ts';
import { isTimeZone } from './time-zones.ts';

describe('the likely time zone of a number', () => {
  test.each([
    ['Seattle', '+12065550142', 'America/Los_Angeles'],
    ['Washington', '+12025550142', 'America/New_York'],
    ['Chicago', '+13125550142', 'America/Chicago'],
    ['Phoenix', '+16025550142', 'America/Phoenix'],
    ['El Paso, though Texas', '+19155550142', 'America/Denver'],
    ['Honolulu', '+18085550142', 'Pacific/Honolulu'],
    ['Toronto', '+14165550123', 'America/Toronto'],
    ['Regina', '+13065550123', 'America/Regina'],
    ['St. John’s', '+17095550123', 'America/St_Johns'],
    ['San Juan', '+17875550123', 'America/Puerto_Rico'],
    ['Kingston', '+18765550123', 'America/Jamaica'],
    ['London', '+442079460123', 'Europe/London'],
    ['a fictional British mobile', '+447700900123', 'Europe/London'],
    ['Kolkata', '+913322001234', 'Asia/Kolkata'],
    ['Tokyo', '+81312345678', 'Asia/Tokyo'],
    ['Madrid', '+34910123456', 'Europe/Madrid'],
    ['Las Palmas', '+34928123456', 'Atlantic/Canary'],
    ['Mexico City', '+525512345678', 'America/Mexico_City'],
    ['Tijuana', '+526641234567', 'America/Tijuana'],
    ['São Paulo', '+5511961234567', 'America/Sao_Paulo'],
    ['Manaus', '+5592991234567', 'America/Manaus'],
    ['Sydney', '+61255501234', 'Australia/Sydney'],
    ['Perth', '+61892001234', 'Australia/Perth'],
    ['Adelaide', '+61882001234', 'Australia/Adelaide'],
    ['Darwin', '+61889001234', 'Australia/Darwin'],
    ['Moscow', '+74951234567', 'Europe/Moscow'],
    ['Vladivostok', '+74232123456', 'Asia/Vladivostok'],
    ['Almaty', '+77272123456', 'Asia/Almaty'],
  ])('%s', (_place, number, zone) => {
    expect(likelyZone(asE164(number))).toBe(zone);
  });

  test.each([
    ['toll-free', '+18005550199'],
    ['newer toll-free', '+18335550199'],
    ['a personal number', '+15005550199'],
    ['the Canadian territories', '+18675550199'],
    ['an Australian mobile', '+61491570156'],
    ['a Russian mobile', '+79161234567'],
    ['a country of several zones', '+62211234567'],
    ['a number of no country', '+80012345678'],
    ['no number', '+'],
  ])('%s tells no zone', (_what, number) => {
    expect(likelyZone(asE164(number))).toBeNull();
  });

  test('no text makes it throw, and what it says is a zone', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789') }).map((digits) => `+${digits}`),
    );
    fc.assert(
      fc.property(text, (number) => {
        const zone = likelyZone(asE164(number));
        expect(zone === null || isTimeZone(zone)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe.each([
  ['area codes', areaCodesByZone, /^[2-9]\d\d$/, 450],
  ['countries', countriesByZone, /^[A-Z]{2}$/, 60],
  ['prefixes', prefixesByZone, /^[2-9]\d{1,5}$/, 100],
])('the table of %s', (_name, table, shape, atLeast) => {
  const codes = table.flatMap(([, listed]) => listed.split(' '));

  test('names only zones that exist, each once', () => {
    const zones = table.map(([zone]) => zone);
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(new Set(zones).size).toBe(zones.length);
  });

  test('holds well-formed codes, each once, and enough of them', () => {
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.length).toBeGreaterThanOrEqual(atLeast);
  });
});
