import { useState } from 'react';
import { ArrowRightLeft, Grid3x3, Mic, MicOff, Pause, Phone, PhoneOff, Play } from 'lucide-react';
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
import { consultSnapshot } from './consult-snapshot.ts';
import { ConsultPanel } from './ConsultPanel.tsx';
import { talkingSnapshot } from './contact-snapshot.ts';
import type { TalkingSnapshot } from './contact-snapshot.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useContactActions } from './use-active-contact.ts';
import type { ContactActions } from './use-active-contact.ts';
import styles from './TalkingCard.module.css';

/** The conversation: its time, who can hear whom, and the controls. */
export function TalkingCard({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const nowMs = useEngineNow();
  const card = talkingSnapshot(contact, nowMs, t);
  const actions = useContactActions(contact);
  const [open, setOpen] = useState<'keypad' | 'transfer' | null>(null);
  const consult = contact.consult === null ? null : consultSnapshot(contact.consult, t);
  useShortcut('m', actions.toggleMute);
  useShortcut('h', actions.toggleHold);
  useShortcut('e', actions.end);
  useShortcut('x', actions.transfer && (() => { setOpen('transfer'); }));
  const showKeypad = open === 'keypad' && actions.sendKey !== undefined;
  const stateName = card.isHeld ? t('softphone.talking.held') : t('softphone.talking.talking');
  return (
    <StageCard
      tone={card.isHeld ? 'pause' : 'live'}
      icon={card.isHeld ? <Pause size={16} strokeWidth={2.5} /> : <Phone size={16} strokeWidth={2.5} />}
      kicker={`${stateName} · ${card.kicker}`}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      aside={showKeypad || consult !== null ? <TimeText dateTime={isoDuration(card.talkedMs)} className={cx(styles['smallTime'], !showKeypad && styles['onSmall'])}>{card.time}</TimeText> : undefined}
      actions={<Endings actions={actions} end={card.end} showKeypad={showKeypad} onHide={() => { setOpen(null); }} />}
    >
      <Announcer text={`${stateName}. ${consult === null ? card.hearing : consult.sentence}`} />
      {showKeypad ? (
        <Keys sent={card.digitsSent} onKey={actions.sendKey} />
      ) : (
        <>
          {card.reason !== null && consult === null && <p className={styles['reason']}>{card.reason}</p>}
          <Clock card={card} className={consult === null ? undefined : styles['onLarge']} />
          {consult !== null && <ConsultPanel card={consult} actions={actions} />}
          <Tiles card={card} actions={actions} isForThree={consult !== null || contact.fromAgentTalks !== null} onOpen={setOpen} />
          {actions.declareMachine && <Button busy={actions.busy === 'contact.declareMachine'} onClick={actions.declareMachine}>{t('softphone.talking.machine')}</Button>}
        </>
      )}
      <TransferDialog
        open={open === 'transfer' && actions.transfer !== undefined}
        onClose={() => { setOpen(null); }}
        onAsk={(to) => {
          actions.transfer?.(to);
          setOpen(null);
        }}
      />
    </StageCard>
  );
}

interface TilesProps {
  readonly card: TalkingSnapshot;
  readonly actions: ContactActions;
  /** Hold and transfer are then for whoever asked, and told elsewhere. */
  readonly isForThree: boolean;
  readonly onOpen: (what: 'keypad' | 'transfer') => void;
}

/** What lasts or opens; a tile that cannot be used now keeps its place. */
function Tiles({ card, actions, isForThree, onOpen }: TilesProps) {
  const t = useText();
  return (
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
      {!isForThree && (
        <ToggleTile
          says="label"
          label={card.isHeld ? t('softphone.talking.resume') : t('softphone.talking.hold')}
          icon={card.isHeld ? <Play size={22} aria-hidden /> : <Pause size={22} aria-hidden />}
          on={card.isHeld}
          busy={actions.busy === 'contact.hold' || actions.busy === 'contact.resume'}
          shortcut="Control+Shift+H"
          onToggle={actions.toggleHold}
        />
      )}
      <ToggleTile
        says="expanded"
        label={t('softphone.talking.keypad')}
        icon={<Grid3x3 size={22} aria-hidden />}
        on={false}
        onToggle={actions.sendKey && (() => { onOpen('keypad'); })}
      />
      {!isForThree && (
        <ToggleTile
          says="label"
          label={t('softphone.talking.transfer')}
          icon={<ArrowRightLeft size={22} aria-hidden />}
          on={false}
          busy={actions.busy === 'contact.transfer'}
          shortcut="Control+Shift+X"
          onToggle={actions.transfer && (() => { onOpen('transfer'); })}
        />
      )}
    </div>
  );
}

function Clock({ card, className }: { readonly card: TalkingSnapshot; readonly className: string | undefined }) {
  return (
    <div className={cx(styles['clock'], className)}>
      <TimeText size="huge" dateTime={isoDuration(card.talkedMs)}>{card.time}</TimeText>
      <p className={cx(styles['hold'], card.isHeld && styles['heldNow'])}>{card.holdText}</p>
      {card.hearing !== '' && <p className={styles['silence']}>{card.hearing}</p>}
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

function Endings({ actions, end, showKeypad, onHide }: {
  readonly actions: ContactActions;
  readonly end: string;
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
          {actions.busy === 'contact.end' ? t('softphone.talking.ending') : end}
        </Button>
      )}
    </>
  );
}
