import { Bot, Clock3, Ear, Grip, Pause, PhoneCall, PhoneOff, UserRound } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Speech } from '../../devices/speech.ts';
import { formatDuration, isoDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Keypad } from '../../ui/Keypad.tsx';
import { TimeText } from '../../ui/TimeText.tsx';
import { toneClass } from '../../ui/tone-class.ts';
import type { Tone } from '../../ui/tone.ts';
import { Captions } from './Captions.tsx';
import styles from './InCallView.module.css';
import type { Company, InCallScreen } from './phone-snapshot.ts';
import { otherName } from './screen-news.ts';
import { SpeechSwitch } from './SpeechSwitch.tsx';
import { useKeyboardKeys } from './use-keyboard-keys.ts';

const looks: Readonly<Record<Company, { readonly tone: Tone; readonly Icon: typeof Bot }>> = {
  dialing: { tone: 'reach', Icon: PhoneCall },
  flow: { tone: 'reach', Icon: Bot },
  queue: { tone: 'late', Icon: Clock3 },
  whisper: { tone: 'speak', Icon: Ear },
  agent: { tone: 'live', Icon: UserRound },
  hold: { tone: 'pause', Icon: Pause },
};

/** The newest digits pressed; more would not fit the narrowest screen. */
const digitsShown = 18;

interface InCallViewProps {
  readonly screen: InCallScreen;
  readonly speech: Speech | null;
  readonly nowMs: number;
}

/** On the phone: with whom and how long, what is heard, the keys, and hanging up. */
export function InCallView({ screen, speech, nowMs }: InCallViewProps) {
  const t = useText();
  const { press, keysAwaited } = screen;
  const [typed, setTyped] = useState('');
  const [wished, setWished] = useState<boolean | null>(null);
  const pressKey = useCallback(
    (key: string) => {
      setTyped((before) => before + key);
      press?.(key);
    },
    [press],
  );
  useKeyboardKeys(press === undefined ? undefined : pressKey);
  const { tone, Icon } = looks[screen.company];
  const keysShown = press !== undefined && (wished ?? keysAwaited);
  const lastedMs = screen.sinceMs === null ? 0 : nowMs - screen.sinceMs;
  return (
    <div className={styles['call']}>
      <div className={cx(styles['band'], toneClass(tone))}>
        <Icon size={22} aria-hidden />
        <div className={styles['who']}>
          <h1 className={styles['other']}>{otherName(screen.other, t)}</h1>
          <p className={styles['company']}>{t(`phone.inCall.${screen.company}`)}</p>
        </div>
        <TimeText className={styles['time']} dateTime={isoDuration(lastedMs)}>{formatDuration(lastedMs)}</TimeText>
        <SpeechSwitch speech={speech} captions={screen.captions} />
      </div>
      {!keysShown && (
        <div className={styles['sign']} aria-hidden>
          <span className={cx(styles['disc'], toneClass(tone))}><Icon size={36} /></span>
        </div>
      )}
      <Captions captions={screen.captions} />
      <div className={styles['hands']}>
        {press !== undefined && (typed !== '' || keysAwaited) && (
          <p className={styles['typed']}>
            {typed === '' ? <span className={styles['hint']}>{t('phone.keypad.awaited')}</span> : <output className={styles['digits']} aria-label={t('phone.keypad.typed')} dir="ltr">{typed.slice(-digitsShown)}</output>}
          </p>
        )}
        {keysShown && <Keypad label={t('phone.keypad.title')} starLabel={t('common.star')} poundLabel={t('common.pound')} size="compact" onKey={pressKey} />}
        <div className={styles['last']}>
          {press !== undefined && (
            <Button icon={<Grip size={18} aria-hidden />} aria-pressed={keysShown} onClick={() => setWished(!keysShown)}>{t('phone.keypad.title')}</Button>
          )}
          {screen.hangUp && <Button kind="bad" className={styles['hangUp']} icon={<PhoneOff size={18} aria-hidden />} onClick={screen.hangUp}>{t('phone.inCall.hangUp')}</Button>}
        </div>
      </div>
    </div>
  );
}
