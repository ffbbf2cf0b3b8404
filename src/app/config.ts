import type { Result } from '../engine/index.ts';
import { ok, refuse } from '../engine/index.ts';
import type { Audience, Build, Genesis } from '../protocol/envelope.ts';

/** How the tab reaches its center; null leaves the choice to what the browser can do. */
export type TransportChoice = 'sharedWorker' | 'tabLeader' | 'inPage' | null;

/** Everything the page is told from outside. */
export interface Config {
  readonly audience: Audience;
  readonly transport: TransportChoice;
  /** How a center begins if none is kept; a kept one goes on as it was. */
  readonly genesis: Genesis;
  readonly build: Build;
}

/** A word of the address that cannot be used: which, what it says, and what it may say. */
export interface ConfigFault {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}

const transports = ['sharedWorker', 'tabLeader', 'inPage'] as const;
/** Longer than any user name or number; what is longer is an accident and must not fill the screen. */
const longest = 100;
const seedMax = 2 ** 31 - 1;

/**
 * Reads the page's address. `agent` and `number` say whom the tab is for, `transport` how it reaches the center, `seed`,
 * `at`, `speed` and `clock=held` how a new center begins. Lists every fault at once.
 */
export function parseConfig(address: URL, build: Build): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const read = <Value>(name: string, expected: string, parse: (text: string) => Value | null): Value | null => {
    const text = address.searchParams.get(name);
    if (text === null) return null;
    const value = parse(text.trim());
    if (value === null) faults.push({ name, found: text.length > longest ? `${text.slice(0, longest)}…` : text, expected });
    return value;
  };
  const someText = (text: string): string | null => (text === '' || text.length > longest ? null : text);
  const agent = read('agent', 'the user name of an agent', someText);
  const number = read('number', 'a telephone number such as %2B12065550142', someText);
  const transport = read('transport', transports.join(', '), (text) => transports.find((each) => each === text) ?? null);
  const seed = read('seed', `a whole number from 0 to ${seedMax}`, (text) => (/^\d{1,10}$/.test(text) && Number(text) <= seedMax ? Number(text) : null));
  const startsAtMs = read('at', 'an instant such as 2024-01-10T11:30:00Z', instant);
  const speed = read('speed', 'a number from 0 to 1000', (text) => (/^\d{1,4}(\.\d+)?$/.test(text) && Number(text) <= 1000 ? Number(text) : null));
  const held = read('clock', 'held', (text) => (text === 'held' ? text : null));
  if (faults.length > 0) return refuse(faults);
  return ok({
    audience: audienceOf(address.pathname, agent, number),
    transport,
    genesis: { seed, startsAtMs, speed: held === null ? speed : 0 },
    build,
  });
}

/** An instant in ISO 8601 with a zone; without one it would mean something else on each computer. */
export function instant(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

function audienceOf(path: string, agent: string | null, number: string | null): Audience {
  if (path === '/' && agent !== null) return { role: 'agent', username: agent };
  if (path === '/customer' && number !== null) return { role: 'customer', number };
  return { role: 'viewer' };
}
