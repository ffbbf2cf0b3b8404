import { z } from 'zod';
import type { Say } from '../../text/use-text.ts';
import type { Instance } from './instance.ts';

/** Units in which people give a delay. */
export const units = ['seconds', 'minutes', 'hours'] as const;
export type Unit = (typeof units)[number];
export const secondsIn: Readonly<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/** Chosen in a list of numbers when the number is to be typed. */
export const otherNumber = 'other';
/** Chosen as the queue in which callers wait: the callback queue itself. */
export const sameQueue = 'same';

/** Longer than any text may be, so that what is too long is told, not cut. */
const textMax = 20_000;
const version = 1;

/** What was typed and chosen so far, as typed: an unfinished number is kept too. */
export interface Draft {
  /** The id of the inbound flow of a callback that was set up before and is to be changed; null: a new one. */
  readonly changes: string | null;
  /** Steps that were left with "continue". */
  readonly passed: readonly string[];
  /** The id of the inbound flow that came of it, once it is set up. */
  readonly made: string | null;
  readonly queueName: string;
  readonly hoursId: string;
  readonly callerName: string;
  readonly callerNumber: string;
  readonly callerTyped: string;
  readonly profileId: string;
  readonly priority: string;
  readonly delay: string;
  readonly flowName: string;
  readonly offered: 'atOnce' | 'whileWaiting';
  readonly waitingQueueId: string;
  readonly offerEvery: string;
  readonly greeting: string;
  readonly waiting: string;
  readonly offer: string;
  readonly format: 'Local' | 'E164';
  readonly askNumber: string;
  readonly notValid: string;
  readonly promise: string;
  readonly initialDelay: string;
  readonly initialDelayUnit: Unit;
  readonly retries: string;
  readonly gap: string;
  readonly gapUnit: Unit;
  readonly setsQueue: boolean;
  readonly number: string;
  readonly numberTyped: string;
  readonly numberFor: string;
  readonly customerWhisperOn: boolean;
  readonly customerWhisper: string;
  readonly agentWhisperOn: boolean;
  readonly agentWhisper: string;
}

/** A field that a person fills in. */
export type FieldName = Exclude<keyof Draft, 'changes' | 'passed' | 'made'>;

/** A draft with the words and numbers that the guide's example has, and nothing chosen that a person must know of. */
export function freshDraft({ hours, queues }: Pick<Instance, 'hours' | 'queues'>, t: Say): Draft {
  return {
    changes: null, passed: [], made: null,
    queueName: '', hoursId: hours[0]?.id ?? '',
    callerName: '', callerNumber: '', callerTyped: '',
    profileId: '', priority: '1', delay: '0',
    flowName: '', offered: 'atOnce', waitingQueueId: queues[0]?.id ?? sameQueue, offerEvery: '30',
    greeting: t('setup.says.greeting'), waiting: t('setup.says.waiting'), offer: t('setup.says.offer'),
    format: 'Local', askNumber: t('setup.says.askLocal'), notValid: t('setup.says.notValid'), promise: t('setup.says.promise'),
    initialDelay: '99', initialDelayUnit: 'seconds', retries: '2', gap: '10', gapUnit: 'minutes', setsQueue: true,
    number: '', numberTyped: '', numberFor: '',
    customerWhisperOn: true, customerWhisper: t('setup.says.customerWhisper'),
    agentWhisperOn: true, agentWhisper: t('setup.says.agentWhisper'),
  };
}

/** The draft as text to be kept on this device. */
export const writeDraft = (draft: Draft): string => JSON.stringify({ version, draft });

/** What was kept: nothing, a draft (what was odd in it took the fresh value), or text that is no draft. */
export type KeptDraft = { readonly found: 'nothing' | 'draft' | 'damaged'; readonly draft: Draft };

/** Reads what was kept. Whatever is missing or odd is as in the fresh draft, field by field, so nothing valid is lost. */
export function readDraft(text: string | null, fresh: Draft): KeptDraft {
  if (text === null) return { found: 'nothing', draft: fresh };
  const kept = envelope.safeParse(parseJson(text));
  if (!kept.success) return { found: 'damaged', draft: fresh };
  return { found: 'draft', draft: draftSchema(fresh).parse(kept.data.draft) };
}

const envelope = z.object({ version: z.literal(version), draft: z.record(z.string(), z.unknown()) });

function draftSchema(fresh: Draft): z.ZodType<Draft> {
  const text = (otherwise: string) => z.string().max(textMax).catch(otherwise);
  const flag = (otherwise: boolean) => z.boolean().catch(otherwise);
  const id = z.string().max(textMax).nullable().catch(null);
  return z.object({
    changes: id, passed: z.array(z.string().max(100)).max(100).catch([]), made: id,
    queueName: text(fresh.queueName), hoursId: text(fresh.hoursId),
    callerName: text(fresh.callerName), callerNumber: text(fresh.callerNumber), callerTyped: text(fresh.callerTyped),
    profileId: text(fresh.profileId), priority: text(fresh.priority), delay: text(fresh.delay),
    flowName: text(fresh.flowName), offered: z.enum(['atOnce', 'whileWaiting']).catch(fresh.offered),
    waitingQueueId: text(fresh.waitingQueueId), offerEvery: text(fresh.offerEvery),
    greeting: text(fresh.greeting), waiting: text(fresh.waiting), offer: text(fresh.offer),
    format: z.enum(['Local', 'E164']).catch(fresh.format), askNumber: text(fresh.askNumber), notValid: text(fresh.notValid), promise: text(fresh.promise),
    initialDelay: text(fresh.initialDelay), initialDelayUnit: z.enum(units).catch(fresh.initialDelayUnit),
    retries: text(fresh.retries), gap: text(fresh.gap), gapUnit: z.enum(units).catch(fresh.gapUnit), setsQueue: flag(fresh.setsQueue),
    number: text(fresh.number), numberTyped: text(fresh.numberTyped), numberFor: text(fresh.numberFor),
    customerWhisperOn: flag(fresh.customerWhisperOn), customerWhisper: text(fresh.customerWhisper),
    agentWhisperOn: flag(fresh.agentWhisperOn), agentWhisper: text(fresh.agentWhisper),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told as damaged: what is kept is no JSON.
    return undefined;
  }
}
