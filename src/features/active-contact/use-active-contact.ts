import { useMemo } from 'react';
import type { TabCommand } from '../../protocol/envelope.ts';
import type { ContactView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { contactCommand, digitsCommand, muteCommand } from '../../store/commands.ts';
import { allows } from './contact-snapshot.ts';

/** What can be done with the contact; undefined is not offered. */
export interface ContactActions {
  readonly toggleMute: (() => void) | undefined;
  readonly toggleHold: (() => void) | undefined;
  readonly sendKey: ((key: string) => void) | undefined;
  readonly end: (() => void) | undefined;
  readonly busy: TabCommand['type'] | null;
}

/** The actions of a contact; they change only when the contact does. */
export function useContactActions(contact: ContactView): ContactActions {
  const send = useSend();
  const busy = usePending(`contact:${contact.id}`);
  const actions = useMemo(() => {
    const tell = (command: TabCommand) => () => void send(command);
    return {
      toggleMute: allows(contact, 'mute') || allows(contact, 'unmute') ? tell(muteCommand(contact.id, !contact.muted)) : undefined,
      toggleHold: allows(contact, 'hold')
        ? tell(contactCommand('contact.hold', contact.id))
        : allows(contact, 'resume')
          ? tell(contactCommand('contact.resume', contact.id))
          : undefined,
      sendKey: allows(contact, 'sendDigits') ? (key: string) => void send(digitsCommand(contact.id, key)) : undefined,
      end: allows(contact, 'end') ? tell(contactCommand('contact.end', contact.id)) : undefined,
    };
  }, [contact, send]);
  return { ...actions, busy };
}
