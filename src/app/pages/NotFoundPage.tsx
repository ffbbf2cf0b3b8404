import { MapPinOff } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { PageFrame } from '../PageFrame.tsx';

/** An address that is no page. */
export function NotFoundPage() {
  const t = useText();
  return (
    <PageFrame title={t('app.titles.notFound')}>
      <h1><VisuallyHidden>{t('app.notFound.title')}</VisuallyHidden></h1>
      <EmptyState icon={<MapPinOff size={40} />} title={t('app.notFound.title')}>
        <p>{t('app.notFound.text')}</p>
        <a href="/">{t('app.trouble.home')}</a>
      </EmptyState>
    </PageFrame>
  );
}
