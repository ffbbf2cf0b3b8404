import type { QueueView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectQueues } from '../../store/selectors.ts';
import { formatDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './QueueFigures.module.css';

/** How many wait in each queue and since when. */
export function QueueFigures() {
  const t = useText();
  const queues = useLive(selectQueues);
  const nowMs = useEngineNow(1_000);
  const rows = Object.values(queues).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Card title={t('softphone.context.queues')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('softphone.context.queue')}</th>
            <th scope="col">{t('softphone.context.inQueue')}</th>
            <th scope="col">{t('softphone.context.scheduled')}</th>
            <th scope="col">{t('softphone.context.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((queue) => (
            <tr key={queue.id}>
              <th scope="row">{queue.name}</th>
              <td>{queue.inQueue}</td>
              <td>{queue.scheduled}</td>
              <td>{oldest(queue, nowMs) ?? t('softphone.context.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function oldest(queue: QueueView, nowMs: number): string | null {
  return queue.oldestSinceMs === null ? null : formatDuration(nowMs - queue.oldestSinceMs);
}
