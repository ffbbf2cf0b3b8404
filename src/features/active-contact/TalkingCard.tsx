import { useState } from 'react';
import { Grid3x3, Mic, MicOff, Pause, Phone, PhoneOff, Play } from 'lucide-react';
import type { ContactView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { isoDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Keypad } from '../../ui/Keypad.tsx';
import { StageCard } from '../../ui/StageCard.tsx';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import { ToggleTile } from '../../ui/ToggleTile.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import { talkingSnapshot } from './contact-snapshot.ts';
import type { TalkingSnapshot } from './contact-snapshot.ts';
import { useContactActions } from './use-active-contact.ts';
import type { ContactActions } from './use-active-contact.ts';
import styles from './TalkingCard.module.css';

/** The conversation: its time, what the customer can hear, and the controls. */
export function TalkingCard({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const nowMs = useEngineNow();
  const card = talkingSnapshot(contact, nowMs, t);
  const actions = useContactActions(contact);
  const [keypadOpen, setKeypadOpen] = useState(false);
  useShortcut('m', actions.toggleMute);
  useShortcut('h', actions.toggleHold);
  useShortcut('e', actions.end);
  const showKeypad = keypadOpen && actions.sendKey !== undefined;
  const stateName = card.isHeld ? t('softphone.talking.held') : t('softphone.talking.talking');
  return (
    <StageCard
      tone={card.isHeld ? 'pause' : 'live'}
      icon={card.isHeld ? <Pause size={16} strokeWidth={2.5} /> : <Phone size={16} strokeWidth={2.5} />}
      kicker={`${stateName} · ${card.kicker}`}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      aside={showKeypad ? <TimeText dateTime={isoDuration(card.talkedMs)} className={styles['smallTime']}>{card.time}</TimeText> : undefined}
      actions={<Endings actions={actions} showKeypad={showKeypad} onHide={() => { setKeypadOpen(false); }} />}
    >
      <Announcer text={`${stateName}. ${hearing(card, t('softphone.talking.heldMeans'), t('softphone.talking.mutedMeans'))}`} />
      {showKeypad ? (
        <Keys sent={card.digitsSent} onKey={actions.sendKey} />
      ) : (
        <>
          {card.reason !== null && <p className={styles['reason']}>{card.reason}</p>}
          <Clock card={card} />
          <div role="group" aria-label={t('softphone.talking.controls')} className={styles['tiles']}>
            <ToggleTile
              says="pressed"
              label={t('softphone.talking.mute')}
              icon={card.isMuted ? <MicOff size={22} aria-hidden /> : <Mic size={22} aria-hidden />}
              on={card.isMuted}
              busy={actions.busy === 'contact.mute'}
              shortcut="Control+Shift+M"
              onToggle={actions.toggleMute}
            />
            <ToggleTile
              says="label"
              label={card.isHeld ? t('softphone.talking.resume') : t('softphone.talking.hold')}
              icon={card.isHeld ? <Play size={22} aria-hidden /> : <Pause size={22} aria-hidden />}
              on={card.isHeld}
              busy={actions.busy === 'contact.hold' || actions.busy === 'contact.resume'}
              shortcut="Control+Shift+H"
              onToggle={actions.toggleHold}
            />
            <ToggleTile
              says="expanded"
              label={t('softphone.talking.keypad')}
              icon={<Grid3x3 size={22} aria-hidden />}
              on={false}
              onToggle={actions.sendKey && (() => { setKeypadOpen(true); })}
            />
          </div>
        </>
      )}
    </StageCard>
  );
}

function Clock({ card }: { readonly card: TalkingSnapshot }) {
  const t = useText();
  const silence = hearing(card, t('softphone.talking.heldMeans'), t('softphone.talking.mutedMeans'));
  return (
    <div className={styles['clock']}>
      <TimeText size="huge" dateTime={isoDuration(card.talkedMs)}>{card.time}</TimeText>
      <p className={cx(styles['hold'], card.isHeld && styles['heldNow'])}>{card.holdText}</p>
      {silence !== '' && <p className={styles['silence']}>{silence}</p>}
    </div>
  );
}

function Keys({ sent, onKey }: { readonly sent: string; readonly onKey: (key: string) => void }) {
  const t = useText();
  return (
    <>
      <p className={styles['sent']} aria-label={t('softphone.talking.sent')} role="status">
        {sent === '' ? <span className={styles['noneSent']}>{t('softphone.talking.noneSent')}</span> : <NumberText spoken={[...sent].join(' ')}>{sent}</NumberText>}
      </p>
      <Keypad
        size="compact"
        label={t('softphone.talking.keys')}
        starLabel={t('common.star')}
        poundLabel={t('common.pound')}
        onKey={onKey}
      />
    </>
  );
}

function Endings({ actions, showKeypad, onHide }: {
  readonly actions: ContactActions;
  readonly showKeypad: boolean;
  readonly onHide: () => void;
}) {
  const t = useText();
  return (
    <>
      {showKeypad && <Button size="large" className={styles['hide']} onClick={onHide}>{t('softphone.talking.hideKeypad')}</Button>}
      {actions.end && (
        <Button
          wide
          size="large"
          kind="bad"
          icon={<PhoneOff size={20} aria-hidden />}
          aria-keyshortcuts="Control+Shift+E"
          busy={actions.busy === 'contact.end'}
          onClick={actions.end}
        >
          {actions.busy === 'contact.end' ? t('softphone.talking.ending') : t('softphone.talking.end')}
        </Button>
      )}
    </>
  );
}

/** Why the customer cannot hear the agent; empty while they can. */
function hearing(card: TalkingSnapshot, heldMeans: string, mutedMeans: string): string {
  if (card.isHeld) return heldMeans;
  return card.isMuted ? mutedMeans : '';
}
