import type { ContactView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { TimeText } from '../../ui/TimeText.tsx';
import { timelineRows } from './timeline-rows.ts';
import styles from './Timeline.module.css';

/** The steps on one axis of time: when each began, how long it took. */
export function Timeline({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const rows = timelineRows(contact, useEngineNow(), zone, t);
  return (
    <ol className={styles['rows']}>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <TimeText className={styles['at']}>{row.at}</TimeText>
          <span className={styles['label']}>{row.label}</span>
          <span className={styles['axis']} aria-hidden>
            <span className={styles['bar']} data-step={row.id} style={{ insetInlineStart: `${row.from * 100}%`, width: `${row.length * 100}%` }} />
          </span>
          <TimeText className={styles['lasted']}>{row.lasted}</TimeText>
        </li>
      ))}
    </ol>
  );
}
