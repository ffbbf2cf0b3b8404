import { BatteryFull, Signal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Speech } from '../../devices/speech.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { formatClock } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { TimeText } from '../../ui/TimeText.tsx';
import { EndedView } from './EndedView.tsx';
import { IdleView } from './IdleView.tsx';
import { InCallView } from './InCallView.tsx';
import styles from './PhoneDevice.module.css';
import type { PhoneSnapshot } from './phone-snapshot.ts';
import { RingingView } from './RingingView.tsx';
import { screenNews } from './screen-news.ts';

interface PhoneDeviceProps {
  readonly snapshot: PhoneSnapshot;
  /** IANA zone of the times shown. */
  readonly zone: string;
  readonly country: string;
  readonly speech: Speech | null;
}

/** The phone itself: its frame, its status line and the screen of its state. */
export function PhoneDevice({ snapshot, zone, country, speech }: PhoneDeviceProps) {
  const t = useText();
  const nowMs = useEngineNow();
  const { screen } = snapshot;
  const face = useKeptFocus(screen.kind);
  return (
    <article className={styles['device']} data-screen={screen.kind} aria-label={t('phone.screen', { who: snapshot.name ?? snapshot.number })}>
      <header className={styles['status']}>
        <TimeText>{formatClock(nowMs, zone)}</TimeText>
        <span className={styles['signs']} aria-hidden>
          <Signal size={16} />
          <BatteryFull size={20} />
        </span>
      </header>
      <div ref={face} className={styles['face']} tabIndex={-1}>
        {screen.kind === 'idle' && <IdleView snapshot={snapshot} screen={screen} zone={zone} country={country} nowMs={nowMs} />}
        {screen.kind === 'ringing' && <RingingView screen={screen} nowMs={nowMs} />}
        {screen.kind === 'inCall' && <InCallView screen={screen} speech={speech} nowMs={nowMs} />}
        {screen.kind === 'ended' && <EndedView snapshot={snapshot} screen={screen} zone={zone} country={country} nowMs={nowMs} />}
      </div>
      <Announcer text={screenNews(screen, t)} assertive={screen.kind === 'ringing'} />
    </article>
  );
}

/** When a screen goes and takes the focused button with it, the focus stays with the phone rather than be lost. */
function useKeptFocus(kind: string): React.RefObject<HTMLDivElement | null> {
  const face = useRef<HTMLDivElement>(null);
  const shown = useRef(kind);
  useEffect(() => {
    if (shown.current === kind) return;
    shown.current = kind;
    if (document.activeElement === null || document.activeElement === document.body) face.current?.focus({ preventScroll: true });
  }, [kind]);
  return face;
}
