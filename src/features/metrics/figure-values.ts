import type { CurrentMetrics } from '../../api/metrics.ts';
import { formatDuration } from '../../text/format.ts';
import { dayGroups, type FigureId, type FigureKind, type NowRow } from './figure-rows.ts';

/** What stands in a cell: words, a clock that runs from an instant, or nothing to tell. */
export type FigureValue =
  | { readonly is: 'words'; readonly words: string; readonly isZero: boolean }
  | { readonly is: 'running'; readonly sinceMs: number }
  | { readonly is: 'none' };

const none: FigureValue = { is: 'none' };

/** A value as it is written: "3", "66.7 %", "2:00". */
export function wordsOf(value: number | null, kind: Exclude<FigureKind, 'age'>): FigureValue {
  if (value === null) return none;
  const rounded = Math.round(value * 10) / 10;
  const words = kind === 'count' ? String(value) : kind === 'percent' ? `${rounded} %` : formatDuration(Math.round(value) * 1000);
  return { is: 'words', words, isZero: value === 0 };
}

/** A figure of now. Oldest becomes the instant from which it runs; nobody waiting is no age. */
export function nowValue(current: CurrentMetrics, queueId: string, { metric, kind }: NowRow): FigureValue {
  const value = current.byQueue.get(queueId)?.[metric] ?? null;
  if (kind !== 'age') return wordsOf(value, kind);
  const isEmpty = (current.byQueue.get(queueId)?.CONTACTS_IN_QUEUE ?? 0) === 0;
  return value === null || isEmpty ? none : { is: 'running', sinceMs: current.atMs - value * 1000 };
}

/** The place of each figure of the day among the values that come back. */
const placeOf: ReadonlyMap<FigureId, number> = new Map(dayGroups.flatMap(({ rows }) => rows).map(({ id }, place) => [id, place]));

/** A figure of the day. A queue that is not in the answer has had nothing: counts are 0, the rest cannot be told. */
export function dayValue(byQueue: ReadonlyMap<string, readonly (number | null)[]>, queueId: string, { id, kind }: { readonly id: FigureId; readonly kind: FigureKind }): FigureValue {
  const value = byQueue.get(queueId)?.[placeOf.get(id) ?? -1] ?? null;
  return kind === 'age' ? none : wordsOf(value ?? (kind === 'count' ? 0 : null), kind);
}
