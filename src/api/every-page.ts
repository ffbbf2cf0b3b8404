interface Page {
  readonly NextToken?: string | null | undefined;
}

/** A list that comes in pages, whole: each page is asked for by the token that the one before gives, until one gives none. */
export async function everyPage<Found extends Page>(load: (token: string | null) => Promise<Found>): Promise<readonly Found[]> {
  const pages: Found[] = [];
  for (let token: string | null = null, isMore = true; isMore; isMore = token !== null) {
    // oxlint-disable-next-line no-await-in-loop -- A page is known by the token that the one before it gives.
    const page: Found = await load(token);
    pages.push(page);
    token = page.NextToken ?? null;
  }
  return pages;
}
