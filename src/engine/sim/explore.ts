/*
 * One seed, one center, some hundred contacts: people do random things at random and at awkward moments, and after
 * every commit the rules are checked. The engine is the real one; nothing of it is replaced.
 */
import type { CommandInput } from '../command.ts';
import type { CommandId } from '../core/ids.ts';
import { hash32 } from '../core/random.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import { createEngine, restoreEngine, type Engine, type Step } from '../engine.ts';
import type { Commit } from '../event.ts';
import { Chance } from './chance.ts';
import { count, countCommand, countCommit, type Coverage } from './coverage.ts';
import type { Input } from './deed.ts';
import { checkFigures } from './figures.ts';
import { instanceOf, simNumbers } from './instance.ts';
import { Ledger } from './ledger.ts';
import { nextInput } from './next-input.ts';
import type { SwarmOptions } from './options.ts';
import { checkTouched } from './places.ts';
import { checkNobodyForgotten, checkWhole } from './recount.ts';
import { commandOf } from './resolve.ts';
import { differenceOf } from './same.ts';
import { goodWill, impatience, nextHelp, nextLook, PATIENCE_MS, pending } from './settle.ts';
import { holds } from './violation.ts';

/** A run that has not come to rest after so many helping hands never will. */
const HELPS_MAX = 20_000;
/** A whole recount after every so many commits. */
const RECOUNT_EVERY = 199;
/** People stop asking after so many deeds, whatever the number of contacts. */
const DEEDS_PER_CONTACT = 12;

/** One center under exploration. */
export class Exploration {
  readonly seed: number;
  readonly options: SwarmOptions;
  readonly inputs: Input[] = [];
  readonly coverage: Coverage = new Map();
  readonly commits: Commit[] = [];
  engine: Engine;
  readonly #ledger = new Ledger();
  readonly #strides: boolean;
  #sent = 0;
  #playedToMs: number;

  constructor(seed: number, options: SwarmOptions, strides = false) {
    this.seed = seed;
    this.options = options;
    this.#strides = strides;
    this.#playedToMs = options.startsAtMs;
    this.engine = createEngine({ seed, startsAtMs: epochMs(options.startsAtMs), instance: instanceOf(seed, options, 0), phoneNumbers: simNumbers });
    this.#take([this.engine.genesis]);
  }

  /** Draws inputs until there were enough contacts, then lets everything come to rest. */
  run(): this {
    const chance = new Chance(this.seed, 'inputs');
    const { contacts } = this.options;
    while (this.engine.center.counts.contact < contacts && this.inputs.length < contacts * DEEDS_PER_CONTACT) {
      const input = nextInput(this.engine.center, this.engine.nextDueAtMs(), this.options, chance);
      this.inputs.push(input);
      this.play(input);
    }
    return this.rest();
  }

  /** Plays given inputs instead, those of a run from which some were taken out. */
  replay(inputs: readonly Input[]): this {
    for (const input of inputs) this.play(input);
    return this.rest();
  }

  play({ atMs, deed, again }: Input): void {
    const spanMs = atMs - this.#playedToMs;
    this.#playedToMs = atMs;
    if (spanMs >= 86_400_000) count(this.coverage, 'jump of a day');
    else if (spanMs >= 3_600_000) count(this.coverage, 'jump of an hour');
    if (spanMs >= PATIENCE_MS) this.#losePatience(epochMs(atMs - spanMs + PATIENCE_MS));
    this.advanceTo(atMs);
    if (deed.do === 'restart') return this.restart();
    const command = commandOf({ center: this.engine.center, seed: this.seed, options: this.options, lastOffers: this.#ledger.lastOffers }, deed);
    if (command === null) return;
    const input = this.#input(command);
    const first = this.#send(input);
    if (again) {
      count(this.coverage, 'command sent twice');
      const second = this.#send(input);
      // What was refused was not done, so it may be tried anew; what was done is only told again.
      if (first.reply.ok) holds(second.reply.ok && second.commits.every(({ cause }) => cause.kind === 'timer'), 'a command that comes twice is done once');
    }
    if (deed.do === 'acceptTwice' && first.reply.ok) {
      count(this.coverage, 'accepted twice');
      const { reply } = this.#send(this.#input(command));
      holds(!reply.ok && reply.rejection.code === 'OFFER_GONE', 'an offer is accepted once');
    }
  }

  /** Nobody wants anything new, everybody answers and clears: nothing may stay open. */
  rest(): this {
    for (const command of goodWill(this.engine.center)) this.#send(this.#input(command));
    for (let helps = 0; pending(this.engine.center) !== null; helps++) {
      holds(helps < HELPS_MAX, 'everything comes to an end', () => pending(this.engine.center) ?? '');
      const command = nextHelp(this.engine.center);
      const refused = command !== null && !this.#send(this.#input(command)).reply.ok;
      holds(!refused, 'who helps is not refused', () => JSON.stringify(command));
      if (command === null) this.advanceTo(nextLook(this.engine.center, this.engine.nextDueAtMs()));
    }
    checkWhole(this.engine.center);
    checkFigures(this.engine.center);
    holds(this.#ledger.promisesOpened === this.#ledger.promisesClosed, 'every promise is closed in the end');
    return this;
  }

  /** Deadline by deadline, so that each is checked before the next; or in one stride, which must come to the same. */
  advanceTo(atMs: EpochMs): void {
    for (let due = this.engine.nextDueAtMs(); !this.#strides && due !== null && due <= atMs; due = this.engine.nextDueAtMs()) this.#take(this.engine.advanceTo(due));
    this.#take(this.engine.advanceTo(atMs));
    checkNobodyForgotten(this.engine.center);
  }

  /** The engine is thrown away and made anew from its journal. */
  restart(): void {
    count(this.coverage, 'restart');
    const { center } = this.engine;
    const journal = JSON.parse(JSON.stringify(this.commits)) as Commit[];
    const restored = restoreEngine(journal, this.seed, simNumbers);
    restored.advanceTo(center.nowMs);
    const difference = differenceOf(center, restored.center);
    holds(difference === null, 'a restored center equals the one that ran on', () => difference ?? '');
    this.engine = restored;
  }

  /** A number for the whole journal: two runs that are alike have the same. */
  hash(): number {
    return this.commits.reduce((hash, commit) => hash32(hash, JSON.stringify(commit), commit.seq), 0);
  }

  /** Nobody listens to music for a day: before a long silence of the inputs the callers hang up. */
  #losePatience(atMs: EpochMs): void {
    this.advanceTo(atMs);
    for (let command = impatience(this.engine.center); command !== null; command = impatience(this.engine.center)) this.#send(this.#input(command));
  }

  #input(command: CommandInput['command']): CommandInput {
    this.#sent += 1;
    return { id: `c${this.#sent}` as CommandId, by: { role: 'lab' }, command };
  }

  #send(input: CommandInput): Step {
    countCommand(this.coverage, this.engine.center, input);
    const step = this.engine.command(this.engine.center.nowMs, input);
    this.#take(step.commits);
    return step;
  }

  #take(commits: readonly Commit[]): void {
    for (const commit of commits) {
      this.commits.push(commit);
      this.#ledger.read(this.engine.center, commit);
      countCommit(this.coverage, this.engine.center, commit);
    }
    const last = commits.at(-1);
    if (!last) return;
    for (const commit of commits) checkTouched(this.engine.center, commit);
    if (commits.some(({ seq }) => seq % RECOUNT_EVERY === 0)) checkWhole(this.engine.center);
  }
}
