/** Up to two letters for a portrait: of the first and the last word that begin with a letter. A bullet for nobody. */
export function initials(name: string | null): string {
  const letters = (name ?? '').split(/\s+/).flatMap((word) => word.match(/^\p{L}/u) ?? []);
  const [first] = letters;
  if (first === undefined) return '•';
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
  return `${first}${last}`.toUpperCase();
}
