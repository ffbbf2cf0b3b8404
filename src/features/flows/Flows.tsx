import { useQuery } from '@tanstack/react-query';
import { flowAssignmentsQuery, flowModulesQuery, flowsQuery } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FlowDetail } from './FlowDetail.tsx';
import { FlowImport } from './FlowImport.tsx';
import { FlowList } from './FlowList.tsx';
import styles from './Flows.module.css';
import type { ResourceHrefs } from './use-import.ts';

interface FlowsProps {
  /** The flow shown beside the list, as in the page's address. */
  readonly selectedId: string | null;
  readonly hrefOf: (flowId: string | null) => string;
  /** The address of a flow's map. */
  readonly mapHref: (flowId: string) => string;
  readonly resourceHrefs: ResourceHrefs;
  readonly onSelect: (flowId: string | null) => void;
}

/** The flows of the center: a list, the import, and the chosen flow's steps and uses. */
export function Flows({ selectedId, hrefOf, mapHref, resourceHrefs, onSelect }: FlowsProps) {
  const t = useText();
  const http = useHttp();
  const flows = useQuery(flowsQuery(http));
  const modules = useQuery(flowModulesQuery(http));
  const assignments = useQuery(flowAssignmentsQuery(http));
  const failed = flows.error ?? assignments.error;
  return (
    <div className={cx(styles['page'], selectedId !== null && styles['withDetail'])}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{t('flows.title')}</h1>
        <p className={styles['intro']}>{t('flows.intro')}</p>
      </header>
      <div className={styles['listSide']}>
        <FlowImport existing={flows.data ?? []} resourceHrefs={resourceHrefs} onSaved={onSelect} />
        {failed !== null && (
          <Banner kind="bad" actions={<Button size="small" onClick={() => void Promise.all([flows.refetch(), assignments.refetch()])}>{t('common.retry')}</Button>}>
            {problemSentence(problemOf(failed), t)}
          </Banner>
        )}
        {failed === null && flows.isPending && <output className={styles['muted']}>{t('flows.loading')}</output>}
        {flows.data !== undefined && <FlowList flows={flows.data} modules={modules.data ?? []} assignments={assignments.data ?? null} selectedId={selectedId} hrefOf={hrefOf} onSelect={onSelect} />}
      </div>
      <div className={styles['detailSide']}>
        {selectedId === null ? (
          <p className={styles['choose']}>{t('flows.choose')}</p>
        ) : (
          <FlowDetail key={selectedId} flowId={selectedId} assignments={assignments.data ?? null} flows={flows.data ?? []} mapHref={mapHref(selectedId)} onBack={() => {
            onSelect(null);
          }} />
        )}
      </div>
    </div>
  );
}
