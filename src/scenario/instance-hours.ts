import { idFromName } from '../engine/index.ts';
import type { HoursId, HoursOfOperation, HoursOverride, OpenSlice, Weekday, ZoneTable } from '../engine/index.ts';
import { zoneOffsets } from '../world/time-zones.ts';
import type { DraftFaults, Path } from './instance-draft.ts';
import type { InstanceSpec } from './instance-schema.ts';

type HoursSpec = NonNullable<InstanceSpec['hours']>[number];

/** Years for which a zone's changes are told: those in which stories play. They are journaled, so not all there are. */
const firstYear = 2010;
const lastYear = 2050;

/** Hours of operation of the section (spec §5.7), without those that they inherit from; null when the zone is not known. */
export function makeHours(spec: HoursSpec, before: HoursOfOperation | null, instanceZone: string, path: Path, faults: DraftFaults): HoursOfOperation | null {
  const zone = spec.timeZone === undefined && before !== null ? before.zone : zoneTable(spec.timeZone ?? instanceZone, [...path, 'timeZone'], faults);
  const open = spec.open === undefined ? (before?.open ?? '24x7') : spec.open === '24x7' ? spec.open : spec.open.flatMap((slice, index) => slices(slice, [...path, 'open', index], faults));
  const overrides = spec.overrides === undefined ? before?.overrides : spec.overrides.map((override, index) => makeOverride(override, [...path, 'overrides', index], faults));
  if (zone === null) return null;
  return { ...before, id: before?.id ?? (idFromName('hours', spec.name) as HoursId), name: spec.name, zone, open, ...(overrides && { overrides }) };
}

/** The hours with those that they inherit from, which may stand anywhere in the section or its base. */
export function withParents(specs: readonly HoursSpec[], all: readonly HoursOfOperation[], faults: DraftFaults): readonly HoursOfOperation[] {
  const parents = new Map(specs.flatMap(({ name, inherits }, index) => {
    const ids = inherits?.flatMap((parent, at) => faults.find(all, (hours) => hours.name, parent, 'set of hours', ['hours', index, 'inherits', at])?.id ?? []);
    return ids === undefined ? [] : [[name, ids] as const];
  }));
  return all.map((hours) => {
    const inherits = parents.get(hours.name);
    return inherits === undefined ? hours : { ...hours, inherits };
  });
}

type OverrideSpec = NonNullable<HoursSpec['overrides']>[number];

const UNIT = { week: 'WEEK', month: 'MONTH', year: 'YEAR' } as const;
const DAY_MS = 86_400_000;

function makeOverride(spec: OverrideSpec, path: Path, faults: DraftFaults): HoursOverride {
  const { name, type = 'STANDARD', from, till = from, times = [], every, interval, month = null, monthDay = null, weekdayOccurrence = null } = spec;
  if (till < from) faults.add([...path, 'till'], `It ends on ${till}, before it begins on ${from}.`);
  const turns = [interval ?? null, month, monthDay, weekdayOccurrence].some((turn) => turn !== null);
  if (every === undefined && turns) faults.add(path, 'It says on which day it recurs, and not how often: add "every".');
  if (type === 'STANDARD' && every !== undefined) faults.add([...path, 'every'], 'What recurs is of the type OPEN or CLOSED.');
  return {
    name, type, fromDay: Date.parse(from) / DAY_MS, tillDay: Date.parse(till) / DAY_MS,
    slices: times.flatMap((slice, index) => slices(slice, [...path, 'times', index], faults)),
    recurs: every === undefined ? null : { every: UNIT[every], interval: interval ?? 1, month, monthDay, weekdayOccurrence },
  };
}

/** Zones worked out so far: forty years of clock changes take longer than most stories. */
const known = new Map<string, ZoneTable>();

/** A zone's offsets; null, with the reason among the faults, when there is no such zone. */
export function zoneTable(zone: string, path: Path, faults: DraftFaults): ZoneTable | null {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const offsets = zoneOffsets(zone, firstYear, lastYear);
  if (offsets.ok) known.set(zone, offsets.value);
  if (offsets.ok) return offsets.value;
  faults.add(path, `There is no time zone "${zone}": write its IANA name, such as "America/New_York".`);
  return null;
}

type SliceSpec = Exclude<NonNullable<HoursSpec['open']>, '24x7'>[number];

/** The days of a slice that names none. */
export const everyDay: SliceSpec['days'] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The slices of one line of opening times, one for each of its days. */
export function slices({ days, from, to }: SliceSpec, path: Path, faults: DraftFaults): readonly OpenSlice[] {
  const startMinute = minuteOf(from);
  // The model writes midnight at the end of the day as 0.
  const endMinute = minuteOf(to) % 1440;
  if (endMinute !== 0 && endMinute <= startMinute) faults.add(path, `It closes at ${to}, before it opens at ${from}: write the night as two slices, one of each day.`);
  return days.map((day) => ({ day: day.toUpperCase() as Weekday, startMinute, endMinute }));
}

function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
