/*
 * Plays the people of a scenario: the steps of its file and the habits of its people. It holds no clock and changes
 * no center: asked at an instant, it says what is to be done next, and counts that as done. What it has to remember
 * is a small cursor; its commands' ids follow from the story, so that one given twice around a restart is done once.
 */
import { epochMs, refuse } from '../engine/index.ts';
import type { Center, CommandId, CommandInput, EpochMs, Instance } from '../engine/index.ts';
import type { ScenarioView } from '../protocol/views.ts';
import { behaveCommand } from './dial-plan.ts';
import { deedOf } from './habits.ts';
import type { Deed, HabitMemory } from './habits.ts';
import type { Scenario, TimedStep } from './parse.ts';
import { stepWords } from './step-words.ts';
import { actOf, isRestart } from './steps.ts';
import type { Act, StepWorld } from './steps.ts';

/** What a player has to remember between two of its lives; plain JSON. */
export interface PlayerCursor {
  /** How many of the steps are done, in order of time. */
  stepsDone: number;
  /** How often each person changed hands; who is not in it was always played by the script. */
  hands: Record<string, { by: 'script' | 'person'; changes: number }>;
  /** Which of its lives each customer's phone was last told of: the number of changes, counted from 0. */
  behaves: Record<string, number>;
  /** Per agent: offers seen, the last of them, and the last thing done out of habit. */
  offers: Record<string, HabitMemory>;
}

/** The next thing due. `path` is the place in the file that asked for it. */
export type Due =
  | { readonly what: 'command'; readonly path: string; readonly input: CommandInput; readonly step: TimedStep | null }
  | { readonly what: 'expect'; readonly path: string; readonly step: Extract<TimedStep, { readonly kind: 'expect' }> }
  | { readonly what: 'restart'; readonly path: string; readonly step: TimedStep }
  | { readonly what: 'impossible'; readonly path: string; readonly step: TimedStep; readonly sentence: string };

export interface Player {
  /** When there is something to do, given the center as it is; null when nothing is left. May be now or past. */
  readonly nextDueAtMs: (center: Center) => EpochMs | null;
  /** The next thing due by the center's now, which counts as done from here on; null when there is none. */
  readonly take: (center: Center) => Due | null;
  /**
   * For whoever plays live: the next command due now. Give it to the engine and ask again until none comes, since
   * what comes next may depend on it. Expectations, restarts and what cannot be done are passed over.
   */
  readonly commandsDue: (center: Center) => readonly CommandInput[];
  /** Puts a person of the story into somebody's hands, or gives them back; false when there is no such person. */
  readonly takeOver: (person: string, by: 'script' | 'person') => boolean;
  readonly view: (center: Center) => ScenarioView;
  /** The cursor, for `createPlayer` after a restart. */
  readonly save: () => PlayerCursor;
}

export interface PlayerOptions {
  readonly saved?: PlayerCursor;
  /** Lays the instance of a `configure` step over the present one; without it such a step cannot be done. */
  readonly configured?: StepWorld['configured'];
}

/** A player at the start of a scenario, or where `saved` left off. */
export function createPlayer(scenario: Scenario, instance: Instance, options: PlayerOptions = {}): Player {
  const { steps } = scenario;
  const customers = scenario.file.customers ?? [];
  const world: StepWorld = {
    customers,
    clock: scenario.clock,
    configured: options.configured ?? (() => refuse('an instance cannot be configured anew where this story plays')),
  };
  const cursor: PlayerCursor = structuredCopy(options.saved ?? { stepsDone: 0, hands: {}, behaves: {}, offers: {} });
  const roles = rolesOf(scenario, instance);
  const byOf = (person: string): 'script' | 'person' => cursor.hands[person]?.by ?? 'script';

  /** A customer whose phone has not been told how to behave since it last changed hands. */
  const untold = () => customers.find(({ name }) => cursor.behaves[name] !== (cursor.hands[name]?.changes ?? 0));

  const deedsDue = (center: Center): readonly Deed[] => Object.entries(scenario.file.agents ?? {}).flatMap(([username, habits]) => {
    const memory = (cursor.offers[username] ??= { seen: 0, last: null, acted: null });
    // A person's offers are counted too, so that the script knows where it is when it gets the agent back.
    const deed = deedOf(username, habits, memory, center);
    return deed === null || byOf(username) === 'person' ? [] : [deed];
  });

  /** The next step that is the script's to do; those of people in somebody's hands are passed over when due. */
  const nextStep = (nowMs: number): TimedStep | undefined => {
    for (let step = steps[cursor.stepsDone]; step !== undefined && step.atMs <= nowMs; step = steps[cursor.stepsDone]) {
      if (byOf(personOf(step)) === 'script') return step;
      cursor.stepsDone += 1;
    }
    return steps[cursor.stepsDone];
  };

  const takeStep = (step: TimedStep, center: Center): Due => {
    cursor.stepsDone += 1;
    const { path } = step;
    if (step.kind === 'expect') return { what: 'expect', path, step };
    if (isRestart(step)) return { what: 'restart', path, step };
    const act = actOf(step, center, world);
    if (!act.ok) return { what: 'impossible', path, step, sentence: act.refusal };
    return { what: 'command', path, step, input: inputOf(`scenario/step/${step.index}`, act.value) };
  };

  const player: Player = {
    nextDueAtMs: (center) => {
      if (untold() !== undefined) return center.nowMs;
      const step = nextStep(center.nowMs);
      const instants = [...deedsDue(center).map((deed) => deed.dueAtMs), ...(step === undefined ? [] : [step.atMs])];
      return instants.length === 0 ? null : epochMs(Math.min(...instants));
    },
    take: (center) => {
      const phone = untold();
      if (phone !== undefined) {
        const changes = cursor.hands[phone.name]?.changes ?? 0;
        cursor.behaves[phone.name] = changes;
        const path = `customers[${customers.indexOf(phone)}].whenCalled`;
        return { what: 'command', path, step: null, input: inputOf(`scenario/behave/${phone.name}/${changes}`, { by: { role: 'lab' }, command: behaveCommand(phone, byOf(phone.name)) }) };
      }
      // Habits come first: who looks at an instant sees what people did at that instant by themselves.
      const deed = deedsDue(center).find((each) => each.dueAtMs <= center.nowMs);
      if (deed !== undefined) {
        const memory = cursor.offers[deed.username];
        if (memory !== undefined) memory.acted = deed.id;
        return { what: 'command', path: deed.path, step: null, input: inputOf(deed.id, deed.act) };
      }
      const step = nextStep(center.nowMs);
      return step !== undefined && step.atMs <= center.nowMs ? takeStep(step, center) : null;
    },
    commandsDue: (center) => {
      for (let due = player.take(center); due !== null; due = player.take(center)) {
        if (due.what === 'command') return [due.input];
      }
      return [];
    },
    takeOver: (person, by) => {
      if (!roles.some((role) => role.name === person)) return false;
      const before = cursor.hands[person] ?? { by: 'script', changes: 0 };
      if (before.by !== by) cursor.hands[person] = { by, changes: before.changes + 1 };
      return true;
    },
    view: (center) => {
      const isDone = nextStep(center.nowMs) === undefined && center.nowMs >= scenario.untilMs;
      // Whoever watches waits for what people do, not for what a test looks at.
      const step = steps.slice(cursor.stepsDone).find((each) => each.kind !== 'expect' && !isRestart(each) && byOf(personOf(each)) === 'script');
      return {
        name: scenario.name,
        state: isDone ? 'done' : 'playing',
        roles: roles.map((role) => ({ ...role, by: byOf(role.name) })),
        nextStep: step === undefined ? null : stepWords(step),
        nextStepAtMs: step?.atMs ?? null,
      };
    },
    save: () => structuredCopy(cursor),
  };
  return player;
}

function inputOf(id: string, act: Act): CommandInput {
  return { id: id as CommandId, by: act.by, command: act.command };
}

function personOf(step: TimedStep): string {
  return step.kind === 'customer' ? step.step.customer : step.kind === 'agent' ? step.step.agent : '';
}

/** The people of a story: its customers, and the agents it mentions, in the order of the instance. */
function rolesOf(scenario: Scenario, instance: Instance): readonly { readonly name: string; readonly kind: 'agent' | 'customer' }[] {
  const mentioned = new Set([...Object.keys(scenario.file.agents ?? {}), ...scenario.steps.flatMap((step) => (step.kind === 'agent' ? [step.step.agent] : []))]);
  return [
    ...(scenario.file.customers ?? []).map(({ name }) => ({ name, kind: 'customer' as const })),
    ...instance.agents.filter(({ username }) => mentioned.has(username)).map(({ username }) => ({ name: username, kind: 'agent' as const })),
  ];
}

/** A copy that shares nothing; a cursor is plain JSON by its type. */
function structuredCopy(cursor: PlayerCursor): PlayerCursor {
  return JSON.parse(JSON.stringify(cursor)) as PlayerCursor;
}
