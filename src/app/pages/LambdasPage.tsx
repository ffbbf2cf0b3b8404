import { Lambdas } from '../../features/resources/Lambdas.tsx';
import { useText } from '../../text/use-text.ts';
import { flowHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';

/** What stands in for the functions that flows ask. */
export function LambdasPage() {
  const t = useText();
  return (
    <PageFrame title={t('app.titles.lambdas')}>
      <Lambdas hrefOfFlow={flowHref} />
    </PageFrame>
  );
}
