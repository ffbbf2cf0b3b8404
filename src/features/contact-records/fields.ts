import type { Say } from '../../text/use-text.ts';
import type { records } from '../../text/en/records.ts';
import { causeName } from './record-row.ts';
import type { RecordView } from './timeline.ts';

type FieldKey = keyof (typeof records)['fields'];

/** One field of a record: Amazon's name with its path, the word for it, and its value; null is shown as N/A. */
export interface RecordField {
  readonly path: string;
  readonly label: string;
  readonly value: string | null;
  readonly kind: 'text' | 'instant' | 'seconds' | 'number';
}

export interface FieldSection {
  readonly id: 'times' | 'queue' | 'agent' | 'end' | 'parties' | 'ringback' | 'ids';
  readonly fields: readonly RecordField[];
}

/** Every field of a record that may hold something here, in the order in which people ask for them. */
export function sectionsOf(record: RecordView, t: Say): readonly FieldSection[] {
  const { Queue: queue, Agent: agent, Ringback: ours } = record;
  const field = (path: string, key: FieldKey, kind: RecordField['kind'], value: string | number | null | undefined): RecordField => ({
    path, kind, label: t(`records.fields.${key}`), value: value === null || value === undefined ? null : String(value),
  });
  return [
    {
      id: 'times',
      fields: [
        field('InitiationTimestamp', 'InitiationTimestamp', 'instant', record.InitiationTimestamp),
        field('Queue.EnqueueTimestamp', 'EnqueueTimestamp', 'instant', queue?.EnqueueTimestamp),
        field('Queue.DequeueTimestamp', 'DequeueTimestamp', 'instant', queue?.DequeueTimestamp),
        field('Agent.AcceptedByAgentTimestamp', 'AcceptedByAgentTimestamp', 'instant', agent?.AcceptedByAgentTimestamp),
        field('Ringback.DialedTimestamp', 'DialedTimestamp', 'instant', ours.DialedTimestamp),
        field('ConnectedToSystemTimestamp', 'ConnectedToSystemTimestamp', 'instant', record.ConnectedToSystemTimestamp),
        field('Agent.ConnectedToAgentTimestamp', 'ConnectedToAgentTimestamp', 'instant', agent?.ConnectedToAgentTimestamp),
        field('DisconnectTimestamp', 'DisconnectTimestamp', 'instant', record.DisconnectTimestamp),
        field('Agent.AfterContactWorkStartTimestamp', 'AfterContactWorkStartTimestamp', 'instant', agent?.AfterContactWorkStartTimestamp),
        field('Agent.AfterContactWorkEndTimestamp', 'AfterContactWorkEndTimestamp', 'instant', agent?.AfterContactWorkEndTimestamp),
        field('LastUpdateTimestamp', 'LastUpdateTimestamp', 'instant', record.LastUpdateTimestamp),
        field('ScheduledTimestamp', 'ScheduledTimestamp', 'instant', record.ScheduledTimestamp),
        field('TransferCompletedTimestamp', 'TransferCompletedTimestamp', 'instant', record.TransferCompletedTimestamp),
      ],
    },
    {
      id: 'end',
      fields: [
        field('DisconnectReason', 'DisconnectReason', 'text', record.DisconnectReason),
        field('AgentConnectionAttempts', 'AgentConnectionAttempts', 'text', record.AgentConnectionAttempts),
      ],
    },
    {
      id: 'queue',
      fields: [
        field('Queue.Name', 'QueueName', 'text', queue?.Name),
        field('Queue.Duration', 'QueueDuration', 'seconds', queue?.Duration),
        field('Ringback.QueueWaitSeconds', 'QueueWaitSeconds', 'seconds', ours.QueueWaitSeconds),
        field('Queue.ARN', 'QueueARN', 'text', queue?.ARN),
      ],
    },
    {
      id: 'agent',
      fields: [
        field('Agent.Username', 'AgentUsername', 'text', agent?.Username),
        field('Agent.RoutingProfile.Name', 'RoutingProfile', 'text', agent?.RoutingProfile.Name),
        field('Agent.AgentInteractionDuration', 'AgentInteractionDuration', 'seconds', agent?.AgentInteractionDuration),
        field('Agent.CustomerHoldDuration', 'CustomerHoldDuration', 'seconds', agent?.CustomerHoldDuration),
        field('Agent.NumberOfHolds', 'NumberOfHolds', 'text', agent?.NumberOfHolds),
        field('Agent.LongestHoldDuration', 'LongestHoldDuration', 'seconds', agent?.LongestHoldDuration),
        field('Agent.AfterContactWorkDuration', 'AfterContactWorkDuration', 'seconds', agent?.AfterContactWorkDuration),
        field('Agent.ARN', 'AgentARN', 'text', agent?.ARN),
      ],
    },
    {
      id: 'parties',
      fields: [
        field('Ringback.CustomerName', 'CustomerName', 'text', ours.CustomerName),
        field('CustomerEndpoint.Address', 'CustomerEndpoint', 'number', record.CustomerEndpoint.Address),
        field('SystemEndpoint.Address', 'SystemEndpoint', 'text', record.SystemEndpoint?.Address),
        field('TransferredToEndpoint', 'TransferredToEndpoint', 'text', record.TransferredToEndpoint?.Address),
      ],
    },
    {
      id: 'ringback',
      fields: [
        field('Ringback.Cause', 'Cause', 'text', causeWords(ours.Cause, t)),
        field('Ringback.Attempt', 'Attempt', 'text', ours.Attempt === null ? null : t('records.attempt', { attempt: ours.Attempt, max: ours.AttemptsMax ?? ours.Attempt })),
        field('Ringback.DelaySeconds', 'DelaySeconds', 'seconds', ours.DelaySeconds),
        field('Ringback.Complete', 'Complete', 'text', t(ours.Complete ? 'records.yes' : 'records.no')),
      ],
    },
    {
      id: 'ids',
      fields: [
        field('ContactId', 'ContactId', 'text', record.ContactId),
        field('InitialContactId', 'InitialContactId', 'text', record.InitialContactId),
        field('PreviousContactId', 'PreviousContactId', 'text', record.PreviousContactId),
        field('NextContactId', 'NextContactId', 'text', record.NextContactId),
        field('RelatedContactId', 'RelatedContactId', 'text', record.RelatedContactId),
        field('InitiationMethod', 'InitiationMethod', 'text', record.InitiationMethod),
        field('Channel', 'Channel', 'text', record.Channel),
        field('InstanceARN', 'InstanceARN', 'text', record.InstanceARN),
        field('AWSAccountId', 'AWSAccountId', 'text', record.AWSAccountId),
        field('AWSContactTraceRecordFormatVersion', 'AWSContactTraceRecordFormatVersion', 'text', record.AWSContactTraceRecordFormatVersion),
      ],
    },
  ];
}

/** The cause in words with the record's own value beside it. */
function causeWords(cause: string | null, t: Say): string | null {
  const name = causeName(cause, t);
  return name === null ? cause : `${name} (${cause})`;
}
