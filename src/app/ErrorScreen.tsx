import { useEffect } from 'react';
import { createText } from '../text/create-text.ts';
import { TextProvider } from '../text/TextProvider.tsx';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/base.css';
import './app.css';
import type { BootFailure } from './boot.ts';
import { TroubleScreen } from './TroubleScreen.tsx';

const text = createText();

/** What is shown when the page could not start. */
export function ErrorScreen({ failure }: { readonly failure: BootFailure }) {
  return (
    <TextProvider text={text}>
      <Failure failure={failure} />
    </TextProvider>
  );
}

function Failure({ failure }: { readonly failure: BootFailure }) {
  const t = useText();
  useEffect(() => {
    document.title = t('app.titles.trouble');
  }, [t]);
  if (failure.step === 'config') {
    return (
      <TroubleScreen title={t('app.trouble.config.title')} actions={<a href="/">{t('app.trouble.home')}</a>}>
        <p>{t('app.trouble.config.text')}</p>
        <ul>
          {failure.faults.map((fault) => <li key={fault.name}>{t('app.trouble.config.found', { ...fault })}</li>)}
        </ul>
      </TroubleScreen>
    );
  }
  const reload = (
    <Button kind="primary" onClick={() => {
      location.reload();
    }}>
      {t('common.reload')}
    </Button>
  );
  return (
    <TroubleScreen title={t(`app.trouble.${failure.step}.title`)} actions={reload}>
      <p>{t(`app.trouble.${failure.step}.text`, { detail: failure.detail })}</p>
    </TroubleScreen>
  );
}
