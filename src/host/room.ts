import type { Center, PhoneNumberRules } from '../engine/index.ts';
import type { FromHost, Genesis, Hint, ToHost } from '../protocol/envelope.ts';
import type { Locks, Port } from '../protocol/ports.ts';
import { tabLock } from '../protocol/ports.ts';
import type { NoticeView } from '../protocol/views.ts';
import { createMastership, type Mastership } from './mastership.ts';
import type { Common } from './project/tables.ts';
import type { Source } from './project/source.ts';
import { createSession, type HostName, type Session } from './session.ts';

/** Without locks a tab that has been silent for so long is taken for dead; hidden tabs may wake only once a minute. */
const SILENT_MS_MAX = 150_000;

/** A tab in the room. */
export interface Guest {
  readonly session: Session;
  readonly port: Port<FromHost>;
  readonly genesis: Genesis;
  /** Stops waiting for the tab's death. */
  readonly forget: () => void;
}

/** The tabs that are here, alive, and who among them holds what. */
export interface Room {
  readonly mastership: Mastership;
  readonly guests: () => readonly Guest[];
  /** A tab that comes again, by a new port or to be shown everything anew, takes the place of its old self. */
  readonly enter: (port: Port<FromHost>, hello: Extract<ToHost, { readonly kind: 'hello' }>) => Guest;
  readonly admit: (guest: Guest, center: Center, phoneNumbers: PhoneNumberRules) => void;
  /** The center is another one: everybody is looked at anew. */
  readonly readmit: (center: Center, phoneNumbers: PhoneNumberRules) => void;
  readonly leave: (guest: Guest) => void;
  readonly heardFrom: (guest: Guest) => void;
  readonly show: (source: Source, common: Omit<Common, 'mastership'>, host: HostName) => void;
  readonly hint: (hints: readonly Hint[]) => void;
  readonly tell: (message: FromHost) => void;
  /** When the center itself can no longer be shown: only what is to be known of the host. */
  readonly tellNotices: (notices: readonly NoticeView[]) => void;
  readonly changed: () => void;
}

export interface RoomOptions {
  readonly locks: Locks | null;
  readonly wallNow: () => number;
  /** Who is here has changed, so what tabs are shown may have. */
  readonly changed: () => void;
}

/** An empty room. */
export function createRoom({ locks, wallNow, changed }: RoomOptions): Room {
  const guests = new Map<string, Guest>();
  const lastHeardMs = new Map<string, number>();
  const mastership = createMastership();

  const remove = (guest: Guest): boolean => {
    if (guests.get(guest.session.tabId) !== guest) return false;
    guest.forget();
    guests.delete(guest.session.tabId);
    lastHeardMs.delete(guest.session.tabId);
    return true;
  };
  const leave = (guest: Guest): void => {
    if (!remove(guest)) return;
    mastership.leave(guest.session.tabId);
    changed();
  };
  const admit = (guest: Guest, center: Center, phoneNumbers: PhoneNumberRules): void => {
    const before = guest.session.resource();
    guest.session.admit(center, phoneNumbers);
    const resource = guest.session.resource();
    if (before !== null && before !== resource) mastership.leave(guest.session.tabId);
    if (resource !== null) mastership.join(resource, guest.session.tabId);
  };
  const dropSilent = (): void => {
    if (locks) return;
    for (const guest of guests.values()) {
      if (wallNow() - (lastHeardMs.get(guest.session.tabId) ?? 0) > SILENT_MS_MAX) leave(guest);
    }
  };

  return {
    mastership,
    guests: () => [...guests.values()],
    enter: (port, { tabId, audience, genesis }) => {
      const before = guests.get(tabId);
      if (before) remove(before);
      const session = createSession(port, tabId, audience);
      const forget = locks?.request(tabLock(tabId), {
        held: () => {
          leave(guest);
        },
      }) ?? (() => undefined);
      const guest: Guest = { session, port, genesis, forget };
      guests.set(tabId, guest);
      lastHeardMs.set(tabId, wallNow());
      return guest;
    },
    admit,
    readmit: (center, phoneNumbers) => {
      for (const guest of guests.values()) admit(guest, center, phoneNumbers);
    },
    leave,
    heardFrom: (guest) => {
      lastHeardMs.set(guest.session.tabId, wallNow());
    },
    show: (source, common, host) => {
      dropSilent();
      for (const { session } of guests.values()) {
        const resource = session.resource();
        const held = resource === null ? null : mastership.look(resource, session.tabId);
        session.show(source, { ...common, mastership: held && resource !== null ? [{ resource, ...held }] : [] }, host);
      }
    },
    hint: (hints) => {
      for (const { session } of guests.values()) session.hint(hints);
    },
    tell: (message) => {
      for (const { session } of guests.values()) session.post(message);
    },
    tellNotices: (notices) => {
      for (const { session } of guests.values()) session.showNotices(notices);
    },
    changed,
  };
}
