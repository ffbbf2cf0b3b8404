import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn } from 'lucide-react';
import { useHttp } from '../../api/http-context.tsx';
import { agentsNowQuery, currentMetricsQuery, metricsOfDayQuery } from '../../api/metrics.ts';
import { queuesQuery } from '../../api/queues.ts';
import { readEngineNow, useEngineNow } from '../../store/engine-time.ts';
import { useLive, useLiveReader } from '../../store/live-context.tsx';
import { selectCenter, selectClock } from '../../store/selectors.ts';
import { formatClock, formatDay } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AgentGrid } from './AgentGrid.tsx';
import { currentNames, dayGroups, dayMetrics, nowGroups } from './figure-rows.ts';
import { dayValue, nowValue } from './figure-values.ts';
import { FigureTable } from './FigureTable.tsx';
import { LookedUp } from './LookedUp.tsx';
import styles from './Metrics.module.css';
import { Promises } from './Promises.tsx';

/** GetCurrentMetricData and its kin take so many queues at once. */
const QUEUES_MAX = 100;
/** How often it is looked whether the day is over, wall time. */
const DAY_STEP_MS = 10_000;

type Queues = readonly { readonly Id: string; readonly Name: string }[];

/** Figures of all queues: now, of the day, of agents and of promises. The center says by hints when to look again. */
export function Metrics() {
  const t = useText();
  const queues = useQuery(queuesQuery(useHttp()));
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{t('metrics.title')}</h1>
        <p className={styles['intro']}>{t('metrics.intro')}</p>
      </header>
      <LookedUp found={queues}>
        {(found) => (found.length === 0
          ? <EmptyState icon={<ChartNoAxesColumn size={40} />} title={t('metrics.empty.title')}><p>{t('metrics.empty.text')}</p></EmptyState>
          : <Figures queues={found.slice(0, QUEUES_MAX)} />)}
      </LookedUp>
    </div>
  );
}

function Figures({ queues }: { readonly queues: Queues }) {
  const t = useText();
  const http = useHttp();
  const reader = useLiveReader();
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const now = useCallback(() => readEngineNow(selectClock(reader.getState())), [reader]);
  const queueIds = queues.map(({ Id }) => Id);
  const current = useQuery(currentMetricsQuery(http, queueIds, currentNames));
  // No hint tells that it is midnight: with the day, what was looked up of it is over.
  const today = formatDay(useEngineNow(DAY_STEP_MS), zone);
  const day = useQuery(metricsOfDayQuery(http, { queueIds, metrics: dayMetrics, timeZone: zone, today, now }));
  const agents = useQuery(agentsNowQuery(http, queueIds));
  const asOf = current.data === undefined ? null : <span className={styles['asOf']}>{t('metrics.asOf', { time: formatClock(current.data.atMs, zone, 'seconds') })}</span>;
  return (
    <div className={styles['figures']}>
      <Card title={t('metrics.now.title')} actions={asOf} className={styles['now']}>
        <LookedUp found={current}>
          {(found) => <FigureTable caption={t('metrics.now.caption')} queues={queues} groups={nowGroups} valueOf={(queueId, row) => nowValue(found, queueId, row)} />}
        </LookedUp>
      </Card>
      <Card title={t('metrics.day.title')} actions={<span className={styles['asOf']}>{t('metrics.day.since', { zone })}</span>} className={styles['day']}>
        <LookedUp found={day}>
          {(found) => <FigureTable caption={t('metrics.day.caption')} queues={queues} groups={dayGroups} valueOf={(queueId, row) => dayValue(found, queueId, row)} />}
        </LookedUp>
      </Card>
      <Card title={t('metrics.agents.title')} className={styles['agents']}>
        <LookedUp found={agents}>{(users) => <AgentGrid users={users} />}</LookedUp>
      </Card>
      <Promises zone={zone} className={styles['promises']} queueName={(queueId) => queues.find(({ Id }) => Id === queueId)?.Name ?? t('common.notAvailable')} />
    </div>
  );
}
