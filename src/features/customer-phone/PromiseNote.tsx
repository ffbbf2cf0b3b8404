import { CalendarClock } from 'lucide-react';
import type { PhoneView } from '../../protocol/views.ts';
import { formatClock, formatDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import type { Say } from '../../text/use-text.ts';
import { TimeText } from '../../ui/TimeText.tsx';
import { callbackPromise } from './callback-promise.ts';
import type { CallbackPromise } from './callback-promise.ts';
import styles from './PromiseNote.module.css';

interface PromiseNoteProps {
  readonly pending: PhoneView['callbackPending'];
  readonly zone: string;
  readonly nowMs: number;
}

/** What was promised to this number, as long as it is open. */
export function PromiseNote({ pending, zone, nowMs }: PromiseNoteProps) {
  const t = useText();
  const promise = callbackPromise(pending, nowMs);
  if (promise === null) return null;
  return (
    <section className={styles['note']} aria-label={t('phone.callback.title')}>
      <CalendarClock size={22} aria-hidden className={styles['icon']} />
      <div>
        <output className={styles['promise']}>{promiseSentence(promise, zone, t)}</output>
        {promise.kind === 'scheduledAt' && (
          <p className={styles['detail']}><TimeText>{t('phone.callback.in', { span: formatDuration(promise.inMs) })}</TimeText></p>
        )}
        {promise.kind === 'queued' && <p className={styles['detail']}>{t('phone.callback.forYou')}</p>}
      </div>
    </section>
  );
}

function promiseSentence(promise: CallbackPromise, zone: string, t: Say): string {
  return promise.kind === 'scheduledAt'
    ? t('phone.callback.scheduledAt', { time: formatClock(promise.atMs, zone, 'seconds') })
    : t(`phone.callback.${promise.kind}`);
}
