/** A whole number as typed, spaces around it allowed; null when it is none. */
export function readWhole(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
