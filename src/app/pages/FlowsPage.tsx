import { useLocation, useSearchParams } from 'wouter';
import { Flows } from '../../features/flows/Flows.tsx';
import { useText } from '../../text/use-text.ts';
import { flowMapHref, resourceHrefs } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';

/** The chosen flow is in the address, as records are. */
export function FlowsPage() {
  const t = useText();
  const [, go] = useLocation();
  const [asked] = useSearchParams();
  const hrefOf = (flowId: string | null): string => (flowId === null ? '/flows' : `/flows?flow=${encodeURIComponent(flowId)}`);
  return (
    <PageFrame title={t('app.titles.flows')}>
      <Flows selectedId={asked.get('flow')} hrefOf={hrefOf} mapHref={flowMapHref} resourceHrefs={resourceHrefs} onSelect={(flowId) => {
        go(hrefOf(flowId));
      }} />
    </PageFrame>
  );
}
