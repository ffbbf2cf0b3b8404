import type { Center, PhoneNumberRules } from '../engine/index.ts';
import { looksLikeE164 } from '../engine/index.ts';
import type { Audience, Build, FromHost, Hint, Patch } from '../protocol/envelope.ts';
import { PROTOCOL } from '../protocol/envelope.ts';
import { diff } from '../protocol/patch.ts';
import type { Port } from '../protocol/ports.ts';
import type { LiveTables, NoticeView } from '../protocol/views.ts';
import { createMemo } from './project/memo.ts';
import { projectTables, type Common, type Viewer } from './project/tables.ts';
import type { Source } from './project/source.ts';

/** Which host speaks, and how its end is noticed. */
export interface HostName {
  readonly epoch: number;
  readonly build: Build;
  readonly holdsLock: boolean;
}

/** One tab's side of the host: whom it is for, and what it has been shown. */
export interface Session {
  readonly tabId: string;
  readonly post: (message: FromHost) => void;
  /** Null until the name or number has been found good in the present center. */
  readonly viewer: () => Viewer | null;
  /** What only one tab of this person may do; null for viewers. */
  readonly resource: () => string | null;
  /** Finds out whom the tab is for in this center and forgets what it was shown; a bad name is told to the tab. */
  readonly admit: (center: Center, phoneNumbers: PhoneNumberRules) => boolean;
  /** Shows what has changed since the last time, or everything to a tab that has been shown nothing. */
  readonly show: (source: Source, common: Common, host: HostName) => void;
  /** Shows what is to be known of the host, and nothing of the center. */
  readonly showNotices: (notices: readonly NoticeView[]) => void;
  readonly hint: (hints: readonly Hint[]) => void;
}

/** A tab that has said who it is and has been shown nothing yet. */
export function createSession(port: Port<FromHost>, tabId: string, audience: Audience): Session {
  let viewer: Viewer | null = null;
  let shown: LiveTables | null = null;
  let shownAt: { readonly epoch: number } | null = null;
  let seq = 0;
  let memo = createMemo();
  return {
    tabId,
    post: port.post,
    viewer: () => viewer,
    resource: () => (viewer === null ? null : resourceOf(viewer)),
    admit: (center, phoneNumbers) => {
      shown = null;
      memo = createMemo();
      viewer = resolve(audience, center, phoneNumbers);
      if (viewer === null) port.post(refusal(audience));
      return viewer !== null;
    },
    show: (source, common, { epoch, build, holdsLock }) => {
      if (viewer === null) return;
      const tables = projectTables(source, viewer, common, memo);
      if (shown === null) {
        port.post({ kind: 'welcome', protocol: PROTOCOL, build, epoch, seq, holdsLock, tables });
      } else {
        const change = diff(shown, tables);
        if (change === null) return;
        seq += 1;
        const patch: Patch = { seq, ...change };
        port.post({ kind: 'patch', epoch, patch });
      }
      shown = tables;
      shownAt = { epoch };
    },
    showNotices: (notices) => {
      if (shown === null || shownAt === null) return;
      const tables = { ...shown, notices: Object.fromEntries(notices.map((notice) => [notice.id, notice])) };
      const change = diff(shown, tables);
      shown = tables;
      if (change === null) return;
      seq += 1;
      port.post({ kind: 'patch', epoch: shownAt.epoch, patch: { seq, ...change } });
    },
    hint: (hints) => {
      if (viewer !== null && hints.length > 0) port.post({ kind: 'hint', hints });
    },
  };
}

function resolve(audience: Audience, center: Center, phoneNumbers: PhoneNumberRules): Viewer | null {
  switch (audience.role) {
    case 'viewer':
      return { role: 'viewer' };
    case 'agent': {
      const agent = center.config.agentsByUsername.get(audience.username);
      return agent ? { role: 'agent', agentId: agent.id } : null;
    }
    case 'customer': {
      const text = audience.number.trim();
      // Whoever is in the center already is known, whatever the numbering plan says.
      if (looksLikeE164(text) && (center.config.customers.has(text) || center.customers.has(text))) return { role: 'customer', number: text };
      const { country } = center.config.instance;
      const readAsE164 = phoneNumbers.parse(text, 'E164', country);
      const read = readAsE164.ok ? readAsE164 : phoneNumbers.parse(text, 'Local', country);
      return read.ok ? { role: 'customer', number: read.e164 } : null;
    }
  }
}

function refusal(audience: Audience): FromHost {
  if (audience.role === 'agent') return { kind: 'refused', why: 'unknownAgent', detail: audience.username.slice(0, 100) };
  return { kind: 'refused', why: 'invalidNumber', detail: audience.role === 'customer' ? audience.number.slice(0, 100) : '' };
}

function resourceOf(viewer: Viewer): string | null {
  if (viewer.role === 'agent') return `ring:${viewer.agentId}`;
  return viewer.role === 'customer' ? `phone:${viewer.number}` : null;
}
