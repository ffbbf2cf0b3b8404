import type { MouseEvent } from 'react';
import { FileText, PhoneIncoming, SearchX, Undo2 } from 'lucide-react';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { StatePill } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import styles from './RecordList.module.css';
import type { RecordRow } from './record-row.ts';

interface RecordListProps {
  readonly rows: readonly RecordRow[];
  readonly state: 'pending' | 'failed' | 'ready';
  readonly error: unknown;
  readonly isNarrowed: boolean;
  readonly selectedId: string | null;
  readonly hrefOf: (contactId: string | null) => string;
  readonly customerHref: string;
  readonly onSelect: (contactId: string) => void;
  readonly onClearFilters: () => void;
  readonly onRetry: () => void;
  /** null: this is all. */
  readonly onMore: (() => void) | null;
  readonly isLoadingMore: boolean;
}

/** The lines of the list, or what stands in their place. */
export function RecordList(props: RecordListProps) {
  const { rows, state, error, isNarrowed, selectedId, hrefOf, customerHref, onSelect, onClearFilters, onRetry, onMore, isLoadingMore } = props;
  const t = useText();
  if (state === 'pending') return <output className={styles['note']}>{t('records.loading')}</output>;
  if (state === 'failed') {
    const actions = <Button size="small" onClick={onRetry}>{t('common.retry')}</Button>;
    return <Banner kind="bad" actions={actions}>{problemSentence(problemOf(error), t, 'records')}</Banner>;
  }
  if (rows.length === 0 && isNarrowed) {
    return (
      <EmptyState icon={<SearchX size={40} />} title={t('records.nothing.title')}>
        <p>{t('records.nothing.text')}</p>
        <Button onClick={onClearFilters}>{t('records.nothing.clear')}</Button>
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState icon={<FileText size={40} />} title={t('records.empty.title')}>
        <p>{t('records.empty.text')}</p>
        <a href={customerHref}>{t('records.empty.link')}</a>
      </EmptyState>
    );
  }
  const choose = (event: MouseEvent, id: string): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onSelect(id);
  };
  return (
    <>
      <ul className={styles['list']} aria-label={t('records.list')}>
        {rows.map((row) => (
          <li key={row.id}>
            <a className={styles['row']} href={hrefOf(row.id)} aria-current={row.id === selectedId ? 'true' : undefined} data-contact-id={row.id} onClick={(event) => {
              choose(event, row.id);
            }}>
              <span className={styles['icon']} aria-hidden>{row.isCallback ? <Undo2 size={18} /> : <PhoneIncoming size={18} />}</span>
              <span className={styles['what']}>
                <strong>{row.method}</strong>
                {row.attempt !== null && <span className={styles['muted']}> · {row.attempt}</span>}
              </span>
              <TimeText className={styles['when']} dateTime={row.beganStamp}>{row.beganAt}</TimeText>
              <span className={styles['who']}>
                {row.customer !== null && <>{row.customer} · </>}
                <NumberText spoken={row.number.spoken}>{row.number.shown}</NumberText>
              </span>
              <span className={styles['where']}>{row.queue} · {row.agent}</span>
              <span className={styles['end']}>
                <StatePill tone={row.tone}>{row.ending}</StatePill>
                {row.reason !== null && <code className={styles['reason']}>{row.reason}</code>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {onMore !== null && <Button wide busy={isLoadingMore} onClick={onMore}>{t('records.more')}</Button>}
    </>
  );
}
