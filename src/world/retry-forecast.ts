/*
 * What a retry plan comes to before anybody has been called: how often people are dialed, over what span, how many are
 * reached and what it takes of agents. Closed form, for screens to try numbers with; the engine is the proof (the test).
 * Assumed: an agent is free whenever a leg is due, and each dial is answered with the same chance, whatever came before.
 */

/** The three numbers of *Transfer to callback queue* (spec §1.2), in whole seconds. */
export interface RetryPlan {
  readonly initialDelaySeconds: number;
  /** Maximum number of retries: dials beyond the first (spec §1.10). */
  readonly retries: number;
  /** Minimum time between attempts. */
  readonly gapSeconds: number;
}

/** What is expected of customers and agents. Spans in seconds. */
export interface DialExpectations {
  /** That a dial is answered, 0 to 1; a voicemail that picks up counts as an answer (spec §1.8). */
  readonly answerChance: number;
  /** The message to the agent, before the dial. */
  readonly agentWhisperSeconds: number;
  /** Ringing before somebody answers. */
  readonly answerAfterSeconds: number;
  /** Ringing before nobody answering is taken as such. */
  readonly ringLimitSeconds: number;
  /** The message to the customer; the agent waits for it. */
  readonly customerWhisperSeconds: number;
  /** Conversation and after-contact work of a customer who was reached. */
  readonly handleSeconds: number;
}

/** The retries that a callback's number of attempts stands for: by the instance's policy it counts dials after the first, or all of them, of which there is one at least (spec §11, row 5). */
export function retriesOfAttempts(attempts: number, mean: 'retries' | 'total'): number {
  return mean === 'retries' ? attempts : Math.max(0, attempts - 1);
}

/** Ringing limit of spec §1.7. */
export const RING_LIMIT_SECONDS = 60;

/** One possible dial. */
export interface ForecastDial {
  /** 1 for the first. */
  readonly attempt: number;
  /** From the request to the dial. */
  readonly afterSeconds: number;
  /** That this dial is made at all. */
  readonly chanceMade: number;
  /** That the customer has been reached by then, this dial included. */
  readonly chanceReached: number;
}

/** What a plan comes to, per callback promised. */
export interface RetryForecast {
  readonly callsMax: number;
  /** From the request to the end of the last ringing, when nobody ever answers. */
  readonly spanSeconds: number;
  /** That the customer is reached, 0 to 1. */
  readonly reach: number;
  readonly callsExpected: number;
  readonly agentMinutesExpected: number;
  /** The part of it that went to dials that nobody answered. */
  readonly agentMinutesInVain: number;
  /** The first dials, `DIALS_LISTED_MAX` at most. */
  readonly dials: readonly ForecastDial[];
}

/** A plan may allow any number of retries; nobody reads further. */
export const DIALS_LISTED_MAX = 20;

/** Works out a plan. Numbers out of range are taken at the nearest that makes sense, so that a half-typed form has an answer. */
export function forecastRetries(plan: RetryPlan, expected: DialExpectations): RetryForecast {
  const callsMax = Math.floor(atLeastZero(plan.retries)) + 1;
  const delay = atLeastZero(plan.initialDelaySeconds);
  const gap = atLeastZero(plan.gapSeconds);
  const answered = Math.min(1, atLeastZero(expected.answerChance));
  const missed = 1 - answered;
  const vainSeconds = expected.agentWhisperSeconds + expected.ringLimitSeconds;
  const reachedSeconds = expected.agentWhisperSeconds + expected.answerAfterSeconds + expected.customerWhisperSeconds + expected.handleSeconds;

  const reach = 1 - missed ** callsMax;
  // The mean of a geometric number of dials, cut off at the most there may be.
  const callsExpected = answered === 0 ? callsMax : reach / answered;
  const vainExpected = callsExpected - reach;
  const dialAfter = (attempt: number): number => delay + expected.agentWhisperSeconds + (attempt - 1) * (vainSeconds + gap);
  return {
    callsMax,
    spanSeconds: dialAfter(callsMax) + expected.ringLimitSeconds,
    reach,
    callsExpected,
    agentMinutesExpected: (vainExpected * vainSeconds + reach * reachedSeconds) / 60,
    agentMinutesInVain: (vainExpected * vainSeconds) / 60,
    dials: Array.from({ length: Math.min(callsMax, DIALS_LISTED_MAX) }, (_, index) => ({
      attempt: index + 1,
      afterSeconds: dialAfter(index + 1),
      chanceMade: missed ** index,
      chanceReached: 1 - missed ** (index + 1),
    })),
  };
}

const atLeastZero = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);
