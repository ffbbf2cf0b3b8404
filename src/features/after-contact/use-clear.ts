import { useMemo } from 'react';
import type { ContactView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { clearCommand } from '../../store/commands.ts';

/** Clearing the contact in the slot; undefined where it may not be cleared. */
export function useClear(contact: ContactView, agentId: string): { readonly clear: (() => void) | undefined; readonly busy: boolean } {
  const send = useSend();
  const busy = usePending(`contact:${contact.id}`) === 'contact.clear';
  const clear = useMemo(
    () => (contact.can.includes('clear') ? () => void send(clearCommand(contact.id, agentId)) : undefined),
    [contact, agentId, send],
  );
  return { clear, busy };
}
