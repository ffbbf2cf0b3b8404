import type { E164 } from '../engine/core/e164.ts';
import { areaCodesByZone } from './area-codes.ts';
import { countriesByZone } from './country-zones.ts';
import { countryOf } from './phone-numbers.ts';
import { prefixesByZone } from './prefix-zones.ts';

/** The longest prefix in prefix-zones.ts. */
const longestPrefix = 6;

/**
 * The IANA time zone a number's owner probably lives in, or null when the number does not tell: toll-free,
 * mobiles of countries with several zones, numbers of no country. A guess for people to read ("their local time"),
 * never a ground for a decision: numbers travel with their owners.
 */
export function likelyZone(number: E164): string | null {
  const digits = number.slice(1);
  if (digits.startsWith('1')) return zoneListing(areaCodesByZone, digits.slice(1, 4));
  for (let length = longestPrefix; length > 1; length -= 1) {
    const zone = zoneListing(prefixesByZone, digits.slice(0, length));
    if (zone !== null) return zone;
  }
  const country = countryOf(number);
  return country === null ? null : zoneListing(countriesByZone, country);
}

function zoneListing(table: readonly (readonly [zone: string, codes: string])[], code: string): string | null {
  return table.find(([, codes]) => codes.split(' ').includes(code))?.[0] ?? null;
}
