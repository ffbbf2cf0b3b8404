import { useInfiniteQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useHttp } from '../../api/http-context.tsx';
import { promisesQuery } from '../../api/metrics.ts';
import type { PromisesAnswer } from '../../protocol/http-users.ts';
import { formatClock } from '../../text/format.ts';
import { maskedNumber, numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { StatePill } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import { LookedUp } from './LookedUp.tsx';
import styles from './Metrics.module.css';
import { promiseTone, promiseWord } from './promise-words.ts';

interface Shown {
  readonly zone: string;
  readonly queueName: (queueId: string) => string;
}

/** The promise ledger: how many were made, how many are open, what became of the rest, and each of them. */
export function Promises({ zone, queueName, className }: Shown & { readonly className: string | undefined }) {
  const t = useText();
  const found = useInfiniteQuery(promisesQuery(useHttp()));
  return (
    <Card title={t('metrics.promises.title')} className={className}>
      <p className={styles['cardIntro']}>{t('metrics.promises.intro')}</p>
      <LookedUp found={found}>
        {({ pages }) => {
          const [first] = pages;
          if (first === undefined || first.Created === 0) return <EmptyState icon={<Undo2 size={40} />} title={t('metrics.promises.empty.title')}><p>{t('metrics.promises.empty.text')}</p></EmptyState>;
          return (
            <>
              <Sums sums={first} />
              <Table caption={t('metrics.promises.caption')}>
                <thead>
                  <tr>
                    {(['customer', 'state', 'asked', 'closedAt', 'attempts', 'queue'] as const).map((column) => <th key={column} scope="col">{t(`metrics.promises.${column}`)}</th>)}
                  </tr>
                </thead>
                <tbody>{pages.flatMap((page) => page.Promises).map((row) => <PromiseRow key={row.CallbackId} row={row} zone={zone} queueName={queueName} />)}</tbody>
              </Table>
              {found.hasNextPage && <Button wide busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('metrics.promises.more')}</Button>}
            </>
          );
        }}
      </LookedUp>
    </Card>
  );
}

function Sums({ sums: { Created, Open, ClosedByCause } }: { readonly sums: Pick<PromisesAnswer, 'Created' | 'Open' | 'ClosedByCause'> }) {
  const t = useText();
  const causes = Object.entries(ClosedByCause).sort(([, a], [, b]) => b - a);
  const closed = causes.reduce((sum, [, count]) => sum + count, 0);
  const sums = [{ name: t('metrics.promises.created'), count: Created }, { name: t('metrics.promises.open'), count: Open }, { name: t('metrics.promises.closed'), count: closed }];
  return (
    <div className={styles['sums']}>
      <dl className={styles['equation']}>
        {sums.map(({ name, count }) => <div key={name}><dt>{name}</dt><dd>{count}</dd></div>)}
      </dl>
      <ul className={styles['causes']}>
        {causes.map(([cause, count]) => <li key={cause}><StatePill tone={promiseTone(cause)}>{promiseWord(cause, t)} · {count}</StatePill></li>)}
      </ul>
    </div>
  );
}

function PromiseRow({ row, zone, queueName }: Shown & { readonly row: PromisesAnswer['Promises'][number] }) {
  const t = useText();
  const number = numberWords(maskedNumber(row.CustomerNumber), t);
  return (
    <tr>
      <th scope="row"><NumberText spoken={number.spoken}>{number.shown}</NumberText></th>
      <td><StatePill tone={promiseTone(row.Cause)}>{promiseWord(row.Cause, t)}</StatePill></td>
      <td><TimeText>{formatClock(row.RequestedTimestamp * 1000, zone, 'seconds')}</TimeText></td>
      <td>{row.ClosedTimestamp === null ? <span className={styles['muted']}>{t('common.notAvailable')}</span> : <TimeText>{formatClock(row.ClosedTimestamp * 1000, zone, 'seconds')}</TimeText>}</td>
      <td>{row.Attempts}</td>
      <td>{queueName(row.QueueId)}</td>
    </tr>
  );
}
