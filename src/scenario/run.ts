/*
 * Runs a scenario without a host: the engine's deadlines and the story's steps are walked in order of time, so a week
 * passes in milliseconds and every run comes out the same.
 */
import { contactRecords, createEngine, epochMs, restoreEngine } from '../engine/index.ts';
import type { Commit, Engine, EpochMs, Instance, PhoneNumberRules, Rejection } from '../engine/index.ts';
import { checkExpectation, historicalOf } from './check.ts';
import type { Evidence } from './check.ts';
import type { Scenario, TimedStep } from './parse.ts';
import { createPlayer } from './player.ts';
import type { Due, Player, PlayerOptions } from './player.ts';
import type { Failure, ScenarioResult, ToldEvent } from './result.ts';
import { sampleOf } from './sample.ts';
import type { Sample } from './sample.ts';
import { stepWords } from './step-words.ts';
import { stampOf } from './times.ts';

export interface RunOptions {
  readonly phoneNumbers: PhoneNumberRules;
  readonly configured?: NonNullable<PlayerOptions['configured']>;
  /** Overrides the file's seed. */
  readonly seed?: number;
  /**
   * Restarts engine and player besides where the file says so: before the step of this index, before each step, or at
   * every instant at which anything happens. Nothing of the result may change: that is what tests compare.
   */
  readonly restartAt?: number | 'every step' | 'every instant';
}

/** More instants than a story can sensibly have: an engine that never comes to rest is stopped and told. */
const instantsMax = 1_000_000;

/** Plays the whole story. Faults of the story are failures in the result; only a broken engine throws. */
export function runScenario(scenario: Scenario, instance: Instance, options: RunOptions): ScenarioResult {
  return new Run(scenario, instance, options).play();
}

class Run {
  readonly #scenario: Scenario;
  readonly #instance: Instance;
  readonly #options: RunOptions;
  readonly #seed: number;
  readonly #commits: Commit[] = [];
  readonly #failures: Failure[] = [];
  readonly #samples: Sample[] = [];
  #engine: Engine;
  #player: Player;

  constructor(scenario: Scenario, instance: Instance, options: RunOptions) {
    this.#scenario = scenario;
    this.#instance = instance;
    this.#options = options;
    this.#seed = options.seed ?? scenario.seed;
    this.#engine = createEngine({ seed: this.#seed, startsAtMs: scenario.clock.startsAtMs, instance, phoneNumbers: options.phoneNumbers });
    this.#player = createPlayer(scenario, instance, this.#playerOptions());
    this.#commits.push(this.#engine.genesis);
  }

  play(): ScenarioResult {
    const { untilMs } = this.#scenario;
    let instants = 0;
    for (let next = this.#next(); next !== null && next <= untilMs; next = this.#next()) {
      if (instants++ > instantsMax) {
        this.#fail('steps', 'a story that comes to rest', `more than ${instantsMax} instants`);
        break;
      }
      this.#at(next);
    }
    this.#at(untilMs);
    this.#failures.push(...checkExpectation(this.#scenario.file.expect ?? {}, this.#evidence(), 'expect'));
    return this.#result();
  }

  /** One instant: the center's own deadlines first, then people. */
  #at(atMs: EpochMs): void {
    this.#commits.push(...this.#engine.advanceTo(atMs));
    if (this.#options.restartAt === 'every instant') this.#restart();
    for (let due = this.#take(); due !== null; due = this.#take()) {
      this.#do(due);
      this.#commits.push(...this.#engine.advanceTo(this.#engine.center.nowMs));
    }
  }

  #take(): Due | null {
    const { restartAt } = this.#options;
    const saved = this.#player.save();
    const due = this.#player.take(this.#engine.center);
    if (due === null || due.what === 'restart' || !('step' in due) || due.step === null) return due;
    if (restartAt !== 'every step' && restartAt !== due.step.index) return due;
    // Restarted before the step is taken: the player goes back to what it remembered then, and is asked again.
    this.#restart(saved);
    return this.#player.take(this.#engine.center);
  }

  #do(due: Due): void {
    if (due.what === 'restart') return this.#restartAsAsked(due.path);
    if (due.what === 'expect') return this.#look(due.step);
    if (due.what === 'impossible') {
      if (refusedOf(due.step) === undefined) this.#fail(due.path, stepWords(due.step), due.sentence);
      return undefined;
    }
    const step = this.#engine.command(this.#engine.center.nowMs, due.input);
    this.#commits.push(...step.commits);
    const wanted = due.step === null ? undefined : refusedOf(due.step);
    const said = due.step === null ? due.input.command.type : stepWords(due.step);
    if (!step.reply.ok && wanted === undefined) this.#fail(due.path, said, `refused: ${rejectionText(step.reply.rejection)}`);
    if (wanted === undefined) return undefined;
    if (step.reply.ok) this.#fail(`${due.path}.refused`, wanted, 'it was done');
    else if (wanted !== true && wanted !== step.reply.rejection.code) this.#fail(`${due.path}.refused`, wanted, step.reply.rejection.code);
    return undefined;
  }

  #look(step: Extract<TimedStep, { readonly kind: 'expect' }>): void {
    this.#samples.push(sampleOf(this.#engine.center, step.step.label ?? null));
    this.#failures.push(...checkExpectation(step.step.expect, this.#evidence(), `${step.path}.expect`));
  }

  #restartAsAsked(path: string): void {
    const before = this.#fingerprint();
    this.#restart();
    if (this.#fingerprint() !== before) this.#fail(path, 'nothing changes', 'the center is another after the restart');
  }

  /** Engine and player as they come back from what a host keeps: commits and a cursor, both as JSON. */
  #restart(saved = this.#player.save()): void {
    const { nowMs } = this.#engine.center;
    const kept = JSON.parse(JSON.stringify(this.#commits)) as readonly Commit[];
    this.#engine = restoreEngine(kept, this.#seed, this.#options.phoneNumbers);
    this.#commits.push(...this.#engine.advanceTo(nowMs));
    this.#player = createPlayer(this.#scenario, this.#instance, { ...this.#playerOptions(), saved });
  }

  #fingerprint(): string {
    const { center } = this.#engine;
    return JSON.stringify([center.seq, center.nowMs, this.#engine.nextDueAtMs(), sampleOf(center, null), historicalOf(this.#evidence()), contactRecords(center), [...center.offers.values()], [...center.contacts.values()], [...center.lines.values()]]);
  }

  #next(): EpochMs | null {
    const dues = [this.#engine.nextDueAtMs(), this.#player.nextDueAtMs(this.#engine.center)].filter((due) => due !== null);
    return dues.length === 0 ? null : epochMs(Math.max(Math.min(...dues), this.#engine.center.nowMs));
  }

  #evidence(): Evidence {
    return { center: this.#engine.center, commits: this.#commits, clock: this.#scenario.clock, customers: this.#scenario.file.customers ?? [] };
  }

  #playerOptions(): PlayerOptions {
    return this.#options.configured === undefined ? {} : { configured: this.#options.configured };
  }

  #fail(path: string, expected: unknown, found: unknown): void {
    this.#failures.push({ path, at: stampOf(this.#engine.center.nowMs), expected, found });
  }

  #result(): ScenarioResult {
    return {
      scenario: this.#scenario.name,
      seed: this.#seed,
      passed: this.#failures.length === 0,
      failures: this.#failures,
      records: contactRecords(this.#engine.center),
      samples: this.#samples,
      historical: historicalOf(this.#evidence()),
      events: this.#commits.flatMap(toldEvents),
    };
  }
}

function refusedOf(timed: TimedStep): string | true | undefined {
  return 'refused' in timed.step ? timed.step.refused : undefined;
}

function rejectionText(rejection: Rejection): string {
  const { code, ...detail } = rejection;
  const words = Object.values(detail);
  return words.length === 0 ? code : `${code} (${words.join(', ')})`;
}

function toldEvents(commit: Commit): readonly ToldEvent[] {
  return commit.events.map((event) => ({
    at: stampOf(commit.atMs),
    seq: commit.seq,
    ...(event.type === 'instance.configured' ? { type: event.type, instance: event.instance.name } : event),
  }));
}
