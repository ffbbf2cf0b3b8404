import type { ContactFlowSummary, FlowAssignments } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { usesOf } from './flow-uses.ts';
import styles from './FlowList.module.css';

interface FlowListProps {
  readonly flows: readonly ContactFlowSummary[];
  readonly modules: readonly { readonly Id: string; readonly Name: string }[];
  /** null while it is being looked up. */
  readonly assignments: FlowAssignments | null;
  readonly selectedId: string | null;
  readonly hrefOf: (flowId: string | null) => string;
  readonly onSelect: (flowId: string) => void;
}

/** The flows by name, with their type and where they are used. */
export function FlowList({ flows, modules, assignments, selectedId, hrefOf, onSelect }: FlowListProps) {
  const t = useText();
  if (flows.length === 0) return <p className={styles['muted']}>{t('flows.none')}</p>;
  const byName = flows.toSorted((a, b) => a.Name.localeCompare(b.Name, 'en') || (a.Id < b.Id ? -1 : 1));
  return (
    <section aria-label={t('flows.list')}>
      <h2 className={styles['head']}>{t('flows.count', { count: flows.length })}</h2>
      <ul className={styles['list']}>
        {byName.map((flow) => {
          const uses = assignments === null ? [] : usesOf(flow.Id, assignments, t);
          return (
            <li key={flow.Id}>
              <a className={styles['row']} href={hrefOf(flow.Id)} aria-current={flow.Id === selectedId ? 'true' : undefined} onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onSelect(flow.Id);
              }}>
                <span className={styles['name']}>{flow.Name}</span>
                <span className={styles['type']}><Badge>{t(`flows.types.${flow.ContactFlowType}`)}</Badge></span>
                {assignments !== null && <span className={styles['uses']}>{uses.length === 0 ? t('flows.used.nowhere') : uses.join(' · ')}</span>}
              </a>
            </li>
          );
        })}
      </ul>
      {modules.length > 0 && (
        <>
          <h2 className={styles['head']}>{t('flows.modules')}</h2>
          <p className={styles['muted']}>{t('flows.modulesHint')}</p>
          <ul className={styles['modules']} aria-label={t('flows.modules')}>{modules.map(({ Id, Name }) => <li key={Id}>{Name}</li>)}</ul>
        </>
      )}
    </section>
  );
}
