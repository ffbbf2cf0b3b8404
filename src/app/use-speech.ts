import { useMemo } from 'react';
import type { Speech } from '../devices/speech.ts';
import { createSpeech } from '../devices/speech.ts';
import { usePrefs } from '../store/prefs-context.tsx';

/** The browser's voice, at this device's volume; null where there is none. */
export function useSpeech(): Speech | null {
  const { volumePercent } = usePrefs();
  return useMemo(() => ('speechSynthesis' in window ? createSpeech(window.speechSynthesis, (text) => new SpeechSynthesisUtterance(text), () => volumePercent) : null), [volumePercent]);
}
