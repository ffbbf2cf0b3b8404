import type { AgentId, Command, ContactId, CurrentAsk, FlowId, MetricAsk } from '../engine/index.ts';
import type { LiveTables } from './views.ts';

/** Raised when the messages change in a way an older tab cannot read. */
export const PROTOCOL = 1;

/** Which build of the page speaks; `atMs` orders builds. */
export interface Build {
  readonly id: string;
  readonly atMs: number;
}

/** Whom a tab is for. */
export type Audience =
  | { readonly role: 'agent'; readonly username: string }
  | { readonly role: 'customer'; readonly number: string }
  | { readonly role: 'viewer' };

/** What the lab may do with the center's clock (host, not engine). */
export type ClockCommand =
  | { readonly type: 'clock.setSpeed'; readonly speed: number }
  /** Moves a held or running clock forward; the reply comes after every deadline in between has fired and been shown. */
  | { readonly type: 'clock.advance'; readonly ms: number }
  | { readonly type: 'clock.advanceTo'; readonly atMs: number }
  /** To the next deadline or scenario step. */
  | { readonly type: 'clock.toNext' };

/** What the lab may do with the center as a whole. */
export type LabCommand =
  /** A fresh center; the old journal is dropped. `startsAtMs` null: the wall's now. */
  | { readonly type: 'lab.reset'; readonly startsAtMs: number | null; readonly speed: number }
  /** Resets and plays a scenario file's story live. */
  | { readonly type: 'lab.play'; readonly scenario: unknown; readonly speed: number }
  | { readonly type: 'lab.takeOver'; readonly person: string; readonly by: 'script' | 'person' }
  | { readonly type: 'lab.stopScenario' }
  /** Sets a journal that cannot be read aside (it is kept) and starts a fresh center. */
  | { readonly type: 'lab.startAfresh' };

export type MastershipCommand = { readonly type: 'mastership.take'; readonly resource: string };

export type TabCommand = Command | ClockCommand | LabCommand | MastershipCommand;

/** Questions about figures; the answers are the engine's own shapes beside `nowMs`, the instant they hold for. */
export type MetricQuery =
  | { readonly type: 'currentMetrics'; readonly ask: CurrentAsk }
  | { readonly type: 'metricData'; readonly ask: MetricAsk }
  | { readonly type: 'userData' }
  | { readonly type: 'contactMetrics'; readonly contactId: ContactId }
  | { readonly type: 'promises' }
  /** The latest events of a stream, oldest first. */
  | { readonly type: 'contactEvents'; readonly contactId: ContactId | null; readonly limit: number }
  | { readonly type: 'agentEvents'; readonly agentId: AgentId | null; readonly limit: number }
  | { readonly type: 'recordDeliveries'; readonly limit: number };

/** Questions answered from the engine's state, for the HTTP face. */
export type CenterQuery =
  | { readonly type: 'records' }
  | { readonly type: 'instance' }
  | MetricQuery
  /** Which way contacts went through a flow, and how often each of its ways was taken. */
  | { readonly type: 'flowTrails'; readonly flowId: FlowId }
  | { readonly type: 'flowTrail'; readonly contactId: ContactId }
  /** Every commit, oldest first. */
  | { readonly type: 'journal' }
  /** What storage holds, as text, whether or not it can be read as a journal. */
  | { readonly type: 'salvage' };

/** How a center begins when the journal is empty; null: drawn by chance, the wall's now, ×1. */
export interface Genesis {
  readonly seed: number | null;
  readonly startsAtMs: number | null;
  readonly speed: number | null;
}

export type ToHost =
  | {
      readonly kind: 'hello';
      readonly protocol: number;
      readonly build: Build;
      readonly tabId: string;
      readonly audience: Audience;
      readonly genesis: Genesis;
    }
  | { readonly kind: 'command'; readonly id: string; readonly command: TabCommand }
  | { readonly kind: 'query'; readonly id: string; readonly query: CenterQuery }
  /** Tells that the tab lives, asks whether the host does, and lets it look at the wall. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'bye' };

/** One tab-visible change: whole rows, never fields. */
export interface Patch {
  readonly seq: number;
  readonly set: { readonly [T in keyof LiveTables]?: Readonly<Record<string, LiveTables[T][keyof LiveTables[T]]>> };
  readonly del: { readonly [T in keyof LiveTables]?: readonly string[] };
}

/** Names of cached HTTP resources that are out of date. */
export type Hint = 'contact-records' | 'flows' | 'instance' | 'metrics' | 'flow-trails';

export type Reply =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly code: string; readonly detail: Readonly<Record<string, string | number>> };

export type FromHost =
  /** `holdsLock`: the host's end shows in the lock it holds; else it is to be asked whether it lives. */
  | { readonly kind: 'welcome'; readonly protocol: number; readonly build: Build; readonly epoch: number; readonly seq: number; readonly holdsLock: boolean; readonly tables: LiveTables }
  /** This host is of another build or speaks another protocol: the tab should reload. */
  | { readonly kind: 'otherBuild'; readonly build: Build; readonly newer: 'host' | 'tab' }
  | { readonly kind: 'refused'; readonly why: 'unknownAgent' | 'invalidNumber' | 'journalCorrupt'; readonly detail: string }
  | { readonly kind: 'patch'; readonly epoch: number; readonly patch: Patch }
  | { readonly kind: 'hint'; readonly hints: readonly Hint[] }
  | { readonly kind: 'reply'; readonly id: string; readonly reply: Reply }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: unknown }
  | { readonly kind: 'pong' }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };
