import type { Audience, CenterQuery, Hint, Patch, Reply, TabCommand } from '../protocol/envelope.ts';
import type { LiveTables } from '../protocol/views.ts';

/** What a tab learns from the center, in order. */
export type CenterMessage =
  | { readonly kind: 'snapshot'; readonly tables: LiveTables }
  | { readonly kind: 'patch'; readonly patch: Patch }
  | { readonly kind: 'hints'; readonly hints: readonly Hint[] }
  /** The connection's own state; `trouble` names what the person must do something about. */
  | { readonly kind: 'link'; readonly link: LinkState };

export type LinkState =
  | { readonly state: 'connecting' }
  | { readonly state: 'ready'; readonly transport: 'sharedWorker' | 'tabLeader' | 'inPage' }
  | { readonly state: 'refused'; readonly why: 'unknownAgent' | 'invalidNumber'; readonly detail: string }
  | { readonly state: 'otherBuild'; readonly newer: 'host' | 'tab' }
  | { readonly state: 'journalCorrupt'; readonly detail: string }
  | { readonly state: 'failed'; readonly detail: string };

/** The port between the app and whoever is the contact center. Call control goes here; look-ups go over HTTP. */
export interface ContactCenter {
  readonly audience: Audience;
  /** Delivers a snapshot first, then every change; the returned function ends it. */
  readonly subscribe: (listener: (message: CenterMessage) => void) => () => void;
  /** Resolves with the center's answer, after the mirror has been sent what the command changed. A refusal is a value. */
  readonly send: (command: TabCommand, id?: string) => Promise<Reply>;
  readonly query: (query: CenterQuery) => Promise<unknown>;
  /** For a corrupt journal: the kept content as text, and a fresh start. */
  readonly salvage: () => Promise<string>;
  readonly startAfresh: () => Promise<void>;
  readonly close: () => void;
}
