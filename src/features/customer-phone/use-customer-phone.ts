import { useMemo } from 'react';
import type { TabCommand } from '../../protocol/envelope.ts';
import { useSend } from '../../store/center-context.tsx';
import { behaveCommand, dialCommand, phoneCommand, phoneResource, pressCommand } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter, selectMastership, selectPhone } from '../../store/selectors.ts';
import { answeringWay, behaviorFor } from './answering.ts';
import type { AnsweringWay } from './answering.ts';
import { phoneSnapshot } from './phone-snapshot.ts';
import type { PhoneControls, PhoneSnapshot } from './phone-snapshot.ts';

/** How the phone answers when nobody holds it. */
export interface AnsweringSnapshot {
  /** Null while a story has set a behavior that is not among the choices: `word` names it. */
  readonly way: AnsweringWay | null;
  readonly word: string;
  readonly choose: (way: AnsweringWay) => void;
}

export interface CustomerPhoneModel {
  readonly snapshot: PhoneSnapshot;
  readonly answering: AnsweringSnapshot;
  /** IANA zone of the times shown: the center's. */
  readonly zone: string;
  /** Whose way of dialing is understood: ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Of several tabs that show this phone, one is heard. */
  readonly isHeard: boolean;
}

/** One customer's phone, joined to the center; null until the center has shown it. */
export function useCustomerPhone(number: string): CustomerPhoneModel | null {
  const phone = useLive(useMemo(() => selectPhone(number), [number]));
  const mastership = useLive(useMemo(() => selectMastership(phoneResource(number)), [number]));
  const center = useLive(selectCenter);
  const send = useSend();
  const isHeard = mastership?.mine ?? true;
  return useMemo(() => {
    if (phone === null) return null;
    const tell = (command: TabCommand): void => void send(command);
    return {
      snapshot: phoneSnapshot(phone, center, controlsFor(number, tell)),
      answering: {
        way: answeringWay(phone.behavior),
        word: phone.behavior,
        choose: (way) => tell(behaveCommand(number, behaviorFor(way))),
      },
      zone: center?.timeZone ?? 'UTC',
      country: center?.country ?? 'US',
      isHeard,
    };
  }, [phone, center, number, send, isHeard]);
}

function controlsFor(number: string, tell: (command: TabCommand) => void): PhoneControls {
  return {
    dial: (to) => tell(dialCommand(number, to)),
    press: (keys) => tell(pressCommand(number, keys)),
    hangUp: () => tell(phoneCommand('customer.hangUp', number)),
    answer: () => tell(phoneCommand('customer.answer', number)),
    decline: () => tell(phoneCommand('customer.decline', number)),
    letVoicemail: () => tell(phoneCommand('customer.letVoicemail', number)),
  };
}
