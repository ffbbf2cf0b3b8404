import { formatClock, formatDuration, isoDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { StateDot } from '../../ui/Badge.tsx';
import { cx } from '../../ui/class-names.ts';
import { TimeText } from '../../ui/TimeText.tsx';
import { toneClass } from '../../ui/tone-class.ts';
import styles from './RecordTimeline.module.css';
import type { RecordView } from './timeline.ts';
import { segmentsOf, segmentTone, shares } from './timeline.ts';

/** A contact's life as a bar, and the same in words. */
export function RecordTimeline({ record, zone }: { readonly record: RecordView; readonly zone: string }) {
  const t = useText();
  const segments = segmentsOf(record);
  const widths = shares(segments);
  if (segments.length === 0) return <p className={styles['none']}>{t('records.timeline.none')}</p>;
  const clock = (atMs: number): string => formatClock(atMs, zone, 'seconds');
  return (
    <>
      <div className={styles['bar']} aria-hidden>
        {segments.map(({ name, fromMs }, at) => (
          <span key={`${name}-${fromMs}`} className={cx(styles['part'], toneClass(segmentTone[name]))} style={{ flexGrow: widths[at] ?? 0 }} />
        ))}
      </div>
      <ol className={styles['parts']}>
        {segments.map(({ name, fromMs, toMs }) => (
          <li key={`${name}-${fromMs}`} className={styles['line']}>
            <StateDot tone={segmentTone[name]} />
            <span>{t(`records.timeline.segments.${name}`)}</span>
            <span className={styles['span']}>
              {toMs === null ? t('records.timeline.running', { from: clock(fromMs) }) : t('records.timeline.from', { from: clock(fromMs), to: clock(toMs) })}
            </span>
            {toMs !== null && <TimeText className={styles['length']} dateTime={isoDuration(toMs - fromMs)}>{formatDuration(toMs - fromMs)}</TimeText>}
          </li>
        ))}
      </ol>
    </>
  );
}
