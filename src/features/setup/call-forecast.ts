import { formatClock } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';
import { forecastRetries, RING_LIMIT_SECONDS } from '../../world/retry-forecast.ts';
import type { Draft } from './draft.ts';
import { spanSeconds } from './plan.ts';
import { exactSpan } from './review-rows.ts';
import { readWhole } from './whole-number.ts';

/** The instant of the request in the guide's own example, in ms of a day. */
const askedAtMs = ((11 * 60 + 37) * 60) * 1000;
/** More would only fill the page. */
const shownMax = 4;
/** How soon people pick up when they do, and how long a callback keeps an agent, work after it included. */
const answerAfterSeconds = 10;
const handleSeconds = 300;

/** What the numbers of a callback come to, in words. */
export interface CallForecast {
  readonly calls: number;
  readonly retries: number;
  readonly over: string;
  /** Of a hundred customers. */
  readonly reach: string;
  readonly agentMinutes: string;
  readonly inVain: string;
  /** The earliest times at which somebody is called who never answers. */
  readonly times: readonly string[];
  readonly more: number;
}

/** Null while a number is not one yet. `chancePercent`: that a call is answered. */
export function callForecast(draft: Draft, chancePercent: number, speechMs: (text: string) => number, t: Say): CallForecast | null {
  const retries = readWhole(draft.retries);
  const initialDelaySeconds = spanSeconds(draft.initialDelay, draft.initialDelayUnit);
  const gapSeconds = spanSeconds(draft.gap, draft.gapUnit);
  if (retries === null || initialDelaySeconds === null || gapSeconds === null) return null;
  const lasts = (isOn: boolean, text: string): number => (isOn && text.trim() !== '' ? Math.ceil(speechMs(text) / 1000) : 0);
  const forecast = forecastRetries({ initialDelaySeconds, retries, gapSeconds }, {
    answerChance: chancePercent / 100,
    agentWhisperSeconds: lasts(draft.agentWhisperOn, draft.agentWhisper),
    customerWhisperSeconds: lasts(draft.customerWhisperOn, draft.customerWhisper),
    answerAfterSeconds, handleSeconds, ringLimitSeconds: RING_LIMIT_SECONDS,
  });
  const shown = forecast.dials.slice(0, shownMax);
  return {
    calls: forecast.callsMax,
    retries,
    over: exactSpan(forecast.spanSeconds, t),
    reach: (Math.round(forecast.reach * 1000) / 10).toString(),
    agentMinutes: forecast.agentMinutesExpected.toFixed(1),
    inVain: forecast.agentMinutesInVain.toFixed(1),
    times: shown.map(({ afterSeconds }) => formatClock(askedAtMs + afterSeconds * 1000, 'UTC', 'seconds')),
    more: forecast.callsMax - shown.length,
  };
}
