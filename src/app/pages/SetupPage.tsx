import { useLocation, useSearchParams } from 'wouter';
import { SetupPages } from '../../features/setup/SetupPages.tsx';
import { useText } from '../../text/use-text.ts';
import { agentHref, customerHref, flowMapHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';
import { deviceStorage } from '../services.ts';
import { setupBench } from '../setup-bench.ts';

const hrefs = { agent: agentHref, customer: customerHref, flow: flowMapHref, metrics: '/metrics' };

/** The step is in the address, so that back and forward walk the guide. */
export function SetupPage() {
  const t = useText();
  const [, go] = useLocation();
  const [asked] = useSearchParams();
  const hrefOf = (step: string | null): string => (step === null ? '/setup' : `/setup?step=${encodeURIComponent(step)}`);
  return (
    <PageFrame title={t('setup.pageTitle')}>
      <SetupPages asked={asked.get('step')} hrefOf={hrefOf} onGo={(step) => go(hrefOf(step))} storage={deviceStorage} bench={setupBench} hrefs={hrefs} />
    </PageFrame>
  );
}
