import { Ear, MicOff, PhoneOff, PhoneOutgoing } from 'lucide-react';
import type { ContactView, StepView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { StageCard } from '../../ui/StageCard.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { NumberText } from '../../ui/TimeText.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import { connectingSnapshot } from './contact-snapshot.ts';
import { useContactActions } from './use-active-contact.ts';
import styles from './ConnectingCard.module.css';

const toneOfStep: Readonly<Record<StepView['name'], Tone>> = {
  accepted: 'live', agentWhisper: 'speak', dialing: 'reach', ringing: 'reach', customerWhisper: 'speak',
};

/** From accept to the join: where the contact is, what is being said, and that nobody hears the agent yet. */
export function ConnectingCard({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const nowMs = useEngineNow();
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const card = connectingSnapshot(contact, nowMs, zone, t);
  const { end, busy } = useContactActions(contact);
  useShortcut('e', end);
  const Icon = card.stage === 'dialing' ? PhoneOutgoing : Ear;
  return (
    <StageCard
      tone={card.stage === 'dialing' ? 'reach' : 'speak'}
      icon={<Icon size={16} strokeWidth={2.5} />}
      kicker={card.kicker}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      actions={end && (
        <Button
          wide
          size="large"
          kind="bad"
          icon={<PhoneOff size={20} aria-hidden />}
          aria-keyshortcuts="Control+Shift+E"
          busy={busy === 'contact.end'}
          onClick={end}
        >
          {busy === 'contact.end' ? t('softphone.connecting.ending') : t('softphone.connecting.end')}
        </Button>
      )}
    >
      <Announcer text={card.now} />
      <Stepper label={t('softphone.connecting.steps')} steps={card.steps.map((step) => ({ ...step, tone: toneOfStep[step.id] }))} />
      <figure className={styles['caption']}>
        <figcaption className={styles['title']}>{card.caption?.title ?? card.now}</figcaption>
        {card.caption !== null && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A long message scrolls, and what scrolls must be reachable by keyboard.
          <blockquote className={styles['text']} tabIndex={0}>{card.caption.text}</blockquote>
        )}
        {card.progress !== null && (
          <ProgressBar label={card.caption?.title ?? card.now} part={card.progress.part} valueText={card.progress.text} />
        )}
      </figure>
      <p className={styles['unheard']}>
        <MicOff size={18} aria-hidden />
        {t('softphone.connecting.unheard')}
      </p>
    </StageCard>
  );
}
