import { consulterOf, extrasOf, must, type Center, type Contact } from '../../engine/index.ts';
import type { ContactAction, ContactStageView } from '../../protocol/views.ts';

/** What the engine would accept from the agent of a contact now (spec §4.3, §4.4). */
export function actionsOf(center: Center, contact: Contact, stage: ContactStageView): readonly ContactAction[] {
  switch (stage) {
    case 'agentWhisper':
    case 'dialing':
    case 'customerWhisper':
      return ['end'];
    case 'connected':
    case 'held':
      return ['end', contact.muted ? 'unmute' : 'mute', 'sendDigits', ...amongThose(center, contact, stage)];
    case 'afterContactWork':
    case 'missed':
    case 'rejected':
    case 'failed':
      return ['clear'];
  }
}

/** Two are held and passed on; of three, whoever asked for the third decides who hears whom. */
function amongThose(center: Center, contact: Contact, stage: 'connected' | 'held'): readonly ContactAction[] {
  const { consult } = contact;
  if (consult !== null) {
    const other = must(center.contacts.get(consult.contactId), 'who is asked');
    return other.stage.name === 'connected' && consult.talk !== 'all' ? ['conference', 'swap', 'leave', 'drop'] : ['leave', 'drop'];
  }
  if (consulterOf(center, contact) !== null) return [];
  return [stage === 'held' ? 'resume' : 'hold', 'transfer', ...(mayBeMachine(center, contact) ? ['declareMachine' as const] : [])];
}

/** Only where the queue has a rule for it; elsewhere it would change nothing. */
function mayBeMachine({ config }: Center, { callback, outcome }: Contact): boolean {
  return callback !== null && outcome === null && extrasOf(config.instance, callback.queueId).machine !== 'asAmazon';
}
