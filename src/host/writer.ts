/*
 * The single writer. One tick at a time: move the center to now, do what was asked, write the commits, and only then
 * let anybody see them. What arrives while a tick is being written waits for the next one; nothing is lost.
 */
import { InvariantError, type CommandInput, type Commit } from '../engine/index.ts';
import type { Build, Reply } from '../protocol/envelope.ts';
import type { Timer, WallClock } from '../protocol/ports.ts';
import { createCenterRun, type CenterRun } from './center-run.ts';
import type { Beginning } from './genesis.ts';
import { createPacemaker, type Pacemaker } from './pacemaker.ts';
import type { Journal, JournalMeta, Log, StoryNote } from './ports.ts';

/** Commits per tick: a jump over days is written and shown in pieces of this size. */
const COMMITS_PER_TICK = 1000;
/** After so many ticks on end the host lets messages in. */
const TICKS_ON_END_MAX = 20;
/** How often a journal that does not take anything is tried again. */
const RETRY_MS = 5000;
/** Clock and lab commands remembered over a restart, and replies remembered while the host lives. */
const HANDLED_MAX = 32;
const REPLIES_MAX = 256;

/** What the writer tells whoever shows the center to the tabs. */
export interface WriterEvents {
  /** The center is another one: every tab is to be shown everything. */
  readonly replaced: () => void;
  /** What was done is kept (or storage fails, which a notice says) and may be shown. */
  readonly committed: (commits: readonly Commit[]) => void;
  /** Storage does not take what is written, and for what reason; null: it does again. */
  readonly storage: (fault: 'full' | 'failed' | null) => void;
  readonly jumped: (ms: number) => void;
  /** Another host writes now; this one has stopped. */
  readonly overtaken: (by: Build | null) => void;
  /** An invariant is broken; the host has stopped and the journal is kept. */
  readonly broken: (cause: unknown) => void;
}

export interface WriterOptions {
  readonly build: Build;
  readonly journal: Journal;
  readonly wall: WallClock;
  readonly timer: Timer;
  readonly log: Log;
  readonly sleepGapMs: number;
  /** A snapshot after so many commits, and later when a quarter has been added: what all of them cost stays in proportion. */
  readonly snapshotAfter: number;
  readonly events: WriterEvents;
}

/** Something to be done between two writes. */
export interface Job {
  /** What it returns is called when its effects have been kept and shown. */
  readonly run: (writer: Writer) => (() => void) | Promise<() => void>;
  /** Called instead when the host stops before that. */
  readonly stopped: () => void;
}

export interface Writer {
  readonly run: () => CenterRun;
  readonly pacemaker: () => Pacemaker;
  readonly seed: () => number;
  /** Every commit so far, kept or not, oldest first. */
  readonly commits: () => Promise<readonly Commit[]>;
  /** Queues a job; the next tick does it. */
  readonly ask: (job: Job) => void;
  /** Decides a command of the engine. */
  readonly command: (input: CommandInput) => Reply;
  /** The reply to a command with this id, if it was answered before. */
  readonly repeated: (id: string) => Reply | null;
  /** Remembers a reply; `durable` for clock and lab commands, which the engine does not remember. */
  readonly remember: (id: string, reply: Reply, durable: boolean) => void;
  /** Puts another center in the place of this one; the old journal is dropped with the next write. */
  readonly replace: (beginning: Beginning) => void;
  readonly setStory: (story: { readonly scenario: unknown } | null) => void;
  /** Writes something although there is nothing to write: an overtaken host finds out. */
  readonly checkFence: () => void;
  readonly stop: () => void;
}

/** Starts with a center; `fresh` when its journal has not been begun. */
export function createWriter(options: WriterOptions, first: Beginning): Writer {
  const { journal, events, log, wall } = options;
  let run: CenterRun;
  let pacemaker: Pacemaker;
  let seed = 0;
  let story: StoryNote | null = null;
  /** Not yet taken by the journal, oldest first. */
  let unsaved: readonly Commit[] = [];
  /** The journal is to be begun anew, not added to. */
  let fresh = false;
  let metaWritten = '';
  let snapshotSeq = 0;
  let handled: readonly string[] = [];
  let failedAtMs: number | null = null;
  let isTicking = false;
  let isStopped = false;
  const inbox: Job[] = [];
  let doing: Job | null = null;
  /** What is done but not yet kept, or waits for the clock to get where it was told to go. */
  const afterwards: { readonly finish: () => void; readonly job: Job }[] = [];
  const replies = new Map<string, Reply>();

  const begin = (beginning: Beginning): void => {
    seed = beginning.seed;
    run = createCenterRun(beginning.engine, beginning.commits, beginning.saved, log.warn);
    run.setDriver(beginning.driver);
    story = beginning.story;
    fresh = beginning.fresh;
    snapshotSeq = beginning.saved?.engine.seq ?? 0;
    unsaved = fresh ? beginning.commits : [];
    handled = beginning.handled;
    pacemaker?.stop();
    pacemaker = createPacemaker({ wall, timer: options.timer, anchor: beginning.anchor, sleepGapMs: options.sleepGapMs, wake: tick });
    // A wall that was set back while nobody was here must not make the center wait for itself.
    if (beginning.engine.center.nowMs > pacemaker.now()) pacemaker.moveTo(beginning.engine.center.nowMs);
  };

  const metaNow = (): JournalMeta => ({
    schemaVersion: 1, build: options.build, seed, anchor: pacemaker.anchor(),
    story: story && { scenario: story.scenario, cursor: run.driver()?.save() ?? story.cursor }, handled,
  });

  /** A shortcut for the next start, when the way there has become long enough. That it could not be kept costs time alone. */
  const keepSnapshot = async (): Promise<void> => {
    const { seq } = run.engine.center;
    if (unsaved.length > 0 || fresh || seq - snapshotSeq < Math.max(options.snapshotAfter, snapshotSeq / 4)) return;
    snapshotSeq = seq;
    const written = await journal.keepSnapshot(run.save());
    if (!written.ok) log.warn(`no snapshot was kept (${written.why})`);
  };

  /** True when it was written, or storage fails and the center goes on without it. */
  const keep = async (): Promise<boolean> => {
    const meta = metaNow();
    const text = JSON.stringify(meta);
    const metaChanged = fresh || text !== metaWritten;
    if (unsaved.length === 0 && !metaChanged) return true;
    const nowMs = wall.now();
    if (failedAtMs !== null && nowMs - failedAtMs < RETRY_MS && nowMs >= failedAtMs) return true;
    const batch = { commits: unsaved, meta };
    const written = fresh ? await journal.begin(batch) : await journal.append(metaChanged ? batch : { ...batch, meta: null });
    if (written.ok) {
      unsaved = [];
      fresh = false;
      metaWritten = text;
      if (failedAtMs !== null) events.storage(null);
      failedAtMs = null;
      return true;
    }
    if (written.why === 'overtaken') {
      stop();
      events.overtaken(written.by);
      return false;
    }
    if (failedAtMs === null) {
      log.error(`the journal takes nothing (${written.why}): ${written.detail}`);
      events.storage(written.why);
    }
    failedAtMs = nowMs;
    return true;
  };

  /** Does what is due and what was asked, until the clock has to move on or the inbox is empty. False: there is more. */
  const work = async (): Promise<boolean> => {
    let isThere = run.advance(pacemaker.now(), COMMITS_PER_TICK);
    while (isThere) {
      const job = inbox.shift();
      if (!job) break;
      doing = job;
      afterwards.push({ finish: await job.run(writer), job });
      doing = null;
      isThere = run.advance(pacemaker.now(), COMMITS_PER_TICK);
    }
    return isThere;
  };

  const oneTick = async (): Promise<void> => {
    const { jumpedMs, reanchored } = pacemaker.look();
    const hadWork = reanchored || inbox.length > 0 || afterwards.length > 0;
    let isThere = false;
    let broken: unknown = null;
    try {
      isThere = await work();
    } catch (cause) {
      broken = cause ?? new InvariantError('unknown');
    }
    const commits = run.takeCommits();
    unsaved = [...unsaved, ...commits];
    if (!(await keep())) return;
    await keepSnapshot();
    if (broken !== null) {
      stop();
      events.broken(broken);
      return;
    }
    if (jumpedMs !== null) events.jumped(jumpedMs);
    if (hadWork || commits.length > 0 || jumpedMs !== null) events.committed(commits);
    if (isThere) for (const { finish } of afterwards.splice(0)) finish();
  };

  const tick = (): void => {
    if (isTicking || isStopped) return;
    isTicking = true;
    void ticks();
  };

  const ticks = async (): Promise<void> => {
    let count = 0;
    try {
      do {
        await oneTick();
        count += 1;
      } while (hasMore() && count < TICKS_ON_END_MAX);
    } catch (cause) {
      // Whatever failed here is outside the engine: say so and stop rather than show what may not be kept.
      log.error(`the host failed: ${String(cause)}`);
      stop();
      events.broken(cause);
    }
    isTicking = false;
    if (isStopped) return;
    if (hasMore()) options.timer.at(wall.now(), tick);
    else pacemaker.arm(run.nextDueAtMs());
  };

  const hasMore = (): boolean => {
    if (isStopped) return false;
    const due = run.nextDueAtMs();
    return inbox.length > 0 || afterwards.length > 0 || (due !== null && due <= pacemaker.now());
  };

  const stop = (): void => {
    isStopped = true;
    pacemaker.stop();
    const undone = [...afterwards.splice(0).map(({ job }) => job), ...(doing ? [doing] : []), ...inbox.splice(0)];
    doing = null;
    for (const job of undone) job.stopped();
  };

  const writer: Writer = {
    run: () => run,
    pacemaker: () => pacemaker,
    seed: () => seed,
    commits: async () => (fresh ? unsaved : [...(await journal.read()), ...unsaved]),
    ask: (job) => {
      if (isStopped) return job.stopped();
      inbox.push(job);
      return tick();
    },
    command: (input) => {
      const reply = run.command(input);
      if (reply.ok) return { ok: true, seq: reply.seq };
      const { code, ...detail } = reply.rejection;
      return { ok: false, code, detail };
    },
    repeated: (id) => {
      const reply = replies.get(id);
      if (reply) return reply;
      return handled.includes(id) ? { ok: true, seq: run.engine.center.seq } : null;
    },
    remember: (id, reply, durable) => {
      replies.set(id, reply);
      for (const oldest of replies.keys()) {
        if (replies.size <= REPLIES_MAX) break;
        replies.delete(oldest);
      }
      if (durable && reply.ok) handled = [...handled, id].slice(-HANDLED_MAX);
    },
    replace: (beginning) => {
      run.takeCommits();
      begin({ ...beginning, handled });
      events.replaced();
    },
    setStory: (next) => {
      story = next && { scenario: next.scenario, cursor: null };
      if (next === null) run.setDriver(null);
    },
    checkFence: () => {
      metaWritten = '';
      tick();
    },
    stop,
  };
  begin(first);
  return writer;
}
