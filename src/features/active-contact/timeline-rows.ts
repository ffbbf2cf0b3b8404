import type { ContactView } from '../../protocol/views.ts';
import { formatClock, formatDuration } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';

/** One thing that happened or goes on; `from` and `length` are parts of the whole axis, 0–1. */
export interface TimelineRow {
  readonly id: string;
  readonly label: string;
  readonly at: string;
  readonly lasted: string;
  readonly from: number;
  readonly length: number;
}

/** Steps that have begun, and the conversation; the axis runs from the first of them to now or to the end. */
export function timelineRows(contact: ContactView, nowMs: number, zone: string, t: Say): readonly TimelineRow[] {
  const spans = [...stepSpans(contact, nowMs, t), ...talkSpan(contact, nowMs, t)];
  const start = Math.min(...spans.map((span) => span.fromMs));
  const end = Math.max(...spans.map((span) => span.toMs));
  const whole = Math.max(1, end - start);
  return spans.map(({ id, label, fromMs, toMs }) => ({
    id,
    label,
    at: formatClock(fromMs, zone, 'seconds'),
    lasted: toMs === fromMs ? '' : formatDuration(toMs - fromMs),
    from: (fromMs - start) / whole,
    length: (toMs - fromMs) / whole,
  }));
}

interface Span {
  readonly id: string;
  readonly label: string;
  readonly fromMs: number;
  readonly toMs: number;
}

function stepSpans(contact: ContactView, nowMs: number, t: Say): readonly Span[] {
  return contact.steps.flatMap(({ name, fromMs, toMs }) => {
    if (fromMs === null) return [];
    const until = name === 'accepted' ? fromMs : (toMs ?? nowMs);
    return [{ id: name, label: t(`softphone.connecting.${name}`), fromMs, toMs: Math.max(fromMs, until) }];
  });
}

function talkSpan(contact: ContactView, nowMs: number, t: Say): readonly Span[] {
  if (contact.connectedAtMs === null) return [];
  const isOver = contact.stage !== 'connected' && contact.stage !== 'held';
  const toMs = isOver ? contact.stageSinceMs : nowMs;
  return [{ id: 'talking', label: t('softphone.talking.talking'), fromMs: contact.connectedAtMs, toMs: Math.max(contact.connectedAtMs, toMs) }];
}
