import { Phone, PhoneOff, Voicemail } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDuration } from '../../text/format.ts';
import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import type { RingingScreen } from './phone-snapshot.ts';
import styles from './RingingView.module.css';
import { otherName } from './screen-news.ts';

/** Somebody calls: who, since when, and the ways to take it or leave it. */
export function RingingView({ screen, nowMs }: { readonly screen: RingingScreen; readonly nowMs: number }) {
  const t = useText();
  const words = screen.caller?.description ? numberWords(screen.caller.number, t) : null;
  return (
    <div className={styles['ringing']}>
      <div className={styles['caller']}>
        <span className={styles['bell']} aria-hidden><Phone size={32} /></span>
        <h1 className={styles['name']}>{otherName(screen.caller, t)}</h1>
        {words && <p><NumberText spoken={words.spoken}>{words.shown}</NumberText></p>}
        <p className={styles['state']}>
          {t('phone.ringing.state')}
          {screen.sinceMs !== null && <> · <TimeText>{formatDuration(nowMs - screen.sinceMs)}</TimeText></>}
        </p>
        {screen.isCallback && <p className={styles['promise']}>{t('phone.ringing.callback')}</p>}
      </div>
      <div className={styles['ways']}>
        {screen.letVoicemail && (
          <button type="button" className={styles['voicemail']} onClick={screen.letVoicemail}>
            <Voicemail size={18} aria-hidden />
            {t('phone.ringing.voicemail')}
          </button>
        )}
        <div className={styles['pair']}>
          <RoundButton kind="decline" icon={<PhoneOff size={26} aria-hidden />} label={t('phone.ringing.decline')} hint={t('phone.ringing.declineHint')} onClick={screen.decline} />
          <RoundButton kind="answer" icon={<Phone size={26} aria-hidden />} label={t('phone.ringing.answer')} onClick={screen.answer} />
        </div>
        <p className={styles['orElse']}>{t('phone.ringing.orLetRing')}</p>
      </div>
    </div>
  );
}

interface RoundButtonProps {
  readonly kind: 'answer' | 'decline';
  readonly icon: ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly onClick: (() => void) | undefined;
}

function RoundButton({ kind, icon, label, hint, onClick }: RoundButtonProps) {
  if (onClick === undefined) return null;
  return (
    <button type="button" className={styles['round']} data-kind={kind} onClick={onClick}>
      <span className={styles['disc']} aria-hidden>{icon}</span>
      <span className={styles['label']}>{label}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </button>
  );
}
