import { useText } from '../../text/use-text.ts';
import styles from './RecordDetail.module.css';
import type { RecordView } from './timeline.ts';

interface RecordLinksProps {
  readonly record: RecordView;
  readonly hrefOf: (contactId: string | null) => string;
  readonly onSelect: (contactId: string) => void;
}

/** Ways to the legs before and after this one, and to the first of the interaction. */
export function RecordLinks({ record, hrefOf, onSelect }: RecordLinksProps) {
  const t = useText();
  const links = [
    { which: t('records.links.previous'), id: record.PreviousContactId },
    { which: t('records.links.next'), id: record.NextContactId },
    { which: t('records.links.initial'), id: record.InitialContactId },
  ];
  if (links.every(({ id }) => id === null)) return <p className={styles['muted']}>{t('records.links.none')}</p>;
  return (
    <dl className={styles['links']}>
      {links.map(({ which, id }) => (
        <div key={which} className={styles['link']}>
          <dt>{which}</dt>
          <dd>
            {id === null ? (
              <span className={styles['absent']}>{t('common.notAvailable')}</span>
            ) : (
              <a href={hrefOf(id)} className={styles['id']} aria-label={t('records.links.open', { which, id })} onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onSelect(id);
              }}>
                {id}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
