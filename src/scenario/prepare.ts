import { asE164, ok, refuse } from '../engine/index.ts';
import type { CustomerProfile, Instance, Result } from '../engine/index.ts';
import type { ScenarioFault } from './faults.ts';
import { buildInstance } from './instance.ts';
import { nameFaults } from './names.ts';
import { parseScenario } from './parse.ts';
import type { Scenario } from './parse.ts';
import type { PlayerOptions } from './player.ts';

/** What a scenario is laid over, and where the flow files it mentions are found; null when there is no such file. */
export interface ScenarioGround {
  readonly base: Instance;
  readonly readFlow: (file: string) => string | null;
}

/** A scenario that can be played: its instance is built, and everyone it mentions exists. */
export interface PreparedScenario {
  readonly scenario: Scenario;
  readonly instance: Instance;
  /** For `createPlayer` and `runScenario`. */
  readonly configured: NonNullable<PlayerOptions['configured']>;
}

/** Reads a scenario and builds its instance; all faults are told at once. */
export function prepareScenario(json: unknown, ground: ScenarioGround): Result<PreparedScenario, readonly ScenarioFault[]> {
  const parsed = parseScenario(json);
  if (!parsed.ok) return parsed;
  const scenario = parsed.value;
  const readFlow = flowReader(scenario, ground);
  const built = buildScenarioInstance(scenario, ground);
  if (!built.ok) return built;
  const faults = nameFaults(scenario, built.value);
  if (faults.length > 0) return refuse(faults);
  const configured: PreparedScenario['configured'] = ({ step }, present) => {
    const made = buildInstance(step.configure ?? {}, present, readFlow);
    return made.ok ? made : refuse(made.refusal.map(({ path, sentence }) => `${path}: ${sentence}`).join(' '));
  };
  return ok({ scenario, instance: built.value, configured });
}

/** The instance of a scenario: its section laid over the base, and its customers known by name. */
export function buildScenarioInstance(scenario: Scenario, ground: ScenarioGround): Result<Instance, readonly ScenarioFault[]> {
  const built = buildInstance(scenario.file.instance ?? {}, ground.base, flowReader(scenario, ground));
  if (!built.ok) return refuse(built.refusal.map(({ path, sentence }) => ({ path: path.startsWith('instance') ? path : `instance.${path}`, sentence })));
  const customers = (scenario.file.customers ?? []).map((customer): CustomerProfile => ({ number: asE164(customer.number), name: customer.name, reason: customer.reason ?? null }));
  const numbers = new Set(customers.map(({ number }) => number));
  return ok({ ...built.value, customers: [...built.value.customers.filter(({ number }) => !numbers.has(number)), ...customers] });
}

/** Files that the scenario carries come before those around it. */
function flowReader(scenario: Scenario, ground: ScenarioGround): ScenarioGround['readFlow'] {
  return (file) => {
    const own = scenario.file.files?.[file];
    if (own !== undefined) return typeof own === 'string' ? own : JSON.stringify(own);
    return ground.readFlow(file);
  };
}
