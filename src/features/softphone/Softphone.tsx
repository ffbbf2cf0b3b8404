import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { Sounds } from '../../devices/audio.ts';
import type { AgentView } from '../../protocol/views.ts';
import { useSend } from '../../store/center-context.tsx';
import { ringHereCommand } from '../../store/commands.ts';
import { usePrefs } from '../../store/prefs-context.tsx';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { HowItReachesYou } from './HowItReachesYou.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LinkGlyph } from './LinkGlyph.tsx';
import { MainMenu } from './MainMenu.tsx';
import { QueueFigures } from './QueueFigures.tsx';
import { SoftphoneLayout } from './SoftphoneLayout.tsx';
import { SoundMenu } from './SoundMenu.tsx';
import type { Stage } from './stage.ts';
import { useSoundState } from './use-sounds.ts';

interface SoftphoneProps {
  readonly agent: AgentView;
  readonly stage: Stage;
  readonly sounds: Sounds;
  /** In a tab that leaves the ringing to another. */
  readonly isSilent: boolean;
  readonly statusMenu: ReactNode;
  readonly card: ReactNode;
  /** Beside the phone; null while nothing is at hand. */
  readonly context: ReactNode;
  /** The demo's clock, for wide and for narrow pages. */
  readonly bar: ReactNode;
  readonly ribbon: ReactNode;
}

/** The agent's softphone around the card of the moment: header, banners, dialogs, what stands beside it. */
export function Softphone({ agent, stage, sounds, isSilent, statusMenu, card, context, bar, ribbon }: SoftphoneProps) {
  const t = useText();
  const [keysOpen, setKeysOpen] = useState(false);
  const openKeys = useCallback(() => { setKeysOpen(true); }, []);
  const isWide = useMedia('(min-width: 960px)');
  const soundState = useSoundState(sounds);
  useShortcut('?', openKeys);
  useDocumentTitle(t('softphone.titleOf', { name: agent.name }));
  return (
    <>
      <SoftphoneLayout
        title={t('softphone.titleOf', { name: agent.name })}
        header={
          <>
            {statusMenu}
            <LinkGlyph />
            <SoundMenu sounds={sounds} state={soundState} />
            <MainMenu onKeys={openKeys} />
          </>
        }
        bar={isWide ? bar : undefined}
        ribbon={isWide ? undefined : ribbon}
        banners={
          isSilent
            ? <SilentTab agentId={agent.id} sounds={sounds} />
            : <SoundBanner sounds={sounds} isLocked={soundState === 'locked'} isNeeded={stage.name !== 'idle' || agent.status.type === 'ROUTABLE'} />
        }
        stageLabel={stageLabel(stage, t)}
        stageKey={`${stage.name} ${stage.id}`}
        stage={card}
        beside={isWide ? { label: t('softphone.context.title'), context: context ?? <HowItReachesYou />, side: <QueueFigures /> } : null}
      />
      <KeysDialog open={keysOpen} onClose={() => { setKeysOpen(false); }} />
    </>
  );
}

/** Shown only when something may ring soon: an offline agent needs no sound. */
function SoundBanner({ sounds, isLocked, isNeeded }: { readonly sounds: Sounds; readonly isLocked: boolean; readonly isNeeded: boolean }) {
  const t = useText();
  const { soundOn } = usePrefs();
  if (!isLocked || !isNeeded || !soundOn) return null;
  return (
    <Banner kind="warn" actions={<Button size="small" onClick={() => { sounds.unlock(); }}>{t('softphone.sound.unlock')}</Button>}>
      {t('softphone.sound.locked')}
    </Banner>
  );
}

function SilentTab({ agentId, sounds }: { readonly agentId: string; readonly sounds: Sounds }) {
  const t = useText();
  const send = useSend();
  const ringHere = (): void => {
    sounds.unlock();
    void send(ringHereCommand(agentId));
  };
  return (
    <Banner kind="info" actions={<Button size="small" onClick={ringHere}>{t('softphone.tabs.ringHere')}</Button>}>
      {t('softphone.tabs.silent')}
    </Banner>
  );
}

function stageLabel(stage: Stage, t: ReturnType<typeof useText>): string {
  return stage.name === 'idle' ? t('softphone.idle.region') : t(`softphone.${stage.name}.region`);
}
