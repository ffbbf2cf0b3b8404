/*
 * One seed, one center, some hundred contacts: people do random things at random and at awkward moments, and after
 * every commit the rules are checked. The engine is the real one; nothing of it is replaced.
 */
import type { Actor, CommandInput } from '../command.ts';
import type { CommandId } from '../core/ids.ts';
import { hash32 } from '../core/random.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import { createEngine, restoreEngine, resumeEngine, type Engine, type Step } from '../engine.ts';
import type { Commit } from '../event.ts';
import { contactRecords } from '../record/assemble.ts';
import type { Snapshot } from '../snapshot.ts';
import { Chance } from './chance.ts';
import { count, countCommand, countCommit, countPause, countTie, type Coverage } from './coverage.ts';
import type { Fate, Input } from './deed.ts';
import { checkFigures } from './figures.ts';
import { FrozenRecords } from './frozen.ts';
import { instanceOf, simNumbers } from './instance.ts';
import { Ledger } from './ledger.ts';
import type { Manner, Parcel } from './manner.ts';
import { nextInput } from './next-input.ts';
import type { SwarmOptions } from './options.ts';
import { checkTouched } from './places.ts';
import { checkNobodyForgotten, checkWhole } from './recount.ts';
import { actorOf, commandOf, isOwnContact } from './resolve.ts';
import { checkRestored } from './same.ts';
import { goodWill, impatience, nextHelp, nextLook, PATIENCE_MS, pending } from './settle.ts';
import { asStored } from './stored.ts';
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
  /** The whole journal, where it is kept. */
  readonly commits: Commit[] = [];
  events = 0;
  engine: Engine;
  readonly #ledger = new Ledger();
  readonly #records = new FrozenRecords();
  readonly #strides: boolean;
  /** Of the last restart; it is stored when it is needed, so that what changed in it meanwhile would show. */
  #snapshot: Snapshot | null = null;
  readonly #recountEvery: number;
  readonly #keepsJournal: boolean;
  #before: Commit | null = null;
  /** The journal as storage would give it back. */
  readonly #stored: Commit[] = [];
  #sent = 0;
  #underWay: Parcel[] = [];
  #playedToMs: number;
  /** What the clock says that stamps commands; it may have been set back. */
  #clockMs: EpochMs;

  constructor(seed: number, options: SwarmOptions, { strides = false, recountEvery = RECOUNT_EVERY, keepsJournal = true, instance = instanceOf(seed, options, 0) }: Manner = {}) {
    this.seed = seed;
    this.options = options;
    this.#strides = strides;
    this.#recountEvery = recountEvery;
    this.#keepsJournal = keepsJournal;
    this.#playedToMs = options.startsAtMs;
    this.#clockMs = epochMs(options.startsAtMs);
    this.engine = createEngine({ seed, startsAtMs: epochMs(options.startsAtMs), instance, phoneNumbers: simNumbers });
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

  play({ atMs, deed, by, fate, delay }: Input): void {
    const spanMs = atMs - this.#playedToMs;
    if (atMs < this.engine.center.nowMs) count(this.coverage, 'clock set back');
    countPause(this.coverage, spanMs);
    this.#playedToMs = Math.max(this.#playedToMs, atMs);
    this.#clockMs = atMs;
    if (spanMs >= PATIENCE_MS) this.#losePatience(epochMs(atMs - spanMs + PATIENCE_MS));
    // With the clock set back too, what is due this very instant comes before it is decided whom the deed is about.
    this.advanceTo(atMs > this.engine.center.nowMs ? atMs : this.engine.center.nowMs);
    if (deed.do === 'restart') this.restart();
    const command = commandOf({ center: this.engine.center, seed: this.seed, options: this.options, lastOffers: this.#ledger.lastOffers }, deed);
    if (command !== null) {
      const actor = actorOf(this.engine.center, by, deed, command, this.options);
      const parcel: Parcel = { input: this.#input(command, actor ?? { role: 'lab' }), left: delay, isStranger: actor !== null && by === 'stranger', seq: null };
      this.#giveOver(parcel, fate);
      if (deed.do === 'acceptTwice' && fate === 'once' && parcel.seq !== null) {
        count(this.coverage, 'accepted twice');
        const { reply } = this.#send(this.#input(command, parcel.input.by));
        holds(!reply.ok && reply.rejection.code === 'OFFER_GONE', 'an offer is accepted once');
      }
    }
    this.#post(1);
  }

  /** The command sets out for the center. */
  #giveOver(parcel: Parcel, fate: Fate): void {
    if (fate !== 'once') count(this.coverage, `command ${fate}`);
    if (fate === 'lost') return;
    if (fate !== 'late') this.#deliver(parcel);
    if (fate === 'twice') this.#deliver(parcel);
    if (fate === 'late' || fate === 'resent') this.#underWay.push({ ...parcel, left: parcel.left + 1 });
  }

  /** So many inputs have come meanwhile: what has been under way long enough arrives. */
  #post(inputs: number): void {
    for (const parcel of this.#underWay) parcel.left -= inputs;
    const due = this.#underWay.filter(({ left }) => left <= 0);
    if (due.length === 0) return;
    this.#underWay = this.#underWay.filter(({ left }) => left > 0);
    for (const parcel of due) this.#deliver(parcel);
  }

  /** What was done is only told again, with the commit that did it; what was refused, or had nothing to change, may be tried anew. */
  #deliver(parcel: Parcel): void {
    this.#fire();
    // What was on its way for long may find that it has become theirs.
    const isStranger = parcel.isStranger && !isOwnContact(this.engine.center, parcel.input.by, parcel.input.command);
    const { commits, reply } = this.#send(parcel.input);
    const changes = commits.some(({ cause }) => cause.kind !== 'timer');
    if (!reply.ok) holds(!changes, 'what is refused changes nothing', () => parcel.input.command.type);
    if (isStranger) count(this.coverage, 'refused to a stranger');
    if (isStranger) holds(!reply.ok, 'nobody acts for somebody else', () => parcel.input.command.type);
    if (parcel.seq !== null) holds(reply.ok && !changes && reply.seq === parcel.seq, 'a command that comes twice is done once', () => parcel.input.command.type);
    if (reply.ok && changes) parcel.seq = reply.seq;
  }

  /** Nobody wants anything new, everybody answers and clears: nothing may stay open. */
  rest(): this {
    this.#post(Infinity);
    for (const command of goodWill(this.engine.center)) this.#send(this.#input(command));
    for (let helps = 0; pending(this.engine.center) !== null; helps++) {
      holds(helps < HELPS_MAX, 'everything comes to an end', () => pending(this.engine.center) ?? '');
      const command = nextHelp(this.engine.center);
      const refused = command !== null && !this.#send(this.#input(command)).reply.ok;
      holds(!refused, 'who helps is not refused', () => JSON.stringify(command));
      if (command === null) this.advanceTo(nextLook(this.engine.center, this.engine.nextDueAtMs()));
    }
    checkWhole(this.engine.center, this.#ledger);
    const records = contactRecords(this.engine.center);
    checkFigures(this.engine.center, records);
    this.#records.check(records);
    holds(this.#ledger.promisesOpened === this.#ledger.promisesClosed, 'every promise is closed in the end');
    return this;
  }

  /** Deadline by deadline, so that each is checked before the next; or in one stride, which must come to the same. */
  advanceTo(atMs: EpochMs): void {
    for (let due = this.engine.nextDueAtMs(); !this.#strides && due !== null && due <= atMs; due = this.engine.nextDueAtMs()) this.#take(this.engine.advanceTo(due));
    this.#take(this.engine.advanceTo(atMs));
    checkNobodyForgotten(this.engine.center);
  }

  /**
   * The engine is thrown away and made anew: from its journal, and from the snapshot of the restart before and what came
   * after it. Both are the one that ran on; the one from the snapshot goes on.
   */
  restart(): void {
    count(this.coverage, 'restart');
    // What is due this very instant fires after a restart as it would have without one.
    this.advanceTo(this.engine.center.nowMs);
    const { center } = this.engine;
    this.#stored.push(...asStored(this.commits.slice(this.#stored.length)));
    const restored = restoreEngine(this.#stored, this.seed, simNumbers);
    checkRestored(center, restored);
    const resumed = this.#snapshot === null ? restored : resumeEngine(asStored(this.#snapshot), this.#stored.slice(this.#snapshot.seq), simNumbers);
    if (resumed !== restored) checkRestored(center, resumed);
    this.#snapshot = resumed.snapshot();
    this.engine = resumed;
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

  #input(command: CommandInput['command'], by: Actor = { role: 'lab' }): CommandInput {
    this.#sent += 1;
    return { id: `c${this.#sent}` as CommandId, by, command };
  }

  #send(input: CommandInput): Step {
    // What is due is read before the command, whose configuration it knows nothing of.
    this.#fire();
    const { center } = this.engine;
    countCommand(this.coverage, center, input);
    const { by, command } = input;
    const isAtWork = command.type === 'agent.setStatus' && (center.agents.get(command.agentId)?.slot ?? null) !== null;
    const before = center.nowMs;
    const step = this.engine.command(epochMs(Math.min(this.#clockMs, before)), input);
    holds(center.nowMs === before, 'a clock set back does not set the center back');
    if (by.role === 'supervisor' && isAtWork) holds(step.commits.length === 0, 'a supervisor lets an agent be who has a contact');
    this.#take(step.commits);
    return step;
  }

  /** What is due this very instant. */
  #fire(): void {
    const { nowMs } = this.engine.center;
    const due = this.engine.nextDueAtMs();
    if (due !== null && due <= nowMs) this.#take(this.engine.advanceTo(nowMs));
  }

  #take(commits: readonly Commit[]): void {
    let recounts = false;
    for (const commit of commits) {
      countTie(this.coverage, this.#before, commit);
      this.#before = commit;
      this.events += commit.events.length;
      if (this.#keepsJournal) this.commits.push(commit);
      this.#ledger.read(this.engine.center, commit);
      countCommit(this.coverage, this.engine.center, commit);
      recounts ||= commit.seq % this.#recountEvery === 0;
    }
    for (const commit of commits) {
      checkTouched(this.engine.center, commit, this.#ledger);
      this.#records.read(this.engine.center, commit, this.#ledger);
    }
    if (recounts) checkWhole(this.engine.center, this.#ledger);
  }
}
