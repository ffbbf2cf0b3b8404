import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import { between, durationMs, wholeSeconds, type EpochMs } from '../core/time.ts';
import type { AgentShare, Contact, QueueStay } from '../contact/model.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import type { Center } from '../state.ts';
import { arnOf } from './arn.ts';
import type { ContactRecord, RecordAgent, RecordEndpoint, RecordQueue } from './model.ts';
import { stampOf } from './stamp.ts';

/** The records of all contacts that have disconnected, oldest initiation first (spec §2.1). */
export function contactRecords(center: Center): readonly ContactRecord[] {
  const records: ContactRecord[] = [];
  for (const contact of center.contacts.values()) {
    if (contact.disconnectedAtMs !== null) records.push(assemble(center, contact));
  }
  return records;
}

/** One contact's record, null while it has not disconnected. */
export function contactRecord(center: Center, contactId: ContactId): ContactRecord | null {
  const contact = center.contacts.get(contactId);
  return contact && contact.disconnectedAtMs !== null ? assemble(center, contact) : null;
}

function assemble(center: Center, contact: Contact): ContactRecord {
  const { instance } = center.config;
  const { callback, queue, agent } = contact;
  const name = center.config.customers.get(contact.customerNumber)?.name ?? contact.attributes['name'] ?? null;
  const waited = queue ? wholeSeconds(between(queue.enqueuedAtMs, dequeuedAt(center, contact, queue))) : null;
  return {
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    InstanceARN: arnOf(instance.id, 'instance'),
    ContactId: contact.id,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    NextContactId: contact.nextContactId,
    RelatedContactId: null,
    Channel: 'VOICE',
    InitiationMethod: contact.method,
    InitiationTimestamp: stampOf(contact.initiatedAtMs),
    ConnectedToSystemTimestamp: stamp(contact.connectedToSystemAtMs),
    DisconnectTimestamp: stamp(contact.disconnectedAtMs),
    DisconnectReason: contact.disconnectReason,
    LastUpdateTimestamp: stampOf(contact.updatedAtMs),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: contact.customerNumber },
    SystemEndpoint: systemEndpoint(center, contact),
    Queue: queueOf(center, contact),
    Agent: agent?.connectedAtMs ? agentOf(center, contact, agent, agent.connectedAtMs) : null,
    AgentConnectionAttempts: instance.policy.connectionAttempts === 'offers' ? contact.offers : contact.accepts,
    Attributes: contact.attributes,
    TransferCompletedTimestamp: contact.cause === 'transferred' || contact.cause === 'requeued' ? stamp(contact.disconnectedAtMs) : null,
    TransferredToEndpoint: transferredTo(center, contact),
    ScheduledTimestamp: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    Ringback: {
      Cause: contact.cause,
      Attempt: callback?.attempt ?? null,
      AttemptsMax: callback?.attemptsMax ?? null,
      QueueWaitSeconds: waited,
      DelaySeconds: callback ? wholeSeconds(callback.delayMs) : null,
      DialedTimestamp: stamp(contact.dialedAtMs),
      CustomerName: name,
      Complete: contact.completedAtMs !== null,
    },
  };
}

const stamp = (atMs: EpochMs | null): string | null => (atMs === null ? null : stampOf(atMs));

/** The caller id of a callback or of what an agent dialed, the number called of the rest; what a callback shows is decision #19 and #24. */
function systemEndpoint(center: Center, { systemNumber, callback, method }: Contact): RecordEndpoint | null {
  const { callbackSystemEndpoint, withoutCallerId } = center.config.instance.policy;
  if (callback && callbackSystemEndpoint === 'softphone') return { Type: 'TELEPHONE_NUMBER', Address: 'Softphone' };
  if (systemNumber !== null) return { Type: 'TELEPHONE_NUMBER', Address: systemNumber };
  return (callback || method === 'OUTBOUND') && withoutCallerId === 'anonymous' ? { Type: 'TELEPHONE_NUMBER', Address: 'anonymous' } : null;
}

/** Where an agent left the customer to, when that was a telephone; the contact made last was the one left to. */
function transferredTo(center: Center, { cause, nextContactId }: Contact): RecordEndpoint | null {
  const next = cause === 'transferred' ? center.contacts.get(must(nextContactId, 'the contact of who was asked in')) : undefined;
  const line = next?.thirdLineId ? center.lines.get(next.thirdLineId) : undefined;
  return line ? { Type: 'TELEPHONE_NUMBER', Address: line.number } : null;
}

/** When the contact left its queue: decision #2 moves it from the accept to the ringing. */
function dequeuedAt(center: Center, { agent, callback }: Contact, queue: QueueStay): EpochMs {
  const dequeuedAtMs = must(queue.dequeuedAtMs, 'the dequeue of an ended contact');
  return callback && agent && center.config.instance.policy.dequeueMoment === 'offer' ? agent.offeredAtMs : dequeuedAtMs;
}

function queueOf(center: Center, contact: Contact): RecordQueue | null {
  const { queue, callback } = contact;
  if (!queue) return null;
  const { instance } = center.config;
  const dequeuedAtMs = dequeuedAt(center, contact, queue);
  const waitedMs = between(queue.enqueuedAtMs, dequeuedAtMs);
  // The seed counts the initial delay into the duration, whatever the field reference says (spec §2.2b, decision #1).
  const delayMs = instance.policy.queueDuration === 'seed' ? (callback?.initialDelayMs ?? 0) : 0;
  return {
    ARN: arnOf(instance.id, 'queue', queue.queueId),
    Name: queueConfigOf(center.config, queue.queueId)?.name ?? '',
    EnqueueTimestamp: stampOf(queue.enqueuedAtMs),
    DequeueTimestamp: stampOf(dequeuedAtMs),
    Duration: wholeSeconds(durationMs(delayMs + waitedMs)),
  };
}

function agentOf(center: Center, contact: Contact, share: AgentShare, connectedAtMs: EpochMs): RecordAgent {
  const { instance, agents, profiles } = center.config;
  const config = agents.get(share.agentId);
  const profile = config && profiles.get(config.routingProfileId);
  const talkedMs = between(connectedAtMs, must(contact.disconnectedAtMs, 'the end of a recorded contact'));
  const { workStartedAtMs, workEndedAtMs } = share;
  return {
    ARN: arnOf(instance.id, 'agent', share.agentId),
    Username: config?.username ?? '',
    ConnectedToAgentTimestamp: stampOf(connectedAtMs),
    AcceptedByAgentTimestamp: stampOf(share.acceptedAtMs),
    AgentInteractionDuration: wholeSeconds(durationMs(talkedMs - share.heldMs)),
    CustomerHoldDuration: wholeSeconds(share.heldMs),
    NumberOfHolds: share.holds,
    LongestHoldDuration: wholeSeconds(share.longestHoldMs),
    AfterContactWorkStartTimestamp: stamp(workStartedAtMs),
    AfterContactWorkEndTimestamp: stamp(workEndedAtMs),
    AfterContactWorkDuration: workEndedAtMs === null ? null : wholeSeconds(between(must(workStartedAtMs, 'the start of work that is over'), workEndedAtMs)),
    RoutingProfile: { ARN: arnOf(instance.id, 'routing-profile', profile?.id ?? ''), Name: profile?.name ?? '' },
  };
}
