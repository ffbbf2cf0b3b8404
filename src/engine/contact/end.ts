import { assert, must } from '../core/assert.ts';
import { clearSlot, failSlot, workSlot } from '../agent/slot.ts';
import { settleCallback } from '../callback/settle.ts';
import type { CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import { consulterOf } from '../transfer/consult.ts';
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
  assert(contact.stage.name !== 'ended', 'a contact ends once');
  return [
    ...endConsulted(center, contact, cause),
    ...withdrawOffer(center, contact),
    ...stopFlow(center, contact),
    ...leaveQueue(contact),
    ...closeLines(center, contact, cause),
    { type: 'contact.ended', contactId: contact.id, reason: REASON_OF[cause], cause },
    ...settleCallback(center, contact, cause),
    ...settleAgent(center, contact, cause),
    ...backToCustomer(center, contact),
  ];
}

/** Who is consulted about a contact goes when it ends, unless the customer was left to them. */
function endConsulted(center: Center, { consult }: Contact, cause: EndCause): readonly CenterEvent[] {
  if (consult === null || cause === 'transferred') return [];
  return endContact(center, contactOf(center, consult.contactId), CAUSE_OF_CONSULTED[cause] ?? cause);
}

/** What ended the contact that another was about, as seen from that other one. */
const CAUSE_OF_CONSULTED: Readonly<Partial<Record<EndCause, EndCause>>> = {
  customerHungUp: 'customerLeftTransfer',
  agentHungUp: 'endedForAll',
  reachedMachine: 'endedForAll',
};

/** The agent who asked for this contact has the customer alone again, still on hold where they were. */
function backToCustomer(center: Center, contact: Contact): readonly CenterEvent[] {
  const consulter = consulterOf(center, contact);
  return consulter ? [{ type: 'contact.consultEnded', contactId: consulter.id }] : [];
}

function withdrawOffer(center: Center, contact: Contact): readonly CenterEvent[] {
  if (contact.stage.name !== 'queued' || contact.stage.offerId === null) return [];
  const offer = must(center.offers.get(contact.stage.offerId), 'the offer that rings');
  return [
    { type: 'offer.withdrawn', offerId: offer.id, contactId: contact.id, agentId: offer.agentId },
    ...clearSlot(center, agentOf(center, offer.agentId)),
  ];
}

/** Ends the flow a contact is in because it is taken elsewhere. */
export function stopFlow(center: Center, contact: Contact): readonly CenterEvent[] {
  const run = center.flowRuns.get(contact.id);
  return run ? [{ type: 'flow.ended', contactId: contact.id, flowType: run.flowType, how: 'taken' }] : [];
}

function leaveQueue(contact: Contact): readonly CenterEvent[] {
  const waits = contact.queue !== null && contact.queue.dequeuedAtMs === null;
  return waits ? [{ type: 'contact.dequeued', contactId: contact.id, why: 'ended' }] : [];
}

/** Who hung up is said of each line by whoever holds its phone. A customer who is transferred stays on the line. */
function closeLines(center: Center, contact: Contact, cause: EndCause): readonly CenterEvent[] {
  const line = cause === 'transferred' || cause === 'requeued' ? null : openLineOf(center, contact);
  const third = contact.thirdLineId === null ? undefined : center.lines.get(contact.thirdLineId);
  const byCustomer = cause === 'customerHungUp' || cause === 'customerLeftWhisper';
  return [
    ...(line ? [{ type: 'line.closed' as const, lineId: line.id, by: byCustomer ? ('customer' as const) : ('center' as const) }] : []),
    ...(third && third.state !== 'ended' ? [{ type: 'line.closed' as const, lineId: third.id, by: cause === 'thirdPartyHungUp' ? ('customer' as const) : ('center' as const) }] : []),
  ];
}

function settleAgent(center: Center, contact: Contact, cause: EndCause): readonly CenterEvent[] {
  const agent = contact.agent ? center.agents.get(contact.agent.agentId) : undefined;
  if (!agent || agent.slot?.contactId !== contact.id) return [{ type: 'contact.completed', contactId: contact.id }];
  const { afterFailedAttempt } = center.config.instance.policy;
  const failedDial = DIAL_FAILURES.has(cause);
  const free = LEAVES_SLOT_FREE.has(cause) || (failedDial && afterFailedAttempt === 'free');
  if (free && contact.method !== 'OUTBOUND') return [{ type: 'contact.completed', contactId: contact.id }, ...clearSlot(center, agent)];
  const talked = contact.agent?.connectedAtMs !== null;
  // Whoever dialed by themselves knows whom they did not reach: nothing but wrapping up is left.
  const toWork = talked || contact.method === 'OUTBOUND' || AGENTS_OWN_END.has(cause) || (failedDial && afterFailedAttempt === 'afterContactWork');
  return [toWork ? workSlot(center, agent, contact) : failSlot(agent, contact, cause)];
}
