import { Phone, PhoneMissed, PhoneOff } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Captions } from './Captions.tsx';
import { DialList } from './DialList.tsx';
import { Fold } from './Fold.tsx';
import type { EndedScreen, PhoneSnapshot } from './phone-snapshot.ts';
import { PromiseNote } from './PromiseNote.tsx';
import { otherName } from './screen-news.ts';
import styles from './screens.module.css';

interface EndedViewProps {
  readonly snapshot: PhoneSnapshot;
  readonly screen: EndedScreen;
  readonly zone: string;
  readonly country: string;
  readonly nowMs: number;
}

/** The call is over: why, what was promised, what was heard, and calling again. */
export function EndedView({ snapshot, screen, zone, country, nowMs }: EndedViewProps) {
  const t = useText();
  const Icon = screen.why === 'missed' ? PhoneMissed : PhoneOff;
  return (
    <div className={styles['calm']}>
      <div className={styles['over']}>
        <span className={styles['overIcon']} aria-hidden><Icon size={28} /></span>
        <h1 className={styles['overTitle']}>{t(`phone.ended.${screen.why}`)}</h1>
        <p className={styles['muted']}>{otherName(screen.other, t)}</p>
      </div>
      <PromiseNote pending={snapshot.callback} zone={zone} nowMs={nowMs} />
      {screen.callAgain && <Button kind="good" size="large" wide icon={<Phone size={20} aria-hidden />} onClick={screen.callAgain}>{t('phone.ended.again')}</Button>}
      {screen.captions.length > 0 && (
        <Fold title={t('phone.captions.heard')} className={styles['heard']}>
          <Captions captions={screen.captions} />
        </Fold>
      )}
      {screen.dialTyped && <DialList destinations={screen.destinations} dialTyped={screen.dialTyped} country={country} />}
    </div>
  );
}
