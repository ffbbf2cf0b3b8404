import { defaultPolicy, idFromName } from '../engine/index.ts';
import type { Instance, InstanceId, StatusId } from '../engine/index.ts';
import { dialableByDefault } from './dialable-countries.ts';
import { didYouMean, pathText } from './faults.ts';
import type { ScenarioFault } from './faults.ts';

export type Path = readonly (string | number)[];

/** Gathers what is wrong with an instance section while it is built. */
export class DraftFaults {
  readonly list: ScenarioFault[] = [];

  add(path: Path, sentence: string): void {
    this.list.push({ path: pathText(path), sentence });
  }

  /** The thing of this name; a fault when there is none. */
  find<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string, name: string, what: string, path: Path): Thing | null {
    const found = things.find((thing) => nameOf(thing) === name);
    if (found !== undefined) return found;
    const known = things.map(nameOf);
    this.add(path, `There is no ${what} "${name}".${didYouMean(name, known) || ` Known: ${known.join(', ') || 'none'}.`}`);
    return null;
  }
}

/** How a list of a section is laid over that of the base. */
export interface Overlay<Spec, Thing> {
  readonly specs: readonly Spec[] | undefined;
  readonly base: readonly Thing[];
  readonly path: string;
  readonly keyOf: (spec: Spec) => string;
  readonly nameOf: (thing: Thing) => string;
  /** null when the thing cannot be made; the reason is among the faults. */
  readonly make: (spec: Spec, before: Thing | null, path: Path) => Thing | null;
}

/** The base's list with the section's things in place of those of the same name, and new ones after them. */
export function overlay<Spec, Thing>({ specs, base, path, keyOf, nameOf, make }: Overlay<Spec, Thing>, faults: DraftFaults): readonly Thing[] {
  const result = new Map(base.map((thing) => [nameOf(thing), thing]));
  const seen = new Set<string>();
  for (const [index, spec] of (specs ?? []).entries()) {
    const key = keyOf(spec);
    if (seen.has(key)) faults.add([path, index], `"${key}" is there twice.`);
    seen.add(key);
    const made = make(spec, result.get(key) ?? null, [path, index]);
    if (made !== null) result.set(key, made);
  }
  return [...result.values()];
}

/** An instance without anything but what no center can do without: a way to be available and a way to be gone. */
export function emptyInstance(country = 'US'): Instance {
  return {
    id: idFromName('instance', 'Contact center') as InstanceId,
    name: 'Contact center',
    country,
    timeZone: 'UTC',
    dialableCountries: dialableByDefault(country),
    hours: [],
    queues: [],
    routingProfiles: [],
    statuses: [
      { id: idFromName('status', 'Available') as StatusId, name: 'Available', type: 'ROUTABLE' },
      { id: idFromName('status', 'Offline') as StatusId, name: 'Offline', type: 'OFFLINE' },
    ],
    agents: [],
    prompts: [],
    flows: [],
    numbers: [],
    customers: [],
    modules: [],
    lambdas: [],
    defaultFlows: {},
    callback: null,
    policy: defaultPolicy,
    extras: {},
  };
}
