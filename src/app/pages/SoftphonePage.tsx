import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createSpeech } from '../../devices/speech.ts';
import type { Sounds } from '../../devices/audio.ts';
import { createWebSounds } from '../../devices/web-audio.ts';
import { ConnectingCard } from '../../features/active-contact/ConnectingCard.tsx';
import { ContactContext, OfferContext } from '../../features/active-contact/ContactContext.tsx';
import { TalkingCard } from '../../features/active-contact/TalkingCard.tsx';
import { ClosedCard } from '../../features/after-contact/ClosedCard.tsx';
import { WorkCard } from '../../features/after-contact/WorkCard.tsx';
import { StatusMenu } from '../../features/agent-state/StatusMenu.tsx';
import { ClockRibbon } from '../../features/lab/ClockRibbon.tsx';
import { LabBar } from '../../features/lab/LabBar.tsx';
import { OfferCard } from '../../features/offer/OfferCard.tsx';
import { IdleCard } from '../../features/softphone/IdleCard.tsx';
import { Softphone } from '../../features/softphone/Softphone.tsx';
import { stageOf } from '../../features/softphone/stage.ts';
import type { Stage } from '../../features/softphone/stage.ts';
import { useRinging, useSpokenMessage } from '../../features/softphone/use-sounds.ts';
import type { AgentView } from '../../protocol/views.ts';
import { ringResource } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { usePrefs } from '../../store/prefs-context.tsx';
import { selectAgentByName, selectCenter, selectContact, selectMastership, selectOffer } from '../../store/selectors.ts';
import { usePlaying } from '../player-context.tsx';

/** The softphone of the agent in the address. An unknown agent never comes here: the host refuses the tab. */
export function SoftphonePage({ username }: { readonly username: string }) {
  const agent = useLive(useMemo(() => selectAgentByName(username), [username]));
  const [sounds] = useState(() => createWebSounds());
  useEffect(() => () => {
    sounds.loop(null);
  }, [sounds]);
  return agent === null ? null : <AgentSoftphone agent={agent} sounds={sounds} />;
}

interface AgentSoftphoneProps {
  readonly agent: AgentView;
  readonly sounds: Sounds;
}

/** Joins the features, which know nothing of one another: which card stands, what is heard. */
export function AgentSoftphone({ agent, sounds }: AgentSoftphoneProps) {
  const offer = useLive(useMemo(() => selectOffer(agent.offerId), [agent.offerId]));
  const contact = useLive(useMemo(() => selectContact(agent.contactId), [agent.contactId]));
  const ring = useLive(useMemo(() => selectMastership(ringResource(agent.id)), [agent.id]));
  const country = useLive(selectCenter)?.country ?? 'US';
  const stage = stageOf(agent, offer, contact);
  // Until the host has said who rings, nobody does: two tabs at once would be worse than a late first note.
  const isMaster = ring?.mine ?? false;
  const { volumePercent } = usePrefs();
  const speech = useMemo(
    () => createSpeech(window.speechSynthesis, (text) => new SpeechSynthesisUtterance(text), () => volumePercent),
    [volumePercent],
  );
  const whisper = contact?.stage === 'agentWhisper' ? contact.steps.find((step) => step.state === 'now') : undefined;
  // A message is heard once: as the recording that it is, else from the browser's voice.
  const message = whisper === undefined || whisper.playing ? null : whisper.caption;
  useRinging(sounds, { offer, contact, country }, isMaster);
  useSpokenMessage(speech, message, isMaster);
  usePlaying(whisper?.playing ?? null, isMaster);
  const unlock = (): void => { sounds.unlock(); };
  return (
    <Softphone
      agent={agent}
      stage={stage}
      sounds={sounds}
      isSilent={ring !== null && !ring.mine}
      statusMenu={<StatusMenu agent={agent} onPick={unlock} />}
      card={<Card key={`${stage.name} ${stage.id}`} stage={stage} agent={agent} onPick={unlock} />}
      context={contextOf(stage)}
      bar={<LabBar />}
      ribbon={<ClockRibbon />}
    />
  );
}

function Card({ stage, agent, onPick }: { readonly stage: Stage; readonly agent: AgentView; readonly onPick: () => void }) {
  switch (stage.name) {
    case 'idle':
      return <IdleCard agent={agent} onPick={onPick} />;
    case 'offer':
      return <OfferCard offerId={stage.offer.id} />;
    case 'connecting':
      return <ConnectingCard contact={stage.contact} />;
    case 'talking':
      return <TalkingCard contact={stage.contact} />;
    case 'work':
      return <WorkCard contact={stage.contact} agent={agent} />;
    case 'closed':
      return <ClosedCard contact={stage.contact} agent={agent} />;
  }
}

function contextOf(stage: Stage): ReactNode {
  if (stage.name === 'idle') return null;
  return stage.name === 'offer' ? <OfferContext offer={stage.offer} /> : <ContactContext contact={stage.contact} />;
}
