import { Fragment, useId } from 'react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './FigureTable.module.css';
import type { FigureGroup, FigureRow } from './figure-rows.ts';
import type { FigureValue } from './figure-values.ts';
import { Running } from './Running.tsx';

interface FigureTableProps<Row extends FigureRow> {
  readonly caption: string;
  readonly queues: readonly { readonly Id: string; readonly Name: string }[];
  readonly groups: readonly FigureGroup<Row>[];
  readonly valueOf: (queueId: string, row: Row) => FigureValue;
}

/** Figures down, queues across: every figure has room for its name, Amazon's name and a definition. */
export function FigureTable<Row extends FigureRow>({ caption, queues, groups, valueOf }: FigureTableProps<Row>) {
  const t = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className={styles['frame']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption><VisuallyHidden>{caption}</VisuallyHidden></caption>
        <thead>
          <tr>
            <th scope="col">{t('metrics.now.figure')}</th>
            {queues.map(({ Id, Name }) => <th key={Id} scope="col" className={styles['queue']}>{Name}</th>)}
          </tr>
        </thead>
        {groups.map(({ id, rows }) => (
          <tbody key={id}>
            <tr className={styles['group']}><th scope="rowgroup" colSpan={queues.length + 1}>{t(`metrics.groups.${id}`)}</th></tr>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row"><FigureName row={row} /></th>
                {queues.map(({ Id, Name }) => <td key={Id} data-queue={Name}><Figure value={valueOf(Id, row)} /></td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Figure({ value }: { readonly value: FigureValue }) {
  const t = useText();
  switch (value.is) {
    case 'running':
      return <strong className={styles['value']}><Running sinceMs={value.sinceMs} /></strong>;
    case 'words':
      return <span className={cx(styles['value'], value.isZero && styles['zero'])}>{value.words}</span>;
    case 'none':
      return <><span aria-hidden className={styles['zero']}>–</span><VisuallyHidden>{t('metrics.none')}</VisuallyHidden></>;
  }
}

/** A long name of Amazon's may be broken after any of its underscores. */
function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=_)/).map((part, at) => (at === 0 ? part : <Fragment key={`${part}${String(at)}`}><wbr />{part}</Fragment>));
}

/** The name of a figure opens its definition. */
function FigureName({ row: { id, amazonsName } }: { readonly row: FigureRow }) {
  const t = useText();
  const popoverId = useId();
  const name = t(`metrics.figures.${id}.name`);
  return (
    <>
      <button type="button" className={styles['name']} popoverTarget={popoverId}>
        <span className={styles['word']}>{name}</span>
        {amazonsName === null ? <span className={styles['own']}>{t('metrics.oursShort')}</span> : <code className={styles['code']}><Breakable text={amazonsName} /></code>}
      </button>
      <div id={popoverId} popover="auto" role="note" className={styles['definition']} aria-label={t('metrics.defined', { name })}>
        <p className={styles['defined']}>{name}</p>
        <p>{t(`metrics.figures.${id}.definition`)}</p>
        <p className={styles['source']}>{amazonsName === null ? t('metrics.ours') : t('metrics.amazonsName', { name: amazonsName })}</p>
      </div>
    </>
  );
}
