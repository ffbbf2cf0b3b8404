import { expect, test } from 'vitest';
import { must } from '../engine/index.ts';
import { isDialable, parseNumber } from '../world/phone-numbers.ts';
import { dialableByDefault } from './dialable-countries.ts';
import { buildInstance } from './instance.ts';
import type { InstanceSpec } from './instance-schema.ts';

test.each([
  ['US', ['US', 'CA', 'MX', 'PR', 'GB']],
  ['CA', ['US', 'CA', 'MX', 'PR', 'GB']],
  ['ZA', ['ZA', 'GB', 'US']],
  ['KR', ['KR', 'GB', 'US']],
  ['SG', ['SG', 'AU', 'HK', 'US', 'GB']],
  ['AU', ['AU', 'NZ', 'US']],
  ['JP', ['JP', 'VN', 'US']],
  ['DE', ['GB', 'IT', 'FR', 'IE', 'US']],
  ['GB', ['GB', 'IT', 'FR', 'IE', 'US']],
  ['UK', ['GB', 'IT', 'FR', 'IE', 'US']],
])('an instance in a Region of %s calls %j until it asks for more (spec §7)', (country, countries) => {
  expect(dialableByDefault(country)).toEqual(countries);
});

const dialable = (spec: InstanceSpec): readonly string[] => {
  const built = buildInstance({ base: 'empty', ...spec }, null, () => null);
  return must(built.ok ? built.value : null, 'an instance').dialableCountries;
};

test('a section that begins with nothing has the list of its country, unless it says which', () => {
  expect([dialable({}), dialable({ country: 'AU' }), dialable({ country: 'AU', dialableCountries: ['AU'] })]).toEqual([dialableByDefault('US'), dialableByDefault('AU'), ['AU']]);
});

test('a number of the country of the Region can be called, its mobiles in Britain and Japan not before they are asked for', () => {
  const canCall = (country: string, text: string, ...more: readonly string[]): boolean => {
    const number = parseNumber(text, 'Local', country);
    return number.ok && isDialable(number.e164, [...dialableByDefault(country), ...more]);
  };
  expect([canCall('AU', '02 5550 1234'), canCall('GB', '020 7946 0123'), canCall('GB', '07700 900123'), canCall('GB', '07700 900123', 'GB-mobile')]).toEqual([true, true, false, true]);
  expect([canCall('JP', '03 1234 5678'), canCall('JP', '090 1234 5678'), canCall('JP', '090 1234 5678', 'JP-mobile')]).toEqual([true, false, true]);
});
