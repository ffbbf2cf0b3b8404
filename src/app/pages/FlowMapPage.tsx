import { useCallback } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { coverageKinds } from '../../features/flow-map/CoverageBar.tsx';
import { FlowMap } from '../../features/flow-map/FlowMap.tsx';
import type { FlowMapAsked } from '../../features/flow-map/FlowMap.tsx';
import { useText } from '../../text/use-text.ts';
import { flowMapHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';

/** One flow's map. What is looked at is in the address, replaced as one looks around: Back leads out of the map. */
export function FlowMapPage() {
  const t = useText();
  const { id } = useParams<{ readonly id: string }>();
  const flowId = decodeURIComponent(id);
  const [, go] = useLocation();
  const [words] = useSearchParams();
  const view = words.get('view');
  const asked: FlowMapAsked = {
    view: view === 'map' || view === 'list' ? view : null,
    actionId: words.get('action'),
    contactId: words.get('contact'),
    coverage: coverageKinds.find((kind) => kind === words.get('coverage')) ?? 'none',
  };
  const ask = useCallback((next: FlowMapAsked) => {
    go(addressOf(flowId, next), { replace: true });
  }, [go, flowId]);
  return (
    <PageFrame title={t('app.titles.flowMap')}>
      <FlowMap key={flowId} flowId={flowId} asked={asked} flowsHref={`/flows?flow=${encodeURIComponent(flowId)}`} mapHref={flowMapHref} onAsk={ask} />
    </PageFrame>
  );
}

function addressOf(flowId: string, { view, actionId, contactId, coverage }: FlowMapAsked): string {
  const words = new URLSearchParams();
  if (view !== null) words.set('view', view);
  if (actionId !== null) words.set('action', actionId);
  if (contactId !== null) words.set('contact', contactId);
  if (coverage !== 'none') words.set('coverage', coverage);
  const search = words.toString();
  return `${flowMapHref(flowId)}${search === '' ? '' : `?${search}`}`;
}
