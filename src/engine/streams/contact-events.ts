import { ON_THE_LINE, type DisconnectReason, type InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { makeId, type AgentId, type ContactId, type QueueId } from '../core/ids.ts';
import type { CenterEvent, Commit } from '../event.ts';
import { ownerOf } from '../queue/agent-queue.ts';
import { ACCOUNT, arnOf, REGION } from '../record/arn.ts';
import { stampOf } from '../record/stamp.ts';
import { epochMs } from '../core/time.ts';
import type { Instance } from '../tenant/model.ts';
import { stampMsOf } from './stamp-ms.ts';

export type ContactEventType = 'INITIATED' | 'QUEUED' | 'CONNECTED_TO_AGENT' | 'DISCONNECTED' | 'COMPLETED' | 'CONTACT_DATA_UPDATED';

/** A contact event in EventBridge's envelope (spec §2.7). What is not known yet is not there. */
export interface ContactEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Amazon Connect Contact Event';
  readonly source: 'aws.connect';
  readonly account: string;
  /** Whole seconds, as EventBridge has it; `detail` has milliseconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: ContactEventDetail;
}

export interface ContactEventDetail {
  readonly eventType: ContactEventType;
  readonly contactId: string;
  readonly initialContactId?: string;
  readonly previousContactId?: string;
  readonly channel: 'VOICE';
  readonly instanceArn: string;
  readonly initiationMethod: InitiationMethod;
  readonly initiationTimestamp: string;
  readonly connectedToSystemTimestamp?: string;
  readonly disconnectTimestamp?: string;
  readonly disconnectReason?: DisconnectReason;
  readonly queueInfo?: { readonly queueArn: string; readonly queueType: 'STANDARD' | 'AGENT'; readonly enqueueTimestamp: string };
  readonly agentInfo?: { readonly agentArn: string; readonly connectedToAgentTimestamp: string };
  readonly segmentAttributes: { readonly 'connect:Subtype': { readonly ValueString: 'connect:Telephony' } };
  /** What was changed, of CONTACT_DATA_UPDATED. */
  readonly updatedProperties?: readonly string[];
}

interface Leg {
  readonly contactId: ContactId;
  readonly initialContactId: ContactId | null;
  readonly previousContactId: ContactId | null;
  readonly method: InitiationMethod;
  readonly initiatedAtMs: number;
  systemAtMs: number | null;
  queue: { readonly queueId: QueueId; readonly enqueuedAtMs: number } | null;
  agent: { readonly agentId: AgentId; readonly connectedAtMs: number } | null;
  disconnected: { readonly atMs: number; readonly reason: DisconnectReason } | null;
}

/** Contact events from commits alone, one commit after the other; the same commits give the same events, ids included. */
export class ContactEventStream {
  readonly #legs = new Map<ContactId, Leg>();
  #instance: Instance | null = null;
  #count = 0;

  /** The events of the next commit, in the order in which things happened. */
  take({ atMs, events }: Commit): readonly ContactEvent[] {
    return events.flatMap((event) => {
      if (event.type === 'instance.configured') this.#instance = event.instance;
      const eventType = 'contactId' in event ? this.#read(event, atMs) : null;
      return eventType === null || !('contactId' in event) ? [] : [this.#tell(eventType, event.contactId, atMs)];
    });
  }

  #read(event: Extract<CenterEvent, { readonly contactId: ContactId }>, atMs: number): ContactEventType | null {
    switch (event.type) {
      case 'contact.created': {
        const { contactId, initialContactId, previousContactId, method } = event;
        const systemAtMs = ON_THE_LINE.has(method) ? atMs : null;
        this.#legs.set(contactId, { contactId, initialContactId, previousContactId, method, initiatedAtMs: atMs, systemAtMs, queue: null, agent: null, disconnected: null });
        return 'INITIATED';
      }
      case 'contact.enqueued':
        this.#leg(event.contactId).queue = { queueId: event.queueId, enqueuedAtMs: atMs };
        return 'QUEUED';
      case 'contact.postponed':
        // As in its record, which names the queue it stands in last (spec §2.2b): for now none.
        this.#leg(event.contactId).queue = null;
        return null;
      case 'contact.dialing':
        if (must(this.#instance, 'an instance').policy.connectedToSystem === 'dialStarts' && this.#leg(event.contactId).method === 'CALLBACK') this.#leg(event.contactId).systemAtMs = atMs;
        return null;
      case 'contact.systemConnected':
        this.#leg(event.contactId).systemAtMs ??= atMs;
        return null;
      case 'contact.joined':
        this.#leg(event.contactId).agent = { agentId: event.agentId, connectedAtMs: atMs };
        return 'CONNECTED_TO_AGENT';
      case 'contact.ended':
        this.#leg(event.contactId).disconnected = { atMs, reason: event.reason };
        return 'DISCONNECTED';
      case 'contact.completed':
        return 'COMPLETED';
      case 'contact.attributesSet':
        return 'CONTACT_DATA_UPDATED';
      default:
        return null;
    }
  }

  #leg(contactId: ContactId): Leg {
    return must(this.#legs.get(contactId), `contact ${contactId}`);
  }

  #tell(eventType: ContactEventType, contactId: ContactId, atMs: number): ContactEvent {
    const instanceId = must(this.#instance, 'an instance').id;
    const leg = this.#leg(contactId);
    this.#count += 1;
    return {
      version: '0',
      id: makeId(0, 'contact-event', this.#count),
      'detail-type': 'Amazon Connect Contact Event',
      source: 'aws.connect',
      account: ACCOUNT,
      time: stampOf(epochMs(atMs)),
      region: REGION,
      resources: [arnOf(instanceId, 'instance'), arnOf(instanceId, 'contact', contactId)],
      detail: detailOf(leg, instanceId, eventType),
    };
  }
}

function detailOf(leg: Leg, instanceId: string, eventType: ContactEventType): ContactEventDetail {
  const { queue, agent, disconnected } = leg;
  return {
    eventType,
    contactId: leg.contactId,
    ...(leg.initialContactId === null ? {} : { initialContactId: leg.initialContactId }),
    ...(leg.previousContactId === null ? {} : { previousContactId: leg.previousContactId }),
    channel: 'VOICE',
    instanceArn: arnOf(instanceId, 'instance'),
    initiationMethod: leg.method,
    initiationTimestamp: stampMsOf(leg.initiatedAtMs),
    ...(leg.systemAtMs === null ? {} : { connectedToSystemTimestamp: stampMsOf(leg.systemAtMs) }),
    ...(disconnected === null ? {} : { disconnectTimestamp: stampMsOf(disconnected.atMs), disconnectReason: disconnected.reason }),
    ...(queue === null
      ? {}
      : {
          queueInfo: {
            queueArn: arnOf(instanceId, 'queue', queue.queueId),
            queueType: ownerOf(queue.queueId) === null ? ('STANDARD' as const) : ('AGENT' as const),
            enqueueTimestamp: stampMsOf(queue.enqueuedAtMs),
          },
        }),
    ...(agent === null ? {} : { agentInfo: { agentArn: arnOf(instanceId, 'agent', agent.agentId), connectedToAgentTimestamp: stampMsOf(agent.connectedAtMs) } }),
    segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    ...(eventType === 'CONTACT_DATA_UPDATED' ? { updatedProperties: ['ContactAttributes'] } : {}),
  };
}
