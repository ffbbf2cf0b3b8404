import { assert, must } from '../core/assert.ts';
import { clearSlot, failSlot, workSlot } from '../agent/slot.ts';
import { settleCallback } from '../callback/settle.ts';
import type { CenterEvent } from '../event.ts';
import type { FlowRun } from '../flow/model.ts';
import type { Center } from '../state.ts';
import { consulterOf } from '../transfer/consult.ts';
import { remains, stayOn } from '../transfer/remain.ts';
import { agentOf, contactOf, openLineOf } from '../update.ts';
import type { Contact, DisconnectReason, EndCause } from './model.ts';

/** Amazon's reason for each exact cause: one exhaustive table (spec §1.8, §2.4). */
export const REASON_OF: Record<EndCause, DisconnectReason> = {
  customerHungUp: 'CUSTOMER_DISCONNECT',
  customerLeftWhisper: 'CUSTOMER_DISCONNECT',
  agentHungUp: 'AGENT_DISCONNECT',
  agentLeftWhisper: 'AGENT_DISCONNECT',
  agentCanceled: 'TELECOM_ORIGINATOR_CANCEL',
  flowDisconnected: 'CONTACT_FLOW_DISCONNECT',
  flowEnded: 'CONTACT_FLOW_DISCONNECT',
  endlessLoop: 'CONTACT_FLOW_DISCONNECT',
  transferred: 'AGENT_DISCONNECT',
  requeued: 'CONTACT_FLOW_DISCONNECT',
  thirdPartyHungUp: 'THIRD_PARTY_DISCONNECT',
  consultCanceled: 'TELECOM_ORIGINATOR_CANCEL',
  consultDropped: 'AGENT_DISCONNECT',
  customerLeftTransfer: 'CUSTOMER_DISCONNECT',
  endedForAll: 'AGENT_DISCONNECT',
  colleagueMissed: 'TELECOM_TIMEOUT',
  colleagueRejected: 'OTHER',
  whisperTooLong: 'CONTACT_FLOW_DISCONNECT',
  noAnswer: 'TELECOM_TIMEOUT',
  networkNoAnswer: 'TELECOM_UNANSWERED',
  busy: 'TELECOM_BUSY',
  invalidNumber: 'TELECOM_NUMBER_INVALID',
  blocked: 'TELECOM_POTENTIAL_BLOCKING',
  networkFault: 'TELECOM_PROBLEM',
  noCallerId: 'TELECOM_PROBLEM',
  reachedMachine: 'AGENT_DISCONNECT',
  queueFull: 'OTHER',
  queueClosed: 'OTHER',
  canceled: 'OTHER',
  stopped: 'OTHER',
  expired: 'OTHER',
};

/** Causes after which the agent has nothing to wrap up and nothing to be told: the slot is simply free again. */
const LEAVES_SLOT_FREE: ReadonlySet<EndCause> = new Set(['agentLeftWhisper']);
/** Causes the agent brought about while it rang: after-contact work, not an error (spec §1.8). */
const AGENTS_OWN_END: ReadonlySet<EndCause> = new Set(['agentCanceled', 'agentHungUp', 'reachedMachine']);
/** A dial that came to nothing; what the agent is in afterwards is decision #9. */
const DIAL_FAILURES: ReadonlySet<EndCause> = new Set(['noAnswer', 'networkNoAnswer', 'busy', 'invalidNumber', 'blocked', 'networkFault', 'noCallerId']);

/** Everything that follows from the end of a contact, in the order in which it is recorded. */
export function endContact(center: Center, contact: Contact, cause: EndCause): readonly CenterEvent[] {
  const facts: CenterEvent[] = [];
  tellEnd(center, contact, cause, facts);
  return facts;
}

function tellEnd(center: Center, contact: Contact, cause: EndCause, facts: CenterEvent[]): void {
  assert(contact.stage.name !== 'ended', 'a contact ends once');
  const { consult, queue } = contact;
  // Who is consulted about a contact goes when it ends, unless the customer was left to them.
  if (consult !== null && cause !== 'transferred') tellEnd(center, contactOf(center, consult.contactId), CAUSE_OF_CONSULTED[cause] ?? cause, facts);
  withdrawOffer(center, contact, facts);
  const run = center.flowRuns.get(contact.id);
  if (run) facts.push(flowTaken(run));
  if (queue !== null && queue.dequeuedAtMs === null) facts.push({ type: 'contact.dequeued', contactId: contact.id, why: 'ended' });
  const stays = remains(center, contact, cause);
  // Create first, then end, as callbacks do (spec §2.6): the line has somewhere to go.
  if (stays) facts.push(...stayOn(center, contact));
  closeLines(center, contact, cause, stays, facts);
  facts.push({ type: 'contact.ended', contactId: contact.id, reason: REASON_OF[cause], cause });
  if (contact.callback !== null) for (const fact of settleCallback(center, contact, cause)) facts.push(fact);
  settleAgent(center, contact, cause, facts);
  // The agent who asked for this contact has the customer alone again, still on hold where they were.
  const consulter = consulterOf(center, contact);
  if (consulter) facts.push({ type: 'contact.consultEnded', contactId: consulter.id });
}

/** What ended the contact that another was about, as seen from that other one. */
const CAUSE_OF_CONSULTED: Readonly<Partial<Record<EndCause, EndCause>>> = {
  customerHungUp: 'customerLeftTransfer',
  agentHungUp: 'endedForAll',
  reachedMachine: 'endedForAll',
};

function withdrawOffer(center: Center, { id, stage }: Contact, facts: CenterEvent[]): void {
  if (stage.name !== 'queued' || stage.offerId === null) return;
  const offer = must(center.offers.get(stage.offerId), 'the offer that rings');
  facts.push({ type: 'offer.withdrawn', offerId: offer.id, contactId: id, agentId: offer.agentId }, ...clearSlot(center, agentOf(center, offer.agentId)));
}

const flowTaken = ({ contactId, flowType }: FlowRun): CenterEvent => ({ type: 'flow.ended', contactId, flowType, how: 'taken' });

/** Ends the flow a contact is in because it is taken elsewhere. */
export function stopFlow(center: Center, contact: Contact): readonly CenterEvent[] {
  const run = center.flowRuns.get(contact.id);
  return run ? [flowTaken(run)] : [];
}

/** Who hung up is said of each line by whoever holds its phone. A customer who goes on in another contact stays on the line. */
function closeLines(center: Center, contact: Contact, cause: EndCause, stays: boolean, facts: CenterEvent[]): void {
  const line = stays || cause === 'transferred' || cause === 'requeued' ? null : openLineOf(center, contact);
  const third = contact.thirdLineId === null ? undefined : center.lines.get(contact.thirdLineId);
  const byCustomer = cause === 'customerHungUp' || cause === 'customerLeftWhisper';
  if (line) facts.push({ type: 'line.closed', lineId: line.id, by: byCustomer ? 'customer' : 'center' });
  if (third && third.state !== 'ended') facts.push({ type: 'line.closed', lineId: third.id, by: cause === 'thirdPartyHungUp' ? 'customer' : 'center' });
}

function settleAgent(center: Center, contact: Contact, cause: EndCause, facts: CenterEvent[]): void {
  const agent = contact.agent ? center.agents.get(contact.agent.agentId) : undefined;
  if (!agent || agent.slot?.contactId !== contact.id) {
    facts.push({ type: 'contact.completed', contactId: contact.id });
    return;
  }
  const { afterFailedAttempt } = center.config.instance.policy;
  const failedDial = DIAL_FAILURES.has(cause);
  const free = LEAVES_SLOT_FREE.has(cause) || (failedDial && afterFailedAttempt === 'free');
  if (free && contact.method !== 'OUTBOUND') {
    facts.push({ type: 'contact.completed', contactId: contact.id }, ...clearSlot(center, agent));
    return;
  }
  const talked = contact.agent?.connectedAtMs !== null;
  // Whoever dialed by themselves knows whom they did not reach: nothing but wrapping up is left.
  const toWork = talked || contact.method === 'OUTBOUND' || AGENTS_OWN_END.has(cause) || (failedDial && afterFailedAttempt === 'afterContactWork');
  facts.push(toWork ? workSlot(center, agent, contact) : failSlot(agent, contact, cause));
}
