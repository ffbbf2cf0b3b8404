import { Ban, CircleAlert, CircleDashed, CircleStop, Flag, Info, MapPin } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { ActionIcon } from './ActionIcon.tsx';
import styles from './ActionList.module.css';
import type { Coverage } from './coverage.ts';
import type { ActionSnapshot, MapSnapshot } from './map-snapshot.ts';
import type { ActionMarks } from './marks.ts';
import { marksOf, visitWords } from './marks.ts';
import type { PathSnapshot } from './path-snapshot.ts';

interface ActionListProps {
  readonly map: MapSnapshot;
  readonly path: PathSnapshot | null;
  readonly coverage: Coverage | null;
  readonly selectedId: string | null;
  readonly onSelect: (actionId: string) => void;
}

/** The flow as a list: everything the map shows, in words, in the order in which contacts meet the actions. */
export function ActionList({ map, path, coverage, selectedId, onSelect }: ActionListProps) {
  const t = useText();
  return (
    <ol className={styles['list']} aria-label={t('flowMap.list')}>
      {map.actions.map((action) => <Row key={action.id} action={action} marks={marksOf(action, path, coverage)} isSelected={action.id === selectedId} onSelect={onSelect} />)}
    </ol>
  );
}

interface RowProps {
  readonly action: ActionSnapshot;
  readonly marks: ActionMarks;
  readonly isSelected: boolean;
  readonly onSelect: (actionId: string) => void;
}

function Row({ action, marks, isSelected, onSelect }: RowProps) {
  const t = useText();
  const stopping = action.faults.filter((fault) => fault.Stops).length;
  const noted = action.faults.length - stopping;
  const visits = visitWords(marks.visits, t);
  return (
    <li id={`action-${action.id}`} className={cx(styles['row'], styles[marks.contact], isSelected && styles['selected'])} aria-current={marks.contact === 'here' ? 'step' : undefined}>
      <button
        type="button" className={styles['head']} data-action={action.id} aria-pressed={isSelected}
        onClick={() => {
          onSelect(action.id);
        }}
      >
        <span className={styles['icon']} aria-hidden><ActionIcon type={action.type} size={18} /></span>
        <span className={styles['title']}><span className={styles['number']}>{action.number}.</span> {action.title}</span>
      </button>
      <p className={styles['flags']}>
        {marks.contact === 'here' && <span className={styles['now']}><MapPin size={14} aria-hidden />{t('flowMap.here')}</span>}
        {action.isStart && <span><Flag size={14} aria-hidden />{t('flowMap.begins')}</span>}
        {action.isEnd && <span><CircleStop size={14} aria-hidden />{t('flowMap.ends')}</span>}
        {!action.canRun && <span className={styles['warn']}><Ban size={14} aria-hidden />{t('flowMap.unable')}</span>}
        {stopping > 0 && <span className={styles['bad']}><CircleAlert size={14} aria-hidden />{t('flowMap.faults', { count: stopping })}</span>}
        {noted > 0 && <span className={styles['warn']}><Info size={14} aria-hidden />{t('flowMap.notes', { count: noted })}</span>}
        {marks.moment !== null && <span className={styles['good']}>{marks.moment}</span>}
        {visits !== null && <span className={marks.visits === 0 ? undefined : styles['good']}>{marks.visits === 0 && <CircleDashed size={14} aria-hidden />}{visits}</span>}
      </p>
      {action.detail !== null && <p className={styles['detail']}>{action.detail}</p>}
      {action.rows.length > 0 && (
        <ul className={styles['ways']}>
          {action.rows.map((row, at) => {
            const found = marks.rows[at];
            const count = visitWords(found?.visits ?? null, t);
            return (
              <li key={row.branches[0]} className={cx(styles['way'], found?.isTaken === true && styles['taken'])}>
                {row.words} → {row.to === null ? <span className={styles['bad']}>{row.toId}</span> : <a href={`#action-${row.toId}`}>{row.to}</a>}
                {count !== null && <span className={styles['count']}> · {count}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
