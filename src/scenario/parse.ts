import { isObject } from './compare.ts';
import { ok, refuse } from '../engine/index.ts';
import type { EpochMs, Result } from '../engine/index.ts';
import { didYouMean, faultsOf, pathText } from './faults.ts';
import type { ScenarioFault } from './faults.ts';
import { habitsOf } from './habits.ts';
import { scenarioSchema, stepKinds } from './schema.ts';
import type { AgentStep, CustomerStep, EnvironmentStep, ExpectStep, ScenarioFile, StepKind, SupervisorStep } from './schema.ts';
import { readStart, readTime } from './times.ts';
import type { StoryClock } from './times.ts';

/** A step with its instant and the place in the file that results speak of. */
export type TimedStep = { readonly path: string; readonly index: number; readonly atMs: EpochMs } & (
  | { readonly kind: 'customer'; readonly step: CustomerStep }
  | { readonly kind: 'agent'; readonly step: AgentStep }
  | { readonly kind: 'supervisor'; readonly step: SupervisorStep }
  | { readonly kind: 'environment'; readonly step: EnvironmentStep }
  | { readonly kind: 'expect'; readonly step: ExpectStep }
);

/** A scenario file that has been read: every time is an instant, the steps are in the order in which they happen. */
export interface Scenario {
  readonly name: string;
  readonly seed: number;
  readonly clock: StoryClock;
  readonly untilMs: EpochMs;
  readonly steps: readonly TimedStep[];
  readonly file: Omit<ScenarioFile, 'steps'>;
}

/** Reads a scenario; all its faults are told at once. Whom and what it names is checked by prepareScenario. */
export function parseScenario(json: unknown): Result<Scenario, readonly ScenarioFault[]> {
  if (!isObject(json)) return refuse([{ path: pathText([]), sentence: 'A scenario is a JSON object: { "name": …, "startsAt": …, "steps": [ … ] }.' }]);
  const { steps: rawSteps, ...head } = json;
  const read = scenarioSchema.omit({ steps: true }).safeParse(head);
  const faults: ScenarioFault[] = read.success ? [] : [...faultsOf(read.error, scenarioSchema, json)];

  const clock = typeof head['startsAt'] === 'string' ? readStart(head['startsAt']) : null;
  if (typeof head['startsAt'] === 'string' && clock === null) {
    faults.push({ path: 'startsAt', sentence: `${JSON.stringify(head['startsAt'])} is no full timestamp such as "2024-01-10T11:30:00Z".` });
  }
  if (rawSteps !== undefined && !Array.isArray(rawSteps)) faults.push({ path: 'steps', sentence: 'The steps are a list.' });
  const list: readonly unknown[] = Array.isArray(rawSteps) ? rawSteps : [];
  const steps: TimedStep[] = [];
  for (const [index, raw] of list.entries()) {
    const step = readStep(raw, index, clock);
    if (step.ok) steps.push(step.value);
    else faults.push(...step.refusal);
  }
  if (read.success) faults.push(...doubles(read.data), ...habitFaults(read.data));

  // The sort is stable: what happens at one instant happens in the order of the file.
  const inOrder = steps.toSorted((a, b) => a.atMs - b.atMs);
  const until = clock !== null && read.success && read.data.until !== undefined ? readTime(read.data.until, clock) : undefined;
  const lastMs = inOrder.at(-1)?.atMs ?? clock?.startsAtMs;
  if (until === null) faults.push({ path: 'until', sentence: `${JSON.stringify(head['until'])} is no time that exists.` });
  else if (until !== undefined && clock !== null && until < clock.startsAtMs) faults.push({ path: 'until', sentence: 'The story ends before it starts.' });
  if (typeof until === 'number') faults.push(...inOrder.filter((step) => step.atMs > until).map((step) => late(step)));
  if (faults.length > 0 || !read.success || clock === null || lastMs === undefined) return refuse(faults);
  return ok({
    name: read.data.name,
    seed: read.data.seed ?? 1,
    clock,
    untilMs: until ?? lastMs,
    steps: inOrder,
    file: read.data,
  });
}

function readStep(raw: unknown, index: number, clock: StoryClock | null): Result<TimedStep, readonly ScenarioFault[]> {
  const path = pathText(['steps', index]);
  if (!isObject(raw)) return refuse([{ path, sentence: 'A step is an object: { "at": "11:35:00", "customer": "John", "dials": "+18005550199" }.' }]);
  const kind = kindOf(raw);
  if (kind === null) return refuse([{ path, sentence: subjectFault(raw) }]);
  const { schema, verbs } = stepKinds[kind];
  const read = schema.safeParse(raw);
  const faults: ScenarioFault[] = read.success ? [] : [...faultsOf(read.error, schema, raw, ['steps', index])];
  const given = verbs.filter((verb) => verb in raw);
  const isShort = kind === 'environment' && raw['environment'] === 'restartHost';
  if (given.length > 1) faults.push({ path, sentence: `A step does one thing, this does ${given.length}: ${given.join(', ')}. Write one step for each.` });
  if (given.length === 0 && !isShort && read.success) faults.push({ path, sentence: `It is not said what is done. Possible: ${verbs.join(', ')}.` });

  const at = raw['at'];
  const atMs = clock !== null && typeof at === 'string' ? readTime(at, clock) : null;
  if (read.success && clock !== null && atMs === null) faults.push({ path: `${path}.at`, sentence: `${JSON.stringify(at)} is no time that exists.` });
  if (atMs !== null && clock !== null && atMs < clock.startsAtMs) {
    faults.push({ path: `${path}.at`, sentence: `${JSON.stringify(at)} is before the story starts. The next day goes on from 24:00:00, so ten past midnight is "24:10:00".` });
  }
  if (faults.length > 0 || !read.success || atMs === null) return refuse(faults);
  // The schema was picked by the kind, which the compiler cannot follow through the table.
  return ok({ path, index, atMs, kind, step: read.data } as TimedStep);
}

function kindOf(raw: Readonly<Record<string, unknown>>): StepKind | null {
  const present = (['customer', 'agent', 'supervisor', 'expect'] as const).filter((kind) => kind in raw);
  if (present.length === 1) return present[0] ?? null;
  if (present.length === 0 && ['environment', ...stepKinds.environment.verbs].some((word) => word in raw)) return 'environment';
  return null;
}

function subjectFault(raw: Readonly<Record<string, unknown>>): string {
  const subjects = ['customer', 'agent', 'supervisor', 'environment', 'expect'];
  const present = subjects.filter((subject) => subject in raw);
  if (present.length > 1) return `A step has one subject, this has ${present.join(' and ')}. Write one step for each.`;
  const near = Object.keys(raw).filter((key) => key !== 'at').map((key) => didYouMean(key, subjects)).find((text) => text !== '');
  return `It is not said who does this. Possible: ${subjects.join(', ')}.${near ?? ''}`;
}

function late(step: TimedStep): ScenarioFault {
  return { path: `${step.path}.at`, sentence: `"${step.step.at}" is after the end of the story (until).` };
}

function doubles(file: Omit<ScenarioFile, 'steps'>): readonly ScenarioFault[] {
  const customers = file.customers ?? [];
  return customers.flatMap((customer, index) => (['name', 'number'] as const)
    .filter((field) => customers.findIndex((other) => other[field] === customer[field]) < index)
    .map((field) => ({ path: `customers[${index}].${field}`, sentence: `Another customer has the ${field} "${customer[field]}" already.` })));
}

/** Each habit says exactly one thing about an offer. */
function habitFaults(file: Omit<ScenarioFile, 'steps'>): readonly ScenarioFault[] {
  return Object.entries(file.agents ?? {}).flatMap(([username, { onOffer }]) => {
    const entries = habitsOf(onOffer);
    return entries.flatMap((entry, index) => {
      const given = (['acceptsAfter', 'rejectsAfter', 'ignores'] as const).filter((word) => entry[word] !== undefined);
      if (given.length === 1) return [];
      const path = pathText(['agents', username, 'onOffer', ...(Array.isArray(onOffer) ? [index] : [])]);
      const sentence = given.length === 0 ? 'It is not said what is done with an offer. Possible: acceptsAfter, rejectsAfter, ignores.' : `Of ${given.join(' and ')} only one can be.`;
      return [{ path, sentence }];
    });
  });
}
