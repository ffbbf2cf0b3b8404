import type { CallbackId, CenterEvent, Commit, ContactId, E164, LineId } from '../engine/index.ts';

/** How a phone's last line ended. */
export type LineEnd = 'customer' | 'center' | 'failed';

export interface EndedLine {
  readonly lineId: LineId;
  readonly by: LineEnd;
  readonly atMs: number;
}

/**
 * What views ask for and the engine has no need of: folded from events, so that no view has to search the center.
 * Rebuilt from the journal at each start.
 */
export interface SideIndex {
  /** The line of each phone that ended last, and how. */
  readonly lastLine: ReadonlyMap<E164, EndedLine>;
  /** Open promises to call a number back, oldest first. */
  readonly openCallbacks: ReadonlyMap<E164, readonly CallbackId[]>;
  /** Keys the agent sent into the conversation. */
  readonly digitsSent: ReadonlyMap<ContactId, string>;
  readonly apply: (commit: Commit) => void;
  readonly save: () => SavedSideIndex;
}

/** What is kept of an index, as plain values. */
export interface SavedSideIndex {
  readonly lastLine: readonly (readonly [E164, EndedLine])[];
  readonly openLines: readonly (readonly [LineId, { readonly number: E164; readonly manual: boolean }])[];
  readonly openCallbacks: readonly (readonly [E164, readonly CallbackId[]])[];
  readonly digitsSent: readonly (readonly [ContactId, string])[];
}

/** An index of nothing, or as it was when it was saved. */
export function createSideIndex(saved: SavedSideIndex = { lastLine: [], openLines: [], openCallbacks: [], digitsSent: [] }): SideIndex {
  const lastLine = new Map(saved.lastLine);
  /** Open lines: whose they are, and whether a person decides what the phone does. */
  const openLines = new Map(saved.openLines);
  const openCallbacks = new Map(saved.openCallbacks);
  const numberOf = new Map(saved.openCallbacks.flatMap(([number, ids]) => ids.map((id) => [id, number] as const)));
  const digitsSent = new Map(saved.digitsSent);

  const endLine = (lineId: LineId, by: LineEnd, atMs: number): void => {
    const line = openLines.get(lineId);
    if (!line) return;
    openLines.delete(lineId);
    lastLine.set(line.number, { lineId, by, atMs });
  };

  const fold = (event: CenterEvent, atMs: number): void => {
    switch (event.type) {
      case 'line.opened':
        openLines.set(event.lineId, { number: event.number, manual: event.behavior?.does === 'manual' });
        return;
      case 'line.closed':
        endLine(event.lineId, event.by, atMs);
        return;
      case 'line.failed':
        // Somebody who declines is heard as busy by the network; the phone itself knows better.
        endLine(event.lineId, event.failure === 'busy' && openLines.get(event.lineId)?.manual ? 'customer' : 'failed', atMs);
        return;
      case 'callback.requested':
        numberOf.set(event.callbackId, event.number);
        openCallbacks.set(event.number, [...(openCallbacks.get(event.number) ?? []), event.callbackId]);
        return;
      case 'callback.closed': {
        const number = numberOf.get(event.callbackId);
        if (number === undefined) return;
        numberOf.delete(event.callbackId);
        const left = (openCallbacks.get(number) ?? []).filter((id) => id !== event.callbackId);
        if (left.length > 0) openCallbacks.set(number, left);
        else openCallbacks.delete(number);
        return;
      }
      case 'contact.digitsSent':
        digitsSent.set(event.contactId, (digitsSent.get(event.contactId) ?? '') + event.digits);
        return;
      case 'contact.completed':
        digitsSent.delete(event.contactId);
        return;
      default:
        return;
    }
  };

  return {
    lastLine, openCallbacks, digitsSent,
    save: () => ({ lastLine: [...lastLine], openLines: [...openLines], openCallbacks: [...openCallbacks], digitsSent: [...digitsSent] }),
    apply: (commit) => {
      for (const event of commit.events) fold(event, commit.atMs);
    },
  };
}
