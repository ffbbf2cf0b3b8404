import { useCallback, useEffect } from 'react';
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { HttpProvider } from '../api/http-context.tsx';
import { ClipsProvider } from '../store/clips-context.tsx';
import { CenterProvider } from '../store/center-context.tsx';
import type { Refusal } from '../store/center-context.tsx';
import { LiveStoreProvider } from '../store/live-context.tsx';
import { PrefsProvider, usePrefs } from '../store/prefs-context.tsx';
import { refusalSentence } from '../text/refusals.ts';
import { TextProvider } from '../text/TextProvider.tsx';
import { useText } from '../text/use-text.ts';
import { applyTheme } from '../ui/theme.ts';
import { ToastProvider, useToast } from '../ui/Toast.tsx';
import '../ui/base.css';
import './app.css';
import { CrashGuard } from './CrashGuard.tsx';
import { LinkGate } from './LinkGate.tsx';
import { Notices } from './Notices.tsx';
import { PlayerProvider } from './player-context.tsx';
import { Routes } from './routes.tsx';
import type { AppServices } from './services.ts';

/** The page: what boot made, handed to the screens. */
export function App({ services }: { readonly services: AppServices }) {
  return (
    <TextProvider text={services.text}>
      <CrashGuard>
        <Providers services={services}>
          <LinkGate lookUpCenter={services.lookUpCenter}>
            <Notices />
            <Routes audience={services.config.audience} />
          </LinkGate>
        </Providers>
      </CrashGuard>
    </TextProvider>
  );
}

interface ProvidersProps {
  readonly services: AppServices;
  readonly children: ReactNode;
}

function Providers({ services, children }: ProvidersProps) {
  const t = useText();
  return (
    <ToastProvider dismissLabel={t('common.dismiss')}>
      <PrefsProvider store={services.prefs}>
        <Theme />
        <LiveStoreProvider reader={services.live.reader}>
          <QueryClientProvider client={services.queries}>
            <HttpProvider http={services.http}>
              <ClipsProvider clips={services.clips}>
                <PlayerProvider player={services.player}>
                  <Commands services={services}>{children}</Commands>
                </PlayerProvider>
              </ClipsProvider>
            </HttpProvider>
          </QueryClientProvider>
        </LiveStoreProvider>
      </PrefsProvider>
    </ToastProvider>
  );
}

function Commands({ services, children }: ProvidersProps) {
  const t = useText();
  const toast = useToast();
  const onRefused = useCallback((refusal: Refusal) => toast({ kind: 'bad', text: refusalSentence(refusal, t) }), [toast, t]);
  return <CenterProvider center={services.center} pending={services.pending} onRefused={onRefused}>{children}</CenterProvider>;
}

function Theme() {
  const { theme } = usePrefs();
  useEffect(() => {
    applyTheme(document.documentElement, theme);
  }, [theme]);
  return null;
}
