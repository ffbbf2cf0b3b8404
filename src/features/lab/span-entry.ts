/** Units in which a span is typed, in ms. */
export const unitsMs = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

export type SpanUnit = keyof typeof unitsMs;

/** In display order. */
export const spanUnits = ['seconds', 'minutes', 'hours', 'days'] as const satisfies readonly SpanUnit[];

/** The farthest one step may go: a callback lives seven days (spec §1.4), and twice that shows what comes after. */
export const spanDaysMax = 14;

export type SpanFault = 'empty' | 'notANumber' | 'tooSmall' | 'tooLarge';

/** A span in whole ms, or why the text is none. */
export type SpanEntry = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly fault: SpanFault };

/** Reads a typed span. A decimal comma is a decimal point; signs, exponents and anything else are refused. */
export function readSpan(text: string, unit: SpanUnit): SpanEntry {
  const typed = text.trim();
  if (typed === '') return { ok: false, fault: 'empty' };
  if (!/^\d{1,12}([.,]\d{0,6})?$/.test(typed)) {
    return { ok: false, fault: /^\d+([.,]\d*)?$/.test(typed) ? 'tooLarge' : 'notANumber' };
  }
  const ms = Math.round(Number(typed.replace(',', '.')) * unitsMs[unit]);
  if (ms < 1) return { ok: false, fault: 'tooSmall' };
  return ms > spanDaysMax * unitsMs.days ? { ok: false, fault: 'tooLarge' } : { ok: true, ms };
}
