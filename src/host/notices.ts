import type { NoticeView } from '../protocol/views.ts';

/** What everyone should know of the host, by kind: one of a kind at a time. */
export interface Notices {
  readonly put: (kind: NoticeView['kind'], amountMs?: number) => void;
  readonly clear: (kind: NoticeView['kind']) => void;
  readonly list: () => readonly NoticeView[];
}

/** Nothing to tell. */
export function createNotices(): Notices {
  const byKind = new Map<NoticeView['kind'], NoticeView>();
  let count = 0;
  return {
    put: (kind, amountMs) => {
      if (amountMs === undefined && byKind.has(kind)) return;
      // Told anew under another id, so that who dismissed the last one sees this one.
      count += 1;
      byKind.set(kind, { id: `${kind}-${count}`, kind, amountMs: amountMs ?? null });
    },
    clear: (kind) => {
      byKind.delete(kind);
    },
    list: () => [...byKind.values()],
  };
}
