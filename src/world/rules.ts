import type { E164 } from '../engine/core/e164.ts';
import type { PhoneNumberRules, ZoneTable } from '../engine/index.ts';
import { likelyZone } from './area-zones.ts';
import { isDialable, parseNumber } from './phone-numbers.ts';
import { zoneOffsets } from './time-zones.ts';

/** The numbering plan of the world as the engine asks for it (spec §7); hand it to `createEngine`. */
export const phoneNumberRules: PhoneNumberRules = {
  parse: (text, format, country) => parseNumber(text, format, country),
  isDialable,
  zoneOf,
};

const tables = new Map<string, ZoneTable | null>();

/** The zone a number lives in, as a table of offsets; each zone is worked out once. */
function zoneOf(number: E164): ZoneTable | null {
  const zone = likelyZone(number);
  if (zone === null) return null;
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const offsets = zoneOffsets(zone, FIRST_YEAR, LAST_YEAR);
  const table = offsets.ok ? offsets.value : null;
  tables.set(zone, table);
  return table;
}

/** As far as the demo's own tables reach. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2050;
