import { z } from 'zod';
import type {
  AgentId, CommandId, ContactId, DurationMs, E164, FlowId, FlowResource, Instance, LambdaMock, OfferId, Prompt, PromptId, QueueId, StatusId,
} from '../engine/index.ts';
import type { TabCommand } from './envelope.ts';

/** Nothing a person names or types is longer; flows and scenarios have their own limits below. */
const TEXT_MAX = 1000;
/** Ten years: a clock command beyond that is a slip of the finger, and would fire deadlines for minutes. */
const MOVE_MS_MAX = 10 * 366 * 86_400_000;
const KEYS_MAX = 64;
const PASTED_MAX = 20_000;
/** Amazon's limit for one text to be spoken (spec §6.2). */
const SPOKEN_MAX = 6000;
/** The longest text at the slowest markup stays far below an hour. */
const PROMPT_MS_MAX = 3_600_000;

const branded = <T extends string>(): z.ZodType<T> => z.string().min(1).max(TEXT_MAX) as unknown as z.ZodType<T>;
const agentId = branded<AgentId>();
const contactId = branded<ContactId>();
const flowId = branded<FlowId>();
const offerId = branded<OfferId>();
const promptId = branded<PromptId>();
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

const prompt = z.object({
  id: promptId, name: z.string().trim().min(1).max(127), text: z.string().max(SPOKEN_MAX), durationMs: z.number().int().min(0).max(PROMPT_MS_MAX), kind: z.enum(['speech', 'music', 'silence']),
  recording: z.object({ clipId: z.string().min(1).max(TEXT_MAX), fileName: z.string().max(TEXT_MAX), format: z.enum(['WAV', 'MP3']), bytes: z.number().int().min(0) }).exactOptional(),
}) as unknown as z.ZodType<Prompt>;

const lambda = z.object({
  arn: z.string().trim().min(1).max(TEXT_MAX), name: z.string().trim().min(1).max(TEXT_MAX), delayMs: duration,
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('returns'), json: z.record(z.string(), z.json()) }), z.object({ kind: z.literal('fails'), error: z.string().max(TEXT_MAX) }), z.object({ kind: z.literal('timesOut') }),
  ]),
}) as unknown as z.ZodType<LambdaMock>;

/** Quick connects name an agent, a queue or a telephone. */
const transferTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId }),
  z.object({ kind: z.literal('queue'), queueId }),
  z.object({ kind: z.literal('number'), number: z.string().max(PASTED_MAX) }),
]);

type CommandType = TabCommand['type'];
type Rest<T extends CommandType> = Omit<Extract<TabCommand, { readonly type: T }>, 'type'>;

/** What comes with each command; a command without a row does not compile. Whether it makes sense now is the engine's to say. */
const rests = {
  'customer.dial': z.object({ number, to: number }),
  'customer.press': z.object({ number, keys: z.string().max(KEYS_MAX) }),
  'customer.hangUp': z.object({ number }),
  'customer.answer': z.object({ number }),
  'customer.decline': z.object({ number }),
  'customer.letVoicemail': z.object({ number }),
  'customer.requestCallback': z.object({ number }),
  'customer.behave': z.object({ number, whenCalled: z.array(dialBehavior).min(1).max(100), talksForMs: duration.nullable() }),
  'agent.setStatus': z.object({ agentId, statusId }),
  // Whatever was pasted is told to be no number, rather than no command.
  'agent.dial': z.object({ agentId, number: z.string().max(PASTED_MAX) }),
  'offer.accept': z.object({ offerId }),
  'offer.reject': z.object({ offerId }),
  'contact.hold': z.object({ contactId }),
  'contact.resume': z.object({ contactId }),
  'contact.mute': z.object({ contactId, muted: z.boolean() }),
  'contact.sendDigits': z.object({ contactId, digits: z.string().max(KEYS_MAX) }),
  'contact.transfer': z.object({ contactId, to: transferTarget }),
  'contact.conference': z.object({ contactId }),
  'contact.swap': z.object({ contactId }),
  'contact.leave': z.object({ contactId }),
  'contact.drop': z.object({ contactId }),
  'contact.end': z.object({ contactId }),
  'contact.clear': z.object({ contactId, agentId }),
  'contact.stop': z.object({ contactId }),
  'contact.declareMachine': z.object({ contactId }),
  'callback.request': z.object({ number, queueId, initialDelayMs: duration, retries: z.number().int().min(0).max(100), retryDelayMs: duration, attributes: texts }),
  'callback.cancel': z.object({ contactId }),
  'callback.move': z.object({ contactId, queueId }),
  'callback.reassign': z.object({ contactId, agentId }),
  'callback.reschedule': z.object({ contactId, atMs: instant }),
  'contact.setRouting': z.object({ contactId, priority: z.number().nullable(), ageAdjustmentSeconds: z.number().nullable() }),
  'contact.setAttributes': z.object({ contactId, attributes: texts }),
  'instance.configure': z.object({ instance }),
  'flow.save': z.object({ flow }),
  'prompt.save': z.object({ prompt }),
  'prompt.remove': z.object({ promptId }),
  'lambda.save': z.object({ lambda }),
  'lambda.remove': z.object({ arn: z.string().max(TEXT_MAX) }),
  'number.assignFlow': z.object({ number, flowId: flowId.nullable() }),
  'queue.assignFlow': z.object({ queueId, use: z.enum(['customerQueue', 'agentWhisper', 'outboundWhisper']), flowId: flowId.nullable() }),
  'clock.setSpeed': z.object({ speed }),
  'clock.advance': z.object({ ms: z.number().min(0).max(MOVE_MS_MAX) }),
  'clock.advanceTo': z.object({ atMs: instant }),
  'clock.toNext': z.object({}),
  'lab.reset': z.object({ startsAtMs: instant.nullable(), speed }),
  'lab.play': z.object({ scenario: z.unknown(), speed }),
  'lab.takeOver': z.object({ person: z.string().max(TEXT_MAX), by: z.enum(['script', 'person']) }),
  'lab.stopScenario': z.object({}),
  'lab.startAfresh': z.object({}),
  'mastership.take': z.object({ resource: z.string().max(TEXT_MAX) }),
} satisfies { readonly [T in CommandType]: z.ZodType<Rest<T>> };

const isCommandType = (type: string): type is CommandType => Object.hasOwn(rests, type);

/** Whatever a tab may ask for. Numbers that are none in the plan and keys that are no keys are left to the engine to refuse. */
export const tabCommand: z.ZodType<TabCommand> = z.looseObject({ type: z.string() }).transform((raw, context) => {
  const { type } = raw;
  if (!isCommandType(type)) {
    context.addIssue({ code: 'custom', message: 'no such command', path: ['type'] });
    return z.NEVER;
  }
  const rest = rests[type].safeParse(raw);
  if (rest.success) return { type, ...rest.data } as TabCommand;
  for (const { path, message } of rest.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});
