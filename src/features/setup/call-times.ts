/** A phone rings for a minute before nobody answering is taken as such (spec §1.7). */
const ringSeconds = 60;
/** More would only fill the page. */
const shownMax = 4;

/** The earliest instants, in seconds after the request, at which a customer is called who never answers. */
export interface CallTimes {
  readonly afterSeconds: readonly number[];
  /** Further calls that are not listed. */
  readonly more: number;
}

/** When calls are made if an agent is free whenever one is due. */
export function callTimes({ initialDelay, retries, gap }: { readonly initialDelay: number; readonly retries: number; readonly gap: number }): CallTimes {
  const count = retries + 1;
  const shown = Math.min(count, shownMax);
  return {
    afterSeconds: Array.from({ length: shown }, (_, at) => initialDelay + at * (ringSeconds + gap)),
    more: count - shown,
  };
}
