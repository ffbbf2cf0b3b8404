import { Component } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { TroubleScreen } from './TroubleScreen.tsx';

interface CrashState {
  readonly detail: string | null;
}

/** Catches what a screen throws while it renders: a sentence and a reload instead of an empty page. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, CrashState> {
  override readonly state: CrashState = { detail: null };

  static getDerivedStateFromError(cause: unknown): CrashState {
    return { detail: cause instanceof Error ? cause.message : String(cause) };
  }

  override render(): ReactNode {
    return this.state.detail === null ? this.props.children : <Crashed detail={this.state.detail} />;
  }
}

function Crashed({ detail }: { readonly detail: string }) {
  const t = useText();
  const reload = (
    <Button kind="primary" onClick={() => {
      location.reload();
    }}>
      {t('common.reload')}
    </Button>
  );
  return <TroubleScreen title={t('app.trouble.crash.title')} actions={reload}><p>{t('app.trouble.crash.text', { detail })}</p></TroubleScreen>;
}
