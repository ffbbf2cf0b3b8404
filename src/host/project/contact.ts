import type { Agent, AgentSlot, Contact } from '../../engine/index.ts';
import type { ContactStageView, ContactView } from '../../protocol/views.ts';
import { likelyZone } from '../../world/area-zones.ts';
import { maskNumber } from '../../world/phone-numbers.ts';
import { askerTalks, consultView } from './consult.ts';
import { actionsOf } from './contact-actions.ts';
import type { Memo } from './memo.ts';
import { legOf, numberOf, type Source } from './source.ts';
import { stepViews } from './steps.ts';

/** The contact in an agent's slot, from accept until it is cleared; null when the slot's contact is unknown. */
export function contactView({ center, index }: Source, agent: Agent, slot: AgentSlot, memo: Memo): ContactView | null {
  const contact = center.contacts.get(slot.contactId);
  if (!contact) return null;
  const next = contact.nextContactId === null ? undefined : center.contacts.get(contact.nextContactId);
  const line = contact.lineId === null ? undefined : center.lines.get(contact.lineId);
  const run = center.flowRuns.get(contact.id);
  const digitsSent = index.digitsSent.get(contact.id) ?? '';
  const asked = contact.consult === null ? undefined : center.contacts.get(contact.consult.contactId);
  const askers = askerTalks(center, contact);
  return memo.row(`contact/${contact.id}`, [contact, slot, next, line, run, digitsSent, asked, askers, center.config], () => {
    // Who missed or rejected the offer never had the contact: it may be another agent's by now.
    const share = contact.agent?.agentId === agent.id ? contact.agent : null;
    const stage = stageOf(contact, slot);
    const accepted = share !== null && stage !== 'missed' && stage !== 'rejected';
    const number = numberOf(contact);
    return {
      id: contact.id,
      ...legOf(center, contact),
      fromAgentTalks: accepted ? askers : null,
      consult: accepted ? consultView(center, contact) : null,
      stage,
      stageSinceMs: 'fromMs' in contact.stage && accepted ? contact.stage.fromMs : slot.sinceMs,
      number: accepted ? number : maskNumber(number),
      customerZone: likelyZone(number),
      steps: accepted ? stepViews(contact, share, line, run) : [],
      connectedAtMs: accepted ? share.connectedAtMs : null,
      heldSinceMs: accepted && contact.stage.name === 'connected' ? contact.stage.heldSinceMs : null,
      heldMs: accepted ? share.heldMs : 0,
      muted: accepted && contact.muted,
      digitsSent: accepted ? digitsSent : '',
      cause: slot.cause ?? (accepted ? contact.cause : null),
      retryAtMs: accepted && next?.stage.name === 'scheduled' ? next.stage.untilMs : null,
      workUntilMs: slot.untilMs,
      attributes: accepted ? contact.attributes : {},
      can: actionsOf(center, contact, stage),
    };
  });
}

function stageOf(contact: Contact, slot: AgentSlot): ContactStageView {
  switch (slot.state) {
    case 'INCOMING':
    case 'PENDING':
    case 'CONNECTING':
      return contact.stage.name === 'dialing' || contact.stage.name === 'customerWhisper' ? contact.stage.name : 'agentWhisper';
    case 'CONNECTED':
      return 'connected';
    case 'CONNECTED_ONHOLD':
      return 'held';
    case 'MISSED':
      return slot.cause === 'rejected' ? 'rejected' : 'missed';
    case 'ERROR':
      return 'failed';
    case 'ENDED':
      return 'afterContactWork';
  }
}
