import { Volume2, VolumeX } from 'lucide-react';
import type { Speech } from '../../devices/speech.ts';
import type { CaptionView } from '../../protocol/views.ts';
import { usePrefs, useSetPrefs } from '../../store/prefs-context.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './SpeechSwitch.module.css';
import { useVoice } from './use-voice.ts';

interface SpeechSwitchProps {
  /** Null where the browser has no voice: then there is nothing to switch. */
  readonly speech: Speech | null;
  readonly captions: readonly CaptionView[];
}

/** Reads what is heard aloud, and lets that be switched off; kept for this device. */
export function SpeechSwitch({ speech, captions }: SpeechSwitchProps) {
  const t = useText();
  const { speechOn } = usePrefs();
  const setPrefs = useSetPrefs();
  useVoice(speech, speechOn, captions);
  if (speech === null) return null;
  return (
    <button type="button" role="switch" aria-checked={speechOn} aria-label={t('phone.captions.speak')} title={t('phone.captions.speak')} className={styles['switch']} onClick={() => setPrefs({ speechOn: !speechOn })}>
      {speechOn ? <Volume2 size={20} aria-hidden /> : <VolumeX size={20} aria-hidden />}
    </button>
  );
}
