import type { ReactNode } from 'react';
import type { CenterView } from '../protocol/views.ts';
import { useLive } from '../store/live-context.tsx';
import { selectLink, selectSynced } from '../store/selectors.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LinkGate.module.css';
import { CorruptJournal } from './CorruptJournal.tsx';
import { TroubleScreen } from './TroubleScreen.tsx';
import { UnknownAgent } from './UnknownAgent.tsx';

interface LinkGateProps {
  readonly lookUpCenter: () => Promise<CenterView | null>;
  readonly children: ReactNode;
}

/** Shows the page while the center is there for this tab; otherwise what stands in the way and what can be done. */
export function LinkGate({ lookUpCenter, children }: LinkGateProps) {
  const t = useText();
  const link = useLive(selectLink);
  const isSynced = useLive(selectSynced);
  const reload = (
    <Button kind="primary" onClick={() => {
      location.reload();
    }}>
      {t('common.reload')}
    </Button>
  );
  switch (link.state) {
    case 'refused':
      if (link.why === 'unknownAgent') return <UnknownAgent username={link.detail} lookUpCenter={lookUpCenter} />;
      return (
        <TroubleScreen title={t('app.trouble.invalidNumber.title', { detail: link.detail })} actions={<a href="/customer">{t('app.trouble.phones')}</a>}>
          <p>{t('app.trouble.invalidNumber.text')}</p>
        </TroubleScreen>
      );
    case 'otherBuild':
      return <TroubleScreen title={t('app.trouble.otherBuild.title')} actions={reload}><p>{t(`common.link.otherBuild.${link.newer}`)}</p></TroubleScreen>;
    case 'journalCorrupt':
      return <CorruptJournal detail={link.detail} />;
    case 'failed':
      return <TroubleScreen title={t('app.trouble.failed.title')} actions={reload}><p>{t('common.link.failed', { detail: link.detail })}</p></TroubleScreen>;
    case 'connecting':
    case 'ready':
      // A short break keeps what was last shown; only a tab that has never been shown anything waits.
      return isSynced ? children : <output className={styles['waiting']}>{t('common.link.connecting')}</output>;
  }
}
