import { must } from '../core/assert.ts';
import type { ContactId, QueueId } from '../core/ids.ts';
import { between, durationMs, wholeSeconds, type EpochMs } from '../core/time.ts';
import type { AgentShare, Contact, QueueStay } from '../contact/model.ts';
import { ownerOf } from '../queue/agent-queue.ts';
import type { Center } from '../state.ts';
import { ACCOUNT, arnOf } from './arn.ts';
import type { ContactRecord, NotKept, RecordAgent, RecordEndpoint, RecordQueue } from './model.ts';
import { nameIn, type RecordDecisions, type RecordTerms, termsIn, versionFor } from './names.ts';
import { stampOf } from './stamp.ts';

/** The records of all contacts that have disconnected, oldest initiation first (spec §2.1). */
export function contactRecords(center: Center): readonly ContactRecord[] {
  const records: ContactRecord[] = [];
  for (const contact of center.contacts.values()) {
    if (contact.disconnectedAtMs !== null) records.push(assemble(center, contact));
  }
  return records;
}

/** One contact's record as of the last commit, null while it has not disconnected. */
export function contactRecord(center: Center, contactId: ContactId): ContactRecord | null {
  const contact = center.contacts.get(contactId);
  return contact && contact.disconnectedAtMs !== null ? assemble(center, contact) : null;
}

/** The configuration that a record is written by: that in which the contact was completed, whatever has changed since. */
interface Writing extends RecordTerms {
  readonly center: Center;
  readonly version: number;
}

function assemble(center: Center, contact: Contact): ContactRecord {
  const version = versionFor(center.names, contact.recordVersion);
  const { instanceId, decisions } = termsIn(center.names, version);
  const by: Writing = { center, version, instanceId, decisions };
  const { callback, queue, agent } = contact;
  const name = nameIn(center.names.customers, contact.customerNumber, version) ?? contact.attributes['name'] ?? null;
  const waited = queue ? wholeSeconds(between(queue.enqueuedAtMs, dequeuedAt(decisions, contact, queue))) : null;
  return {
    ...NOT_KEPT,
    AWSAccountId: ACCOUNT,
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    InstanceARN: arnOf(instanceId, 'instance'),
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
    SystemEndpoint: systemEndpoint(decisions, contact),
    Queue: queueOf(by, contact),
    Agent: agent === null || agent.connectedAtMs === null ? null : agentOf(by, contact, agent, agent.connectedAtMs),
    AgentConnectionAttempts: decisions.connectionAttempts === 'offers' ? contact.offers : contact.accepts,
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

const NOT_KEPT: NotKept = {
  AnsweringMachineDetectionStatus: null, Campaign: null, ContactLens: null, CustomerVoiceActivity: null, DisconnectDetails: null, MediaStreams: null, QualityMetrics: null,
  Recording: null, Recordings: null, References: null, RoutingCriteria: null, Tags: null, VoiceIdResult: null,
};

const stamp = (atMs: EpochMs | null): string | null => (atMs === null ? null : stampOf(atMs));

/** The caller id of a callback or of what an agent dialed, the number called of the rest; what a callback shows is decision #19 and #24. */
function systemEndpoint({ callbackSystemEndpoint, withoutCallerId }: RecordDecisions, { systemNumber, callback, method }: Contact): RecordEndpoint | null {
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
function dequeuedAt({ dequeueMoment }: RecordDecisions, { agent, callback }: Contact, queue: QueueStay): EpochMs {
  const dequeuedAtMs = must(queue.dequeuedAtMs, 'the dequeue of an ended contact');
  return callback && agent && dequeueMoment === 'offer' ? agent.offeredAtMs : dequeuedAtMs;
}

function queueOf(by: Writing, contact: Contact): RecordQueue | null {
  const { queue, callback } = contact;
  if (!queue) return null;
  const dequeuedAtMs = dequeuedAt(by.decisions, contact, queue);
  const waitedMs = between(queue.enqueuedAtMs, dequeuedAtMs);
  // The seed counts the initial delay into the duration, whatever the field reference says (spec §2.2b, decision #1).
  const delayMs = by.decisions.queueDuration === 'seed' ? (callback?.initialDelayMs ?? 0) : 0;
  return {
    ARN: arnOf(by.instanceId, 'queue', queue.queueId),
    Name: queueName(by, queue.queueId),
    EnqueueTimestamp: stampOf(queue.enqueuedAtMs),
    DequeueTimestamp: stampOf(dequeuedAtMs),
    Duration: wholeSeconds(durationMs(delayMs + waitedMs)),
  };
}

/** An agent's own queue is named after them. */
function queueName({ center: { names }, version }: Writing, queueId: QueueId): string {
  const owner = ownerOf(queueId);
  return must(owner === null ? nameIn(names.queues, queueId, version) : nameIn(names.usernames, owner, version), 'the name of a queue');
}

function agentOf({ center: { names }, version, instanceId }: Writing, contact: Contact, share: AgentShare, connectedAtMs: EpochMs): RecordAgent {
  const profileId = must(nameIn(names.profileOf, share.agentId, version), 'the profile of an agent');
  const talkedMs = between(connectedAtMs, must(contact.disconnectedAtMs, 'the end of a recorded contact'));
  const { workStartedAtMs, workEndedAtMs } = share;
  return {
    ARN: arnOf(instanceId, 'agent', share.agentId),
    Username: must(nameIn(names.usernames, share.agentId, version), 'the name of an agent'),
    ConnectedToAgentTimestamp: stampOf(connectedAtMs),
    AcceptedByAgentTimestamp: stampOf(share.acceptedAtMs),
    AgentInteractionDuration: wholeSeconds(durationMs(talkedMs - share.heldMs)),
    CustomerHoldDuration: wholeSeconds(share.heldMs),
    AgentInitiatedHoldDuration: wholeSeconds(share.heldMs),
    NumberOfHolds: share.holds,
    LongestHoldDuration: wholeSeconds(share.longestHoldMs),
    AfterContactWorkStartTimestamp: stamp(workStartedAtMs),
    AfterContactWorkEndTimestamp: stamp(workEndedAtMs),
    AfterContactWorkDuration: workEndedAtMs === null ? null : wholeSeconds(between(must(workStartedAtMs, 'the start of work that is over'), workEndedAtMs)),
    RoutingProfile: { ARN: arnOf(instanceId, 'routing-profile', profileId), Name: nameIn(names.profiles, profileId, version) ?? '' },
    AgentPauseDuration: null, Capabilities: null, DeviceInfo: null, HierarchyGroups: null, StateTransitions: null,
  };
}
