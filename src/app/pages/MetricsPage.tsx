import { Metrics } from '../../features/metrics/Metrics.tsx';
import { useText } from '../../text/use-text.ts';
import { PageFrame } from '../PageFrame.tsx';

/** The figures of every queue. */
export function MetricsPage() {
  const t = useText();
  return (
    <PageFrame title={t('app.titles.metrics')}>
      <Metrics />
    </PageFrame>
  );
}
