/*
 * What the setup knows of the contact center's configuration. Features do not import the engine: the shapes are those
 * of the command that configures it, and what only the engine can do is handed in as the bench.
 */
import type { TabCommand } from '../../protocol/envelope.ts';

/** Everything that is configured. */
export type Instance = Extract<TabCommand, { readonly type: 'instance.configure' }>['instance'];
export type Queue = Instance['queues'][number];
export type Profile = Instance['routingProfiles'][number];
export type Flow = Instance['flows'][number];
export type FlowType = Flow['type'];
export type Claimed = Instance['numbers'][number];

/** A flow's file as read: what of it runs, or the sentences that say why it cannot. */
export type ReadFlow =
  | { readonly ok: true; readonly content: Flow['content']; readonly mapping: Flow['mapping'] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What the setup needs done by the engine's own hands. */
export interface SetupBench {
  /** Reads a flow's file against the instance in which it is to run. */
  readonly readFlow: (file: string, type: FlowType, instance: Instance) => ReadFlow;
  readonly queueId: (name: string) => Queue['id'];
  readonly flowId: (name: string) => Flow['id'];
  /** A number that was read as one, in E.164. */
  readonly number: (e164: string) => Claimed['number'];
  /** Seconds as the engine's duration. */
  readonly seconds: (count: number) => Profile['entries'][number]['delayMs'];
  /** How long a sentence takes to say, in ms. */
  readonly speechMs: (text: string) => number;
}

/** What a draft is checked against. */
export interface SetupWorld {
  readonly instance: Instance;
  readonly bench: Pick<SetupBench, 'speechMs'>;
}
