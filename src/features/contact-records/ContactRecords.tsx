import { useDeferredValue, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { contactRecordsQuery } from '../../api/contact-records.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { ContactRecordFilters } from '../../protocol/http-contacts.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import styles from './ContactRecords.module.css';
import { RecordDetail } from './RecordDetail.tsx';
import { RecordDownloads } from './RecordDownloads.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import { RecordList } from './RecordList.tsx';
import { rowOf } from './record-row.ts';

interface ContactRecordsProps {
  /** The record shown beside the list, as in the page's address. */
  readonly selectedId: string | null;
  /** The address of a record, so that links can be opened in another tab. */
  readonly hrefOf: (contactId: string | null) => string;
  readonly onSelect: (contactId: string | null) => void;
  /** Where a first contact can be made. */
  readonly customerHref: string;
}

const noFilters: ContactRecordFilters = { method: '', queue: '', text: '' };

/** The contact records: a list, and every field of the chosen one. On a narrow page one of the two is shown. */
export function ContactRecords({ selectedId, hrefOf, onSelect, customerHref }: ContactRecordsProps) {
  const t = useText();
  const http = useHttp();
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const [filters, setFilters] = useState(noFilters);
  const [numbersShown, setNumbersShown] = useState(false);
  const asked = useDeferredValue(filters);
  const found = useInfiniteQuery({ ...contactRecordsQuery(http, asked), placeholderData: (before) => before });
  const records = found.data?.pages.flatMap((page) => page.ContactRecords) ?? [];
  const total = found.data?.pages[0]?.TotalCount ?? 0;
  const isNarrowed = filters.method !== '' || filters.queue !== '' || filters.text.trim() !== '';

  return (
    <div className={cx(styles['page'], selectedId !== null && styles['withDetail'])}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{t('records.title')}</h1>
        <p className={styles['intro']}>{t('records.intro')}</p>
      </header>
      <div className={styles['listSide']}>
        <RecordFilters filters={filters} onChange={setFilters} />
        <div className={styles['tools']}>
          <output className={styles['count']}>{found.isSuccess ? t('records.count', { count: total }) : ''}</output>
          <Button kind="quiet" size="small" aria-pressed={numbersShown} icon={numbersShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />} onClick={() => {
            setNumbersShown(!numbersShown);
          }}>
            {t(numbersShown ? 'records.reveal.hide' : 'records.reveal.show')}
          </Button>
          {total > 0 && <RecordDownloads filters={asked} numbersShown={numbersShown} />}
        </div>
        <RecordList
          rows={records.map((record) => rowOf(record, { t, zone, numbersShown }))}
          state={found.isPending ? 'pending' : found.isError ? 'failed' : 'ready'}
          error={found.error}
          isNarrowed={isNarrowed}
          selectedId={selectedId}
          hrefOf={hrefOf}
          customerHref={customerHref}
          onSelect={onSelect}
          onClearFilters={() => {
            setFilters(noFilters);
          }}
          onRetry={() => {
            void found.refetch();
          }}
          onMore={found.hasNextPage ? () => void found.fetchNextPage() : null}
          isLoadingMore={found.isFetchingNextPage}
        />
      </div>
      <div className={styles['detailSide']}>
        {selectedId === null ? (
          <p className={styles['choose']}>{t('records.choose')}</p>
        ) : (
          <RecordDetail key={selectedId} contactId={selectedId} numbersShown={numbersShown} zone={zone} hrefOf={hrefOf} onSelect={onSelect} />
        )}
      </div>
    </div>
  );
}
