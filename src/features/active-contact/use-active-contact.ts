import { useMemo } from 'react';
import type { TabCommand } from '../../protocol/envelope.ts';
import type { ContactAction, ContactView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { contactCommand, digitsCommand, muteCommand, transferCommand } from '../../store/commands.ts';
import type { AskFor } from '../../store/commands.ts';
import { allows } from './contact-snapshot.ts';

type Act = (() => void) | undefined;

/** What can be done with the contact; undefined is not offered. */
export interface ContactActions {
  readonly toggleMute: Act;
  readonly toggleHold: Act;
  readonly sendKey: ((key: string) => void) | undefined;
  /** Asks for somebody else while the customer is held. */
  readonly transfer: ((to: AskFor) => void) | undefined;
  readonly conference: Act;
  readonly swap: Act;
  readonly leave: Act;
  readonly drop: Act;
  readonly declareMachine: Act;
  readonly end: Act;
  readonly busy: TabCommand['type'] | null;
}

/** The actions of a contact; they change only when the contact does. */
export function useContactActions(contact: ContactView): ContactActions {
  const send = useSend();
  const busy = usePending(`contact:${contact.id}`);
  const actions = useMemo(() => {
    const tell = (command: TabCommand) => () => void send(command);
    const plain = (action: PlainAction): Act => (allows(contact, action) ? tell(contactCommand(`contact.${action}`, contact.id)) : undefined);
    return {
      toggleMute: allows(contact, 'mute') || allows(contact, 'unmute') ? tell(muteCommand(contact.id, !contact.muted)) : undefined,
      toggleHold: plain('hold') ?? plain('resume'),
      sendKey: allows(contact, 'sendDigits') ? (key: string) => void send(digitsCommand(contact.id, key)) : undefined,
      transfer: allows(contact, 'transfer') ? (to: AskFor) => void send(transferCommand(contact.id, to)) : undefined,
      conference: plain('conference'),
      swap: plain('swap'),
      leave: plain('leave'),
      drop: plain('drop'),
      declareMachine: plain('declareMachine'),
      end: plain('end'),
    };
  }, [contact, send]);
  return { ...actions, busy };
}

/** Those that need nothing but the contact. */
type PlainAction = Extract<ContactAction, 'hold' | 'resume' | 'conference' | 'swap' | 'leave' | 'drop' | 'declareMachine' | 'end'>;
