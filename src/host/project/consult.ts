import { consulterOf, must, ownerOf, type Center, type Contact } from '../../engine/index.ts';
import type { ConsultView, TalkView } from '../../protocol/views.ts';
import { nameOfAgent } from './source.ts';

/** Whom the agent of this contact has asked about it; null while nobody is. */
export function consultView(center: Center, { consult }: Contact): ConsultView | null {
  if (consult === null) return null;
  const other = must(center.contacts.get(consult.contactId), 'who is asked');
  return {
    kind: consult.kind,
    who: whoIsAsked(center, consult, other),
    takenBy: consult.kind === 'queue' ? nameOfAgent(center, other.agent?.agentId) : null,
    state: stateOf(other),
    sinceMs: other.initiatedAtMs,
    talk: consult.talk,
  };
}

/** With whom the one who asked for this contact talks; null when they have left, or never were. */
export function askerTalks(center: Center, contact: Contact): TalkView | null {
  return consulterOf(center, contact)?.consult.talk ?? null;
}

function whoIsAsked(center: Center, { kind, number }: NonNullable<Contact['consult']>, other: Contact): string {
  const queueId = other.queue?.queueId ?? other.targetQueueId;
  switch (kind) {
    case 'number':
      return number ?? '';
    case 'queue':
      return (queueId && center.config.queues.get(queueId)?.name) ?? '';
    case 'agent':
      return nameOfAgent(center, other.agent?.agentId ?? (queueId === null ? null : ownerOf(queueId))) ?? '';
  }
}

/** A telephone is called at once; an agent is rung when it is their turn. */
function stateOf({ stage }: Contact): ConsultView['state'] {
  switch (stage.name) {
    case 'connected':
      return 'connected';
    case 'agentWhisper':
    case 'dialing':
    case 'customerWhisper':
      return 'ringing';
    case 'queued':
      return stage.offerId === null ? 'waiting' : 'ringing';
    case 'scheduled':
    case 'inFlow':
    case 'ended':
      return 'waiting';
  }
}
