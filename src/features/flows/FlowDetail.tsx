import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Download, Map } from 'lucide-react';
import { flowCheckQuery, flowQuery } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import { problemOf } from '../../api/problem.ts';
import type { ContactFlowAnswer, ContactFlowSummary, FlowAssignments } from '../../protocol/http-flows.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { offerDownload } from '../../ui/offer-download.ts';
import { FlowPlaces } from './FlowPlaces.tsx';
import styles from './Flows.module.css';
import { StepList } from './StepList.tsx';

interface FlowDetailProps {
  readonly flowId: string;
  readonly assignments: FlowAssignments | null;
  readonly flows: readonly ContactFlowSummary[];
  readonly mapHref: string;
  readonly onBack: () => void;
}

/** One flow: where it is used, its steps in words, its file. */
export function FlowDetail({ flowId, assignments, flows, mapHref, onBack }: FlowDetailProps) {
  const t = useText();
  const found = useQuery(flowQuery(useHttp(), flowId));
  const back = <Button kind="quiet" size="small" className={styles['back']} icon={<ArrowLeft size={16} aria-hidden />} onClick={onBack}>{t('flows.back')}</Button>;
  if (found.isPending) return <output className={styles['muted']}>{t('flows.loading')}</output>;
  if (found.isError) {
    const problem = problemOf(found.error);
    const isGone = problem.kind === 'refused' && problem.type === 'ResourceNotFoundException';
    return <div>{back}<Banner kind={isGone ? 'warn' : 'bad'}>{isGone ? t('flows.gone') : problemSentence(problem, t)}</Banner></div>;
  }
  const flow = found.data;
  return (
    <article className={styles['detail']} aria-label={flow.Name}>
      {back}
      <header className={styles['detailHead']}>
        <h2 className={styles['name']}>{flow.Name}</h2>
        <Badge>{t(`flows.types.${flow.Type}`)}</Badge>
        <a className={styles['map']} href={mapHref}><Map size={16} aria-hidden />{t('flows.map')}</a>
      </header>
      {flow.Description !== '' && <p className={styles['muted']}>{flow.Description}</p>}
      {assignments !== null && <FlowPlaces flow={flow} assignments={assignments} flows={flows} />}
      <Steps flow={flow} />
      <Button icon={<Download size={16} aria-hidden />} onClick={() => {
        offerDownload(`${fileName(flow.Name)}.json`, 'application/json', exported(flow.Content));
      }}>
        {t('flows.export')}
      </Button>
    </article>
  );
}

function Steps({ flow }: { readonly flow: ContactFlowAnswer['ContactFlow'] }) {
  const t = useText();
  const check = useQuery(flowCheckQuery(useHttp(), { content: flow.Content, mapping: {}, type: flow.Type }));
  if (check.data === undefined) return null;
  return <Card title={t('flows.steps.title')} level={3}><StepList steps={check.data.Steps} start={check.data.Start} /></Card>;
}

/** The file as it came, laid out for reading: the same JSON, whatever this center knows of it. */
function exported(content: string): string {
  return `${JSON.stringify(JSON.parse(content), null, 2)}\n`;
}

/** Letters and digits of any script stay; what a file system may refuse does not. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'flow';
}
