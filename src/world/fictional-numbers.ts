/*
 * Numbers that regulators keep free for drama and documentation but that libphonenumber does not count as
 * valid. They are nobody's telephone, so demos and tests should use them, and a real network answers them
 * the way it answers any unassigned number: they are plausible, not malformed (spec §7, scenario 24 sends
 * +447700900123 and expects "not dialable"). Reserved ranges that the library accepts need no row.
 */

interface FictionalRange {
  readonly country: string;
  readonly shape: RegExp;
  readonly source: string;
}

const fictionalRanges: readonly FictionalRange[] = [
  { country: 'GB', shape: /^\+447700900\d{3}$/, source: 'Ofcom, telephone numbers for use in TV and radio drama: mobile' },
  { country: 'GB', shape: /^\+441632960\d{3}$/, source: 'Ofcom, the same list: no area' },
  { country: 'FR', shape: /^\+3363998\d{4}$/, source: 'ARCEP, numbers for audiovisual works: mobile' },
  { country: 'IE', shape: /^\+3532091\d{5}$/, source: 'ComReg, numbering conditions of use: drama' },
];

/** The country whose regulator reserved this number for fiction, or null: for those only that the library refuses. */
export function fictionalCountryOf(number: string): string | null {
  return fictionalRanges.find((range) => range.shape.test(number))?.country ?? null;
}
