import { instanceArn, thingArn } from '../../mocks/arn.ts';
import type { ContactRecord } from '../engine/index.ts';

const instanceId = 'instance-1';
const at = (clock: string): string => `2024-01-10T${clock}Z`;

/** The two records of spec §2.6, oldest first, as the engine answers them. */
export function johnsRecords(): readonly [ContactRecord, ContactRecord] {
  const shared = {
    AWSAccountId: '111122223333',
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    InstanceARN: instanceArn(instanceId),
    RelatedContactId: null,
    Channel: 'VOICE',
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550142' },
    SystemEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+18005550199' },
    Attributes: { topic: 'a refund' },
    TransferCompletedTimestamp: null,
    TransferredToEndpoint: null,
    ScheduledTimestamp: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    AnsweringMachineDetectionStatus: null, Campaign: null, ContactLens: null, CustomerVoiceActivity: null, DisconnectDetails: null, MediaStreams: null, QualityMetrics: null,
    Recording: null, Recordings: null, References: null, RoutingCriteria: null, Tags: null, VoiceIdResult: null,
  } as const;
  return [
    {
      ...shared,
      ContactId: 'contact-1',
      InitialContactId: null,
      PreviousContactId: null,
      NextContactId: 'contact-2',
      InitiationMethod: 'INBOUND',
      InitiationTimestamp: at('11:35:00'),
      ConnectedToSystemTimestamp: at('11:35:00'),
      DisconnectTimestamp: at('11:37:00'),
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      LastUpdateTimestamp: at('11:37:00'),
      Queue: {
        ARN: thingArn(instanceId, 'queue', 'queue-in'), Name: 'InboundQueue',
        EnqueueTimestamp: at('11:35:00'), DequeueTimestamp: at('11:37:00'), Duration: 120,
      },
      Agent: null,
      AgentConnectionAttempts: 0,
      Ringback: {
        Cause: 'flowDisconnected', Attempt: null, AttemptsMax: null, QueueWaitSeconds: 120, DelaySeconds: null,
        DialedTimestamp: null, CustomerName: 'John', Complete: true,
      },
    },
    {
      ...shared,
      ContactId: 'contact-2',
      InitialContactId: 'contact-1',
      PreviousContactId: 'contact-1',
      NextContactId: null,
      InitiationMethod: 'CALLBACK',
      InitiationTimestamp: at('11:37:00'),
      ConnectedToSystemTimestamp: at('11:39:10'),
      DisconnectTimestamp: at('11:45:00'),
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      LastUpdateTimestamp: at('11:45:30'),
      Queue: {
        ARN: thingArn(instanceId, 'queue', 'queue-cb'), Name: 'CallbackQueue',
        EnqueueTimestamp: at('11:38:39'), DequeueTimestamp: at('11:39:00'), Duration: 120,
      },
      Agent: {
        ARN: thingArn(instanceId, 'agent', 'agent-ana'),
        Username: 'ana',
        ConnectedToAgentTimestamp: at('11:39:25'),
        AcceptedByAgentTimestamp: at('11:39:00'),
        AgentInteractionDuration: 335,
        CustomerHoldDuration: 0,
        AgentInitiatedHoldDuration: 0,
        NumberOfHolds: 0,
        LongestHoldDuration: 0,
        AfterContactWorkStartTimestamp: at('11:45:00'),
        AfterContactWorkEndTimestamp: at('11:45:30'),
        AfterContactWorkDuration: 30,
        RoutingProfile: { ARN: thingArn(instanceId, 'routing-profile', 'profile-r'), Name: 'R' },
        AgentPauseDuration: null, Capabilities: null, DeviceInfo: null, HierarchyGroups: null, StateTransitions: null,
      },
      AgentConnectionAttempts: 1,
      Ringback: {
        Cause: 'customerHungUp', Attempt: 1, AttemptsMax: 3, QueueWaitSeconds: 21, DelaySeconds: 99,
        DialedTimestamp: at('11:39:10'), CustomerName: 'John', Complete: true,
      },
    },
  ];
}
