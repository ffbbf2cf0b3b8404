import type { CommandInput } from './command.ts';
import { assert, must } from './core/assert.ts';
import { Scratch } from './core/scratch.ts';
import type { EpochMs } from './core/time.ts';
import { decide } from './decide.ts';
import { direct } from './direct.ts';
import type { Directive } from './directive.ts';
import type { CenterEvent, Commit, CommitCause } from './event.ts';
import { emptyCenter } from './empty-center.ts';
import { evolve } from './evolve.ts';
import { checkCommit } from './invariants.ts';
import { followUps, type NextSteps } from './policies.ts';
import type { PhoneNumberRules } from './ports.ts';
import type { Rejection } from './rejection.ts';
import { centerOf, snapshotOf, type Snapshot } from './snapshot.ts';
import type { Center } from './state.ts';
import type { Instance } from './tenant/model.ts';

export interface EngineOptions {
  readonly seed: number;
  readonly startsAtMs: EpochMs;
  readonly instance: Instance;
  readonly phoneNumbers: PhoneNumberRules;
}

/** What one input did. `commits` hold the deadlines that were due before it, then the input's own. */
export interface Step {
  readonly commits: readonly Commit[];
  readonly reply: { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly rejection: Rejection };
}

export interface Engine {
  /** The state, to be read only. */
  readonly center: Center;
  /** The first commit, which configures the instance; journal it before any other. */
  readonly genesis: Commit;
  /** The next deadline, null when nothing is pending. */
  readonly nextDueAtMs: () => EpochMs | null;
  /** Fires every deadline due up to `toMs`, in order, each stamped with its own time; a time in the past does nothing. */
  readonly advanceTo: (toMs: EpochMs) => readonly Commit[];
  /** All of it as plain values, of which nothing changes any more: from here another engine can go on. */
  readonly snapshot: () => Snapshot;
  /** Advances to `atMs` (or stays, if that is past), then decides the command. */
  readonly command: (atMs: EpochMs, input: CommandInput) => Step;
}

/** How many commands are remembered, so that a repeat is answered and not done again. */
const RECENT_COMMANDS = 256;
/** One input may set off this many directives; more would mean that policies chase one another. */
const DIRECTIVES_MAX = 100_000;

/** A new center with this configuration. */
export function createEngine(options: EngineOptions): Engine {
  const center = emptyCenter(options.seed, options.startsAtMs, options.instance, options.phoneNumbers);
  const genesis = transact(center, emptyDesk(), { kind: 'genesis' }, [{ type: 'instance.configured', instance: options.instance }]);
  return engineOf(center, genesis);
}

/**
 * The engine as it was after the last of these commits; the first must be a genesis. Throws InvariantError otherwise.
 * `look` sees the center right after each commit, to be read only: what has been can be told again that way.
 */
export function restoreEngine(
  commits: readonly Commit[],
  seed: number,
  phoneNumbers: PhoneNumberRules,
  look: (center: Center, commit: Commit) => void = () => undefined,
): Engine {
  const genesis = must(commits[0], 'the first commit');
  const configured = genesis.events[0];
  assert(genesis.cause.kind === 'genesis' && configured?.type === 'instance.configured', 'a journal starts with a genesis');
  const center = emptyCenter(seed, genesis.atMs, configured.instance, phoneNumbers);
  for (const commit of commits) {
    reapply(center, commit);
    look(center, commit);
  }
  return engineOf(center, genesis);
}

/**
 * The engine as it was after the last commit of `tail`, which follows upon the snapshot; without one, as it was when the
 * snapshot was taken. The same as restoring it from all commits, in the time that the tail takes.
 */
export function resumeEngine(snapshot: Snapshot, tail: readonly Commit[], phoneNumbers: PhoneNumberRules): Engine {
  const center = centerOf(snapshot, phoneNumbers);
  for (const commit of tail) reapply(center, commit);
  return engineOf(center, snapshot.genesis);
}

function engineOf(center: Center, genesis: Commit): Engine {
  const desk = emptyDesk();
  const advanceTo = (toMs: EpochMs): readonly Commit[] => {
    const commits: Commit[] = [];
    for (let dueAtMs = center.timers.nextDueAtMs(); dueAtMs !== undefined && dueAtMs <= toMs; dueAtMs = center.timers.nextDueAtMs()) {
      const due = must(center.timers.take(), 'the deadline that is due');
      center.nowMs = due.dueAtMs > center.nowMs ? due.dueAtMs : center.nowMs;
      commits.push(transact(center, desk, { kind: 'timer', timer: due.kind, of: due.of }, direct(center, due.fire)));
    }
    if (toMs > center.nowMs) center.nowMs = toMs;
    return commits;
  };
  const command = (atMs: EpochMs, { id, by, command: wish }: CommandInput): Step => {
    const commits = advanceTo(atMs);
    const done = center.recentCommands.get(id);
    if (done !== undefined) return { commits, reply: { ok: true, seq: done } };
    const decision = decide(center, by, wish);
    if (!decision.ok) return { commits, reply: { ok: false, rejection: decision.refusal } };
    if (decision.value.length === 0) return { commits, reply: { ok: true, seq: center.seq } };
    const commit = transact(center, desk, { kind: 'command', id, type: wish.type, by: by.role }, decision.value);
    return { commits: commits.length === 0 ? [commit] : [...commits, commit], reply: { ok: true, seq: commit.seq } };
  };
  return { center, genesis, snapshot: () => snapshotOf(center, genesis), advanceTo, command, nextDueAtMs: () => center.timers.nextDueAtMs() ?? null };
}

/** What a commit under way has told so far, and what is still to be done: one of each serves all commits of an engine. */
interface Desk {
  readonly facts: Scratch<CenterEvent>;
  /** A stack. */
  readonly todo: Scratch<Directive>;
  /** A stack that is turned over when nothing else is left to do. */
  readonly last: Scratch<Directive>;
  readonly next: NextSteps;
}

function emptyDesk(): Desk {
  const todo = new Scratch<Directive>();
  const last = new Scratch<Directive>();
  const next: NextSteps = { push: (directive) => { todo.push(directive); }, pushLast: (directive) => { last.push(directive); } };
  return { facts: new Scratch(), todo, last, next };
}

/** What is to be done next; what was kept for last comes in the order in which it was. */
function takeNext({ todo, last }: Desk): Directive | undefined {
  if (todo.size === 0) for (let kept = last.pop(); kept !== undefined; kept = last.pop()) todo.push(kept);
  return todo.pop();
}

/** Applies a decision and everything that follows from it, depth first, as one commit. */
function transact(center: Center, desk: Desk, cause: CommitCause, decision: readonly CenterEvent[]): Commit {
  desk.facts.clear();
  desk.todo.clear();
  desk.last.clear();
  apply(center, desk, decision);
  for (let count = 0, next = takeNext(desk); next !== undefined; count++, next = takeNext(desk)) {
    assert(count < DIRECTIVES_MAX, 'policies come to rest');
    apply(center, desk, direct(center, next));
  }
  center.seq += 1;
  const commit: Commit = { seq: center.seq, atMs: center.nowMs, cause, events: desk.facts.take() };
  remember(center, commit);
  center.metrics.apply(commit, center);
  checkCommit(center, commit);
  center.drafts.clear();
  return commit;
}

function apply(center: Center, { facts, todo, next }: Desk, decision: readonly CenterEvent[]): void {
  for (const event of decision) {
    evolve(center, event);
    facts.push(event);
  }
  const before = todo.size;
  for (const event of decision) followUps(center, event, next);
  // What follows from these events comes before what was already to be done, the first event's first.
  todo.reverseFrom(before);
}

function reapply(center: Center, commit: Commit): void {
  assert(commit.seq === center.seq + 1, `commit ${center.seq + 1} follows commit ${center.seq}`);
  center.nowMs = commit.atMs;
  center.seq = commit.seq;
  // A deadline that fired is spent, whatever came of it.
  if (commit.cause.kind === 'timer') center.timers.cancel(commit.cause.timer, commit.cause.of);
  for (const event of commit.events) evolve(center, event);
  remember(center, commit);
  center.metrics.apply(commit, center);
  center.drafts.clear();
}

function remember(center: Center, { cause, seq }: Commit): void {
  if (cause.kind !== 'command') return;
  center.recentCommands.set(cause.id, seq);
  if (center.recentCommands.size > RECENT_COMMANDS) {
    for (const oldest of center.recentCommands.keys()) {
      center.recentCommands.delete(oldest);
      break;
    }
  }
}
