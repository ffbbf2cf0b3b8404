import type { ContactRecord } from '../src/engine/index.ts';
import type {
  ContactDescription, ContactRecordFilters, ContactSearchSummary, SearchContactsRequest,
} from '../src/protocol/http-contacts.ts';
import { idOf, thingArn } from './arn.ts';

/** Epoch seconds of a record's stamp. */
export const epochSeconds = (stamp: string): number => Date.parse(stamp) / 1000;

/** The records, newest initiation first: the order of every list here. Legs of one second keep their order of creation, reversed. */
export function newestFirst(records: readonly ContactRecord[]): readonly ContactRecord[] {
  return records.toReversed();
}

/**
 * True when the record passes; empty filters let everything pass, text is looked for without regard to case. A complete
 * record keeps the name its queue had: `queueId` is of the queue that is called so now, under whatever name it was recorded.
 */
export function passesFilters(record: ContactRecord, filters: ContactRecordFilters, queueId: string | null): boolean {
  if (filters.method !== '' && record.InitiationMethod !== filters.method) return false;
  if (filters.queue !== '' && record.Queue?.Name !== filters.queue && (record.Queue === null || idOf(record.Queue.ARN) !== queueId)) return false;
  const wanted = filters.text.trim().toLowerCase();
  if (wanted === '') return true;
  // A number is found however it is typed: its digits are compared.
  const digits = wanted.replaceAll(/[\s().+-]/g, '');
  if (/^\d{3,}$/.test(digits) && record.CustomerEndpoint.Address.includes(digits)) return true;
  const haystack = [
    record.ContactId, record.Ringback.CustomerName, record.Agent?.Username, record.Queue?.Name, record.DisconnectReason,
    record.Ringback.Cause, ...Object.values(record.Attributes),
  ];
  return haystack.some((text) => text?.toLowerCase().includes(wanted) === true);
}

/** One line of SearchContacts. */
export function toSearchSummary(record: ContactRecord): ContactSearchSummary {
  const instanceId = idOf(record.InstanceARN);
  return {
    Arn: thingArn(instanceId, 'contact', record.ContactId),
    Id: record.ContactId,
    ...(record.InitialContactId === null ? {} : { InitialContactId: record.InitialContactId }),
    ...(record.PreviousContactId === null ? {} : { PreviousContactId: record.PreviousContactId }),
    InitiationMethod: record.InitiationMethod,
    Channel: record.Channel,
    ...(record.Queue === null ? {} : { QueueInfo: { Id: idOf(record.Queue.ARN), EnqueueTimestamp: epochSeconds(record.Queue.EnqueueTimestamp) } }),
    ...(record.Agent === null ? {} : { AgentInfo: { Id: idOf(record.Agent.ARN), ConnectedToAgentTimestamp: epochSeconds(record.Agent.ConnectedToAgentTimestamp) } }),
    InitiationTimestamp: epochSeconds(record.InitiationTimestamp),
    ...(record.DisconnectTimestamp === null ? {} : { DisconnectTimestamp: epochSeconds(record.DisconnectTimestamp) }),
    SegmentAttributes: record.SegmentAttributes,
  };
}

/** DescribeContact's view of a contact: a callback's system endpoint is left out, as at Amazon (spec §2.2). */
export function toDescription(record: ContactRecord): ContactDescription {
  const { AgentInfo: _without, ...summary } = toSearchSummary(record);
  const agent = record.Agent;
  return {
    ...summary,
    ContactAssociationId: record.InitialContactId ?? record.ContactId,
    ...(agent === null
      ? {}
      : {
          AgentInfo: {
            Id: idOf(agent.ARN),
            AcceptedByAgentTimestamp: epochSeconds(agent.AcceptedByAgentTimestamp),
            ConnectedToAgentTimestamp: epochSeconds(agent.ConnectedToAgentTimestamp),
            ...(agent.AfterContactWorkDuration === null ? {} : { AfterContactWorkDuration: agent.AfterContactWorkDuration }),
            ...(agent.AfterContactWorkStartTimestamp === null ? {} : { AfterContactWorkStartTimestamp: epochSeconds(agent.AfterContactWorkStartTimestamp) }),
            ...(agent.AfterContactWorkEndTimestamp === null ? {} : { AfterContactWorkEndTimestamp: epochSeconds(agent.AfterContactWorkEndTimestamp) }),
          },
        }),
    ...(record.ConnectedToSystemTimestamp === null ? {} : { ConnectedToSystemTimestamp: epochSeconds(record.ConnectedToSystemTimestamp) }),
    LastUpdateTimestamp: epochSeconds(record.LastUpdateTimestamp),
    ...(record.DisconnectReason === null ? {} : { DisconnectReason: record.DisconnectReason }),
    CustomerEndpoint: record.CustomerEndpoint,
    ...(record.SystemEndpoint === null || record.InitiationMethod === 'CALLBACK' ? {} : { SystemEndpoint: record.SystemEndpoint }),
    Attributes: record.Attributes,
  };
}

/** The records a SearchContacts request asks for, in its order; ties keep the order of creation. */
export function searchRecords(records: readonly ContactRecord[], asked: SearchContactsRequest): readonly ContactRecord[] {
  const { TimeRange, SearchCriteria: criteria = {}, Sort } = asked;
  const passes = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || list.length === 0 || (value !== null && list.includes(value));
  const found = records.filter((record) => {
    const at = stampOf(record, TimeRange.Type);
    if (at === null || at < TimeRange.StartTime || at > TimeRange.EndTime) return false;
    return (
      passes(criteria.InitiationMethods, record.InitiationMethod) &&
      passes(criteria.Channels, record.Channel) &&
      passes(criteria.QueueIds, record.Queue === null ? null : idOf(record.Queue.ARN)) &&
      passes(criteria.AgentIds, record.Agent === null ? null : idOf(record.Agent.ARN))
    );
  });
  const field = Sort?.FieldName ?? 'INITIATION_TIMESTAMP';
  const keyOf = (record: ContactRecord): number | string => {
    if (field === 'CHANNEL') return record.Channel;
    return field === 'INITIATION_METHOD' ? record.InitiationMethod : (stampOf(record, field) ?? 0);
  };
  const ascending = found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return Sort?.Order === 'ASCENDING' ? ascending : ascending.toReversed();
}

function stampOf(record: ContactRecord, type: SearchContactsRequest['TimeRange']['Type']): number | null {
  const stamp = {
    INITIATION_TIMESTAMP: record.InitiationTimestamp,
    SCHEDULED_TIMESTAMP: record.ScheduledTimestamp,
    CONNECTED_TO_AGENT_TIMESTAMP: record.Agent?.ConnectedToAgentTimestamp ?? null,
    DISCONNECT_TIMESTAMP: record.DisconnectTimestamp,
    ENQUEUE_TIMESTAMP: record.Queue?.EnqueueTimestamp ?? null,
  }[type];
  return stamp === null ? null : epochSeconds(stamp);
}
