import { useEffect, useRef } from 'react';
import type { Speech } from '../../devices/speech.ts';
import type { CaptionView } from '../../protocol/views.ts';
import { voiceOrder } from './spoken.ts';

/** Lets a voice follow the captions while it is switched on; it stops with the call. */
export function useVoice(speech: Speech | null, on: boolean, captions: readonly CaptionView[]): void {
  const heard = useRef<readonly CaptionView[] | null>(null);
  useEffect(() => {
    if (speech === null || !on) return;
    const order = voiceOrder(heard.current, captions);
    heard.current = captions;
    if (order.kind !== 'goOn') speech.say(order.kind === 'say' ? order.text : null);
  }, [speech, on, captions]);
  useEffect(() => {
    if (speech === null || !on) return;
    return () => {
      heard.current = null;
      speech.say(null);
    };
  }, [speech, on]);
}
