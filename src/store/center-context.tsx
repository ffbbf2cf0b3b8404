import { createContext, useCallback, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ContactCenter } from '../backends/contact-center.ts';
import type { Reply, TabCommand } from '../protocol/envelope.ts';
import { must } from './must.ts';
import { markPending, selectPending } from './pending.ts';
import type { PendingStore } from './pending.ts';

/** A refusal or a broken connection; code `LINK_LOST` stands for the latter. */
export type Refusal = Extract<Reply, { readonly ok: false }>;

interface CenterAccess {
  readonly center: ContactCenter;
  readonly pending: PendingStore;
  readonly onRefused: (refusal: Refusal, command: TabCommand) => void;
}

interface CenterProviderProps extends CenterAccess {
  readonly children: ReactNode;
}

const CenterContext = createContext<CenterAccess | null>(null);

/** Hands the contact center to the screens. `onRefused` is where the app says the sentence for a refusal (a toast). */
export function CenterProvider({ center, pending, onRefused, children }: CenterProviderProps) {
  const access = useMemo(() => ({ center, pending, onRefused }), [center, pending, onRefused]);
  return <CenterContext value={access}>{children}</CenterContext>;
}

/** The contact center itself: for queries and for commands whose refusal the caller words itself. */
export function useCenter(): ContactCenter {
  return must(useContext(CenterContext), 'CenterProvider').center;
}

/**
 * Sends a command: marks it as in flight, waits for the answer, reports a refusal. Never rejects: a connection that
 * breaks is a refusal with code `LINK_LOST`. `quietly` leaves the words to the caller.
 */
export function useSend(): (command: TabCommand, how?: 'quietly') => Promise<Reply> {
  const { center, pending, onRefused } = must(useContext(CenterContext), 'CenterProvider');
  return useCallback(
    async (command, how) => {
      const done = markPending(pending, command);
      const reply = await center.send(command).catch(linkLost);
      done();
      if (!reply.ok && how !== 'quietly') onRefused(reply, command);
      return reply;
    },
    [center, pending, onRefused],
  );
}

/** The type of the oldest command in flight for a target (see `pendingTarget`), or null. */
export function usePending(target: string): TabCommand['type'] | null {
  return useStore(must(useContext(CenterContext), 'CenterProvider').pending, selectPending(target));
}

function linkLost(cause: unknown): Refusal {
  return { ok: false, code: 'LINK_LOST', detail: { cause: String(cause) } };
}
