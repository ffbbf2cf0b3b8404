import { useState } from 'react';
import { useCenter } from '../store/center-context.tsx';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { offerDownload } from '../ui/offer-download.ts';
import { TroubleScreen } from './TroubleScreen.tsx';

/** What was stored cannot be read: it can be taken away as a file, and a fresh center can begin. Nothing happens by itself. */
export function CorruptJournal({ detail }: { readonly detail: string }) {
  const t = useText();
  const center = useCenter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } catch (cause) {
      toast({ kind: 'bad', text: t('common.link.failed', { detail: String(cause) }) });
    } finally {
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button kind="primary" busy={isBusy} onClick={() => void attempt(async () => {
        offerDownload('ringback-journal.txt', 'text/plain', await center.salvage());
      })}>
        {t('app.trouble.journalCorrupt.download')}
      </Button>
      <Button kind="bad" busy={isBusy} onClick={() => void attempt(() => center.startAfresh())}>{t('app.trouble.journalCorrupt.afresh')}</Button>
    </>
  );
  return (
    <TroubleScreen title={t('app.trouble.journalCorrupt.title')} actions={actions}>
      <p>{t('common.link.journalCorrupt', { detail })}</p>
      <p>{t('app.trouble.journalCorrupt.sure')}</p>
    </TroubleScreen>
  );
}
