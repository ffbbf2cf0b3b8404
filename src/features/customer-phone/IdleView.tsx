import { DialList } from './DialList.tsx';
import { Owner } from './Owner.tsx';
import type { IdleScreen, PhoneSnapshot } from './phone-snapshot.ts';
import { PromiseNote } from './PromiseNote.tsx';
import styles from './screens.module.css';

interface IdleViewProps {
  readonly snapshot: PhoneSnapshot;
  readonly screen: IdleScreen;
  readonly zone: string;
  readonly country: string;
  readonly nowMs: number;
}

/** Nothing is going on: who this is, what was promised, whom to call. */
export function IdleView({ snapshot, screen, zone, country, nowMs }: IdleViewProps) {
  return (
    <div className={styles['calm']}>
      <Owner snapshot={snapshot} />
      <PromiseNote pending={snapshot.callback} zone={zone} nowMs={nowMs} />
      {screen.dialTyped && <DialList destinations={screen.destinations} dialTyped={screen.dialTyped} country={country} />}
    </div>
  );
}
