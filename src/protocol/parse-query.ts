import { z } from 'zod';
import type { AgentId, ContactId, FlowId, QueueId, RoutingProfileId } from '../engine/index.ts';
import type { CenterQuery } from './envelope.ts';
import { metricGroupings, metricNames } from './http-metrics.ts';

const TEXT_MAX = 1000;
const LIST_MAX = 1000;

const text = z.string().max(TEXT_MAX);
const branded = <T extends string>(): z.ZodType<T> => text.min(1) as unknown as z.ZodType<T>;
const names = z.array(text).max(LIST_MAX);

const currentAsk = z.object({
  queueIds: z.array(branded<QueueId>()).max(LIST_MAX).nullable(),
  profileIds: z.array(branded<RoutingProfileId>()).max(LIST_MAX).nullable(),
  groupings: z.array(z.enum(['QUEUE', 'CHANNEL', 'ROUTING_PROFILE', 'AGENT_STATUS'])).max(4),
});

const metricAsk = z.object({
  windows: z.array(z.object({ fromMs: z.number(), toMs: z.number() })).max(LIST_MAX),
  scope: z.object({
    queueIds: names.exactOptional(),
    agentIds: names.exactOptional(),
    routingProfileIds: names.exactOptional(),
    channels: names.exactOptional(),
    methods: names.exactOptional(),
  }),
  groupings: z.array(z.enum(metricGroupings)).max(metricGroupings.length),
  metrics: z.array(z.object({
    name: z.enum(metricNames),
    threshold: z.number(),
    filters: z.array(z.object({ key: z.enum(['INITIATION_METHOD', 'DISCONNECT_REASON']), values: names, negate: z.boolean() })).max(10),
  })).max(100),
});

const limit = z.number().int().min(1).max(LIST_MAX);

/** A question of a tab. */
export const centerQuery: z.ZodType<CenterQuery> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['records', 'instance', 'journal', 'salvage', 'userData', 'promises']) }),
  z.object({ type: z.literal('currentMetrics'), ask: currentAsk }),
  z.object({ type: z.literal('metricData'), ask: metricAsk }),
  z.object({ type: z.literal('flowTrails'), flowId: branded<FlowId>() }),
  z.object({ type: z.literal('flowTrail'), contactId: branded<ContactId>() }),
  z.object({ type: z.literal('contactMetrics'), contactId: branded<ContactId>() }),
  z.object({ type: z.literal('contactEvents'), contactId: branded<ContactId>().nullable(), limit }),
  z.object({ type: z.literal('agentEvents'), agentId: branded<AgentId>().nullable(), limit }),
  z.object({ type: z.literal('recordDeliveries'), limit }),
]);
