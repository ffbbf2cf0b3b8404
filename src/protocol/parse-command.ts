import { z } from 'zod';
import type {
  AgentId, CommandId, ContactId, DurationMs, E164, FlowId, FlowResource, Instance, OfferId, QueueId, StatusId,
} from '../engine/index.ts';
import type { TabCommand } from './envelope.ts';

/** Nothing a person names or types is longer; flows and scenarios have their own limits below. */
const TEXT_MAX = 1000;
/** Ten years: a clock command beyond that is a slip of the finger, and would fire deadlines for minutes. */
const MOVE_MS_MAX = 10 * 366 * 86_400_000;
const KEYS_MAX = 64;

const branded = <T extends string>(): z.ZodType<T> => z.string().min(1).max(TEXT_MAX) as unknown as z.ZodType<T>;
const agentId = branded<AgentId>();
const contactId = branded<ContactId>();
const flowId = branded<FlowId>();
const offerId = branded<OfferId>();
const queueId = branded<QueueId>();
const statusId = branded<StatusId>();
const number = z.string().regex(/^\+[1-9]\d{1,14}$/) as unknown as z.ZodType<E164>;
const duration = z.number().int().min(0).max(MOVE_MS_MAX) as unknown as z.ZodType<DurationMs>;
const instant = z.number().min(0).max(8.64e15);
const speed = z.number().min(0).max(100_000);
const texts = z.record(z.string().max(TEXT_MAX), z.string().max(32_768));

/** The id under which a command is sent; a repeat with the same id is answered, not done again. */
export const commandId: z.ZodType<CommandId> = branded<CommandId>();

const dialBehavior = z.discriminatedUnion('does', [
  z.object({ does: z.literal('manual') }),
  z.object({ does: z.literal('answers'), afterMs: duration, hangsUpAfterMs: duration.nullable() }),
  z.object({ does: z.literal('noAnswer') }),
  z.object({ does: z.literal('busy'), afterMs: duration }),
  z.object({ does: z.literal('invalidNumber') }),
  z.object({ does: z.literal('voicemail'), afterMs: duration }),
  z.object({ does: z.literal('networkNoAnswer'), afterMs: duration }),
  z.object({ does: z.literal('blocked') }),
  z.object({ does: z.literal('networkFault'), afterMs: duration }),
]);

/** Configuration comes from parsers of its own (flows, scenarios); here only its outline is checked. */
const instance = z.looseObject({
  id: z.string(), name: z.string(), queues: z.array(z.unknown()), agents: z.array(z.unknown()), flows: z.array(z.unknown()),
}) as unknown as z.ZodType<Instance>;
const flow = z.looseObject({
  id: z.string(), name: z.string(), type: z.string(), mapping: z.record(z.string(), z.string()),
  content: z.looseObject({ start: z.string(), actions: z.record(z.string(), z.unknown()) }),
}) as unknown as z.ZodType<FlowResource>;

/** Whatever a tab may ask for. Numbers that are no numbers and keys that are no keys are left to the engine to refuse. */
export const tabCommand: z.ZodType<TabCommand> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('customer.dial'), number, to: number }),
  z.object({ type: z.literal('customer.press'), number, keys: z.string().max(KEYS_MAX) }),
  z.object({ type: z.literal('customer.hangUp'), number }),
  z.object({ type: z.literal('customer.answer'), number }),
  z.object({ type: z.literal('customer.decline'), number }),
  z.object({ type: z.literal('customer.letVoicemail'), number }),
  z.object({ type: z.literal('customer.requestCallback'), number }),
  z.object({
    type: z.literal('customer.behave'), number, whenCalled: z.array(dialBehavior).min(1).max(100), talksForMs: duration.nullable(),
  }),
  z.object({ type: z.literal('agent.setStatus'), agentId, statusId }),
  z.object({ type: z.literal('offer.accept'), offerId }),
  z.object({ type: z.literal('offer.reject'), offerId }),
  z.object({ type: z.literal('contact.hold'), contactId }),
  z.object({ type: z.literal('contact.resume'), contactId }),
  z.object({ type: z.literal('contact.mute'), contactId, muted: z.boolean() }),
  z.object({ type: z.literal('contact.sendDigits'), contactId, digits: z.string().max(KEYS_MAX) }),
  z.object({ type: z.literal('contact.end'), contactId }),
  z.object({ type: z.literal('contact.clear'), contactId, agentId }),
  z.object({ type: z.literal('contact.stop'), contactId }),
  z.object({
    type: z.literal('contact.setRouting'), contactId, priority: z.number().nullable(), ageAdjustmentSeconds: z.number().nullable(),
  }),
  z.object({ type: z.literal('contact.setAttributes'), contactId, attributes: texts }),
  z.object({ type: z.literal('instance.configure'), instance }),
  z.object({ type: z.literal('flow.save'), flow }),
  z.object({ type: z.literal('number.assignFlow'), number, flowId: flowId.nullable() }),
  z.object({
    type: z.literal('queue.assignFlow'), queueId, use: z.enum(['customerQueue', 'agentWhisper', 'outboundWhisper']),
    flowId: flowId.nullable(),
  }),
  z.object({ type: z.literal('clock.setSpeed'), speed }),
  z.object({ type: z.literal('clock.advance'), ms: z.number().min(0).max(MOVE_MS_MAX) }),
  z.object({ type: z.literal('clock.advanceTo'), atMs: instant }),
  z.object({ type: z.literal('clock.toNext') }),
  z.object({ type: z.literal('lab.reset'), startsAtMs: instant.nullable(), speed }),
  z.object({ type: z.literal('lab.play'), scenario: z.unknown(), speed }),
  z.object({ type: z.literal('lab.takeOver'), person: z.string().max(TEXT_MAX), by: z.enum(['script', 'person']) }),
  z.object({ type: z.literal('lab.stopScenario') }),
  z.object({ type: z.literal('lab.startAfresh') }),
  z.object({ type: z.literal('mastership.take'), resource: z.string().max(TEXT_MAX) }),
]);
