import { Chance } from './chance.ts';
import type { DeedKind, Fate, Giver } from './deed.ts';

/** What kind of center a seed explores. Features are drawn on or off, since bugs hide where some are missing. */
export interface SwarmOptions {
  readonly startsAtMs: number;
  readonly agents: number;
  readonly queues: number;
  readonly profiles: number;
  readonly customers: number;
  /** The run stops asking for more once this many contacts were created. */
  readonly contacts: number;
  /** Upper bound of the ordinary pause between two deeds. */
  readonly pauseMsMax: number;
  readonly weights: Readonly<Record<DeedKind, number>>;
  /** What becomes of commands on their way, and who gives them. */
  readonly fates: Readonly<Record<Fate, number>>;
  readonly givers: Readonly<Record<Giver, number>>;
  /** Jumps the clock with this probability, by up to `jumpMsMax`. */
  readonly jump: number;
  readonly jumpMsMax: number;
  readonly autoAccept: boolean;
  readonly workLimits: boolean;
  readonly whispers: 'none' | 'short' | 'long';
  readonly delays: boolean;
  readonly capacity: boolean;
  readonly creationFlows: boolean;
  /** Those who wait hear a flow that may offer a callback or move them, unless their queue or number says otherwise. */
  readonly queueFlows: boolean;
  readonly lifeMs: number;
  /** What queues do beyond Amazon Connect, and what supervisors do to callbacks that wait. */
  readonly extras: boolean;
  /** Decisions other than the default ones. */
  readonly otherDecisions: boolean;
  /** Some queues keep office hours; what that means is a decision of its own. */
  readonly officeHours: boolean;
  readonly loopingFlows: boolean;
  /** Callers go through modules and ask Lambda functions. */
  readonly modules: boolean;
  /** A customer whose agent hangs up goes on in a flow. */
  readonly remaining: boolean;
  /** Flows decide about quick connects. */
  readonly transferFlows: boolean;
}

const DAY_MS = 86_400_000;
/** 2024-01-10T11:30:00Z, the day of the spec's scenarios. */
const SCENARIO_DAY_MS = 1_704_886_200_000;

const usual: Readonly<Record<DeedKind, number>> = {
  nothing: 8,
  dial: 18, press: 12, hangUp: 4, answer: 5, decline: 1.5, letVoicemail: 1, requestCallback: 20, behave: 6,
  setStatus: 8, accept: 18, reject: 3, acceptTwice: 1, acceptStale: 1,
  clear: 8, end: 4, hold: 2, resume: 2, mute: 0.5, sendDigits: 0.5,
  transfer: 9, conference: 2, swap: 3, leave: 5, drop: 3,
  dialOut: 2, declareMachine: 5, requestByProgram: 4, cancel: 0.7, move: 1, reassign: 1, reschedule: 1,
  stop: 1, setRouting: 2, setAttributes: 0.5, configure: 0.4, saveFlow: 0.4, assignFlow: 0.3, restart: 0.07,
};

const TRANSFER_DEEDS: ReadonlySet<DeedKind> = new Set<DeedKind>(['transfer', 'conference', 'swap', 'leave', 'drop']);
const EXTRA_DEEDS: ReadonlySet<DeedKind> = new Set<DeedKind>(['declareMachine', 'requestByProgram', 'cancel', 'move', 'reassign', 'reschedule']);

const ALL_ARRIVE: SwarmOptions['fates'] = { once: 1, twice: 0, lost: 0, late: 0, resent: 0 };
const LAB_ONLY: SwarmOptions['givers'] = { lab: 1, own: 0, supervisor: 0, stranger: 0 };

/** The options of a seed. */
export function swarmOptions(seed: number, contacts: number): SwarmOptions {
  const chance = new Chance(seed, 'options');
  const vary = (weight: number): number => weight * chance.pick([0, 1, 1, 1, 3]);
  const must: readonly DeedKind[] = ['dial', 'accept', 'setStatus', 'clear', 'nothing'];
  // Restoring and comparing costs as much as the whole run, so a quarter of the seeds does it.
  const compares = chance.flip(0.25);
  const extras = chance.flip(0.4);
  const transfers = chance.flip(0.5);
  const allowed = (kind: DeedKind): boolean => {
    if (TRANSFER_DEEDS.has(kind)) return transfers;
    return kind === 'restart' ? compares : extras || !EXTRA_DEEDS.has(kind);
  };
  const weights = Object.fromEntries(
    Object.entries(usual).map(([kind, weight]) => [kind, must.includes(kind as DeedKind) ? weight : allowed(kind as DeedKind) ? vary(weight) : 0]),
  ) as Record<DeedKind, number>;
  return {
    startsAtMs: chance.flip(0.1) ? 0 : SCENARIO_DAY_MS,
    agents: chance.int(1, 8),
    queues: chance.int(1, 4),
    profiles: chance.int(1, 3),
    customers: chance.int(3, 40),
    contacts,
    pauseMsMax: chance.pick([500, 5000, 5000, 30_000, 120_000]),
    weights,
    fates: chance.pick([ALL_ARRIVE, { once: 90, twice: 5, lost: 1, late: 2, resent: 2 }, { once: 60, twice: 10, lost: 5, late: 15, resent: 10 }]),
    givers: chance.pick([LAB_ONLY, { lab: 60, own: 25, supervisor: 5, stranger: 10 }]),
    jump: chance.pick([0, 0.005, 0.02]),
    jumpMsMax: chance.pick([60_000, 3_600_000, DAY_MS, 8 * DAY_MS]),
    autoAccept: chance.flip(0.6),
    workLimits: chance.flip(0.5),
    whispers: chance.pick(['none', 'short', 'short', 'short', 'short', 'long']),
    delays: chance.flip(0.5),
    capacity: chance.flip(0.3),
    creationFlows: chance.flip(0.4),
    queueFlows: chance.flip(0.4),
    lifeMs: chance.pick([7 * DAY_MS, 7 * DAY_MS, 7 * DAY_MS, 7 * DAY_MS, 600_000, 40_000]),
    extras,
    otherDecisions: chance.flip(0.3),
    officeHours: chance.flip(0.12),
    loopingFlows: chance.flip(0.015),
    modules: chance.flip(0.25),
    remaining: chance.flip(0.3),
    transferFlows: transfers && chance.flip(0.5),
  };
}
