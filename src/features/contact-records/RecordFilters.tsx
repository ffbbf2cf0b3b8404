import { useQuery } from '@tanstack/react-query';
import { useHttp } from '../../api/http-context.tsx';
import { queuesQuery } from '../../api/queues.ts';
import type { ContactRecordFilters } from '../../protocol/http-contacts.ts';
import { useText } from '../../text/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './ContactRecords.module.css';
import { methodNames } from './record-row.ts';

interface RecordFiltersProps {
  readonly filters: ContactRecordFilters;
  readonly onChange: (filters: ContactRecordFilters) => void;
}

/** What the list is narrowed by. */
export function RecordFilters({ filters, onChange }: RecordFiltersProps) {
  const t = useText();
  const queues = useQuery(queuesQuery(useHttp())).data ?? [];
  return (
    <search aria-label={t('records.filters.label')}>
      <form className={styles['filters']} onSubmit={(event) => {
        event.preventDefault();
      }}>
        <Field label={t('records.filters.text')} className={styles['search']}>
          {(control) => (
            <input {...control} type="search" value={filters.text} placeholder={t('records.filters.textHint')} maxLength={200} onChange={(event) => {
              onChange({ ...filters, text: event.target.value });
            }} />
          )}
        </Field>
        <Field label={t('records.filters.method')}>
          {(control) => (
            <select {...control} value={filters.method} onChange={(event) => {
              onChange({ ...filters, method: event.target.value });
            }}>
              <option value="">{t('records.filters.all')}</option>
              {methodNames.map((method) => <option key={method} value={method}>{t(`records.methods.${method}`)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('records.filters.queue')}>
          {(control) => (
            <select {...control} value={filters.queue} onChange={(event) => {
              onChange({ ...filters, queue: event.target.value });
            }}>
              <option value="">{t('records.filters.anyQueue')}</option>
              {queues.map((queue) => <option key={queue.Id} value={queue.Name}>{queue.Name}</option>)}
            </select>
          )}
        </Field>
      </form>
    </search>
  );
}
