/**
 * The work of every engine here: a callback center with all chance drawn before the clock starts, so that each engine
 * does the same logical work and has to give the same figures. Times are in seconds.
 */
export interface Workload {
  readonly contacts: number;
  readonly agents: number;
  readonly arrivals: Float64Array;
  readonly talk: Float64Array;
  /** Which dial is answered, 1–3; 0: none. */
  readonly answeredAt: Uint8Array;
}

/** What a run has to find out; the golden table holds them. */
export interface Outcome {
  readonly events: number;
  readonly entries: number;
  readonly meanWait: number;
  readonly maxWait: number;
  readonly connected: number;
  readonly failed: number;
  readonly end: number;
}

export const DELAY = 99;
export const WHISPER = 10;
export const ANSWERS_AFTER = 8;
export const GIVES_UP_AFTER = 30;
export const CUSTOMER_WHISPER = 15;
export const TALK_MEAN = 180;
export const WORK = 30;
export const GAP = 600;
export const ATTEMPTS_MAX = 3;
/** Mean seconds an agent is busy per contact: 1.39 whispers, 0.973 conversations, 0.417 vain dials. */
export const BUSY_MEAN = 1.39 * WHISPER + 0.973 * (ANSWERS_AFTER + CUSTOMER_WHISPER + TALK_MEAN + WORK) + 0.417 * GIVES_UP_AFTER;

/** A small fast generator (sfc32), the same everywhere. */
export function sfc(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** Draws the work; 90 % of what the agents can do. */
export function drawWorkload(contacts: number, agents: number): Workload {
  const random = sfc(12345);
  const rate = (0.9 * agents) / BUSY_MEAN;
  const arrivals = new Float64Array(contacts);
  const talk = new Float64Array(contacts);
  const answeredAt = new Uint8Array(contacts);
  let now = 0;
  for (let i = 0; i < contacts; i++) {
    now += -Math.log(1 - random()) / rate;
    arrivals[i] = now;
    talk[i] = -Math.log(1 - random()) * TALK_MEAN;
    let k = 1;
    while (k <= ATTEMPTS_MAX && random() < 0.3) k++;
    answeredAt[i] = k > ATTEMPTS_MAX ? 0 : k;
  }
  return { contacts, agents, arrivals, talk, answeredAt };
}

/** The figures that C, typed arrays, SimPy and the rest agree on, by contacts × agents. */
export const golden: Readonly<Record<string, Outcome>> = {
  '1000x10': { events: 8143, entries: 1409, meanWait: 148.666734, maxWait: 831.0438, connected: 972, failed: 28, end: 29119.811 },
  '10000x10': { events: 80665, entries: 13815, meanWait: 106.375461, maxWait: 831.0438, connected: 9740, failed: 260, end: 282144.442 },
  '100000x10': { events: 807817, entries: 138635, meanWait: 101.95106, maxWait: 1003.6178, connected: 97304, failed: 2696, end: 2818375.478 },
  '10000x100': { events: 80665, entries: 13815, meanWait: 5.312087, maxWait: 88.322, connected: 9740, failed: 260, end: 29993.033 },
  '100000x100': { events: 807817, entries: 138635, meanWait: 3.830927, maxWait: 88.322, connected: 97304, failed: 2696, end: 283360.868 },
  '1000000x100': { events: 8085574, entries: 1388915, meanWait: 3.704222, maxWait: 136.6021, connected: 972943, failed: 27057, end: 2811698.505 },
  '1000000x1000': { events: 8085574, entries: 1388915, meanWait: 0.000363, maxWait: 4.13, connected: 972943, failed: 27057, end: 283474.039 },
};
