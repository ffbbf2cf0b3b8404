/** One page of a list, and the token of the next; a token that no item answers to is refused as null. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | null;
}

/**
 * Cuts a page out of a list in a total order. The token names the last item shown, not a position, so that items
 * arriving at the head between two requests neither repeat nor skip others.
 */
export function cutPage<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  asked: { readonly max: number; readonly token: string | null },
): Page<Item> | null {
  const after = asked.token === null ? -1 : items.findIndex((item) => `after:${idOf(item)}` === asked.token);
  if (asked.token !== null && after < 0) return null;
  const shown = items.slice(after + 1, after + 1 + asked.max);
  const last = shown.at(-1);
  const more = after + 1 + shown.length < items.length;
  return { items: shown, nextToken: more && last !== undefined ? `after:${idOf(last)}` : null };
}
