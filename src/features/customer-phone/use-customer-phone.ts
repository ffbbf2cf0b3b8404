import { useMemo } from 'react';
import type { TabCommand } from '../../protocol/envelope.ts';
import { useSend } from '../../store/center-context.tsx';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter, selectPhone } from '../../store/selectors.ts';
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
}

/** One customer's phone, joined to the center; null until the center has shown it. */
export function useCustomerPhone(number: string): CustomerPhoneModel | null {
  const phone = useLive(useMemo(() => selectPhone(number), [number]));
  const center = useLive(selectCenter);
  const send = useSend();
  return useMemo(() => {
    if (phone === null) return null;
    const tell = (command: TabCommand): void => void send(command);
    return {
      snapshot: phoneSnapshot(phone, center, controlsFor(number, tell)),
      answering: {
        way: answeringWay(phone.behavior),
        word: phone.behavior,
        choose: (way) => tell({ type: 'customer.behave', number: dialable(number), whenCalled: [behaviorFor(way)], talksForMs: null }),
      },
      zone: center?.timeZone ?? 'UTC',
      country: center?.country ?? 'US',
    };
  }, [phone, center, number, send]);
}

type Dialable = Extract<TabCommand, { readonly type: 'customer.dial' }>['to'];

/** Numbers lose their brand on the way to a page. This one was checked when it was typed or came from the center, and the host checks it again. */
const dialable = (number: string): Dialable => number as Dialable;

function controlsFor(text: string, tell: (command: TabCommand) => void): PhoneControls {
  const number = dialable(text);
  return {
    dial: (to) => tell({ type: 'customer.dial', number, to: dialable(to) }),
    press: (keys) => tell({ type: 'customer.press', number, keys }),
    hangUp: () => tell({ type: 'customer.hangUp', number }),
    answer: () => tell({ type: 'customer.answer', number }),
    decline: () => tell({ type: 'customer.decline', number }),
    letVoicemail: () => tell({ type: 'customer.letVoicemail', number }),
  };
}
