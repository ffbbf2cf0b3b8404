import type { CurrentUserDataAnswer } from '../../protocol/http-users.ts';
import { useText } from '../../text/use-text.ts';
import { StatePill } from '../../ui/Badge.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Tone } from '../../ui/tone.ts';
import styles from './Metrics.module.css';
import { Running } from './Running.tsx';

type User = CurrentUserDataAnswer['UserDataList'][number];

const toneOf: Readonly<Record<string, Tone>> = {
  'On contact': 'live', Incoming: 'ring', 'After contact work': 'speak', Missed: 'fault', Error: 'fault', Available: 'ready', Offline: 'away',
};

/** What each agent is doing, in the words of the real-time report (spec §3.3). */
export function AgentGrid({ users }: { readonly users: readonly User[] }) {
  const t = useText();
  if (users.length === 0) return <p className={styles['note']}>{t('metrics.agents.empty')}</p>;
  return (
    <Table caption={t('metrics.agents.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('metrics.agents.agent')}</th>
          <th scope="col">{t('metrics.agents.activity')}</th>
          <th scope="col">{t('metrics.agents.since')}</th>
          <th scope="col">{t('metrics.agents.contactState')}</th>
          <th scope="col">{t('metrics.agents.status')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map(({ User: { Id }, Status, NextStatus, Ringback }) => (
          <tr key={Id}>
            <th scope="row">{Ringback.Username}</th>
            <td><StatePill tone={toneOf[Ringback.Activity] ?? 'pause'}>{Ringback.Activity}</StatePill></td>
            <td><Running sinceMs={Ringback.ActivityStartTimestamp * 1000} /></td>
            <td>{Ringback.ContactState ?? <span className={styles['muted']}>{t('metrics.agents.nothing')}</span>}</td>
            <td>{Status.StatusName}{NextStatus !== undefined && <span className={styles['muted']}> {t('metrics.agents.next', { status: NextStatus })}</span>}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
