import { z } from 'zod';
import { flowTypes } from './http-flows.ts';

/** A saved flow that names a thing. */
const use = z.object({ FlowId: z.string(), Name: z.string(), Type: z.enum([...flowTypes, 'MODULE']), Actions: z.number() });
export type ResourceUse = z.infer<typeof use>;

/** A name in saved flows that stands for nothing here. */
const openReference = z.object({
  /** As written in the flow: an ARN, an id or a name. */
  Reference: z.string(),
  DisplayName: z.string().nullable(),
  UsedIn: z.array(use),
});
export type OpenReference = z.infer<typeof openReference>;

/** Uploaded sound: its bytes are kept by the browser under `ClipId`. */
const recording = z.object({ ClipId: z.string().min(1).max(200), FileName: z.string().max(255), Format: z.enum(['WAV', 'MP3']), Bytes: z.number().int().min(0) });

const kind = z.enum(['speech', 'music', 'silence']);

/** GET /x/prompts: the prompts with where they are used, and what flows ask for in vain. */
export const promptList = z.object({
  Prompts: z.array(
    z.object({
      Id: z.string(),
      Arn: z.string(),
      Name: z.string(),
      /** As it was typed, markup and all. */
      Text: z.string(),
      /** As captions show it. */
      Plain: z.string(),
      Kind: kind,
      DurationMs: z.number(),
      /** The length is what the center's voice needs for the text, not one that was set. */
      IsPaced: z.boolean(),
      Recording: recording.nullable(),
      UsedIn: z.array(use),
    }),
  ),
  Open: z.array(openReference),
});
export type PromptAnswer = z.infer<typeof promptList>['Prompts'][number];

/**
 * PUT /x/prompts: a new prompt without `Id`, else a change of that one. `DurationMs` null: as long as the voice needs for
 * the text. `Reference`: what saved flows call it that knew nothing of that name.
 */
export const savePromptRequest = z.object({
  Id: z.string().optional(),
  Name: z.string().trim().min(1).max(127),
  Text: z.string().max(6000),
  Kind: kind,
  DurationMs: z.number().int().min(0).max(600_000).nullable(),
  Recording: recording.nullable(),
  Reference: z.string().optional(),
});
export type SavePromptRequest = z.infer<typeof savePromptRequest>;
export const savedPrompt = z.object({ PromptId: z.string(), PromptARN: z.string() });

/** ListPrompts, GET /prompts-summary/{I}. */
export interface PromptSummaryList {
  readonly PromptSummaryList: readonly { readonly Id: string; readonly Arn: string; readonly Name: string }[];
  readonly NextToken?: string | undefined;
}

/** POST /x/speech: what is made of a text that is to be spoken. */
export const speechRequest = z.object({ Text: z.string().max(20_000) });
export const speechAnswer = z.object({ Plain: z.string(), DurationMs: z.number(), Read: z.array(z.string()), Ignored: z.array(z.string()) });
export type SpeechAnswer = z.infer<typeof speechAnswer>;

/** What a mock does: `Json` is the answer as text, indented. */
const lambdaAnswer = z.discriminatedUnion('Kind', [
  z.object({ Kind: z.literal('returns'), Json: z.string() }),
  z.object({ Kind: z.literal('fails'), Error: z.string().max(1000) }),
  z.object({ Kind: z.literal('timesOut') }),
]);
export type LambdaAnswerText = z.infer<typeof lambdaAnswer>;

/** GET /x/lambdas: what answers for Lambda functions, with where they are asked, and the functions nothing answers for. */
export const lambdaList = z.object({
  Lambdas: z.array(z.object({ Arn: z.string(), Name: z.string(), DelayMs: z.number(), Answer: lambdaAnswer, UsedIn: z.array(use) })),
  Open: z.array(openReference),
});
export type LambdaMockAnswer = z.infer<typeof lambdaList>['Lambdas'][number];

/** PUT /x/lambdas: a mock, new or in place of the one of its ARN. */
export const saveLambdaRequest = z.object({
  Arn: z.string().trim().min(1).max(1000),
  Name: z.string().trim().min(1).max(255),
  DelayMs: z.number().int().min(0).max(600_000),
  Answer: lambdaAnswer,
});
export type SaveLambdaRequest = z.infer<typeof saveLambdaRequest>;

/** POST /x/lambda-check: whether a text can be what a function returns; `Fault` is a sentence with the place. */
export const lambdaCheckRequest = z.object({ Json: z.string() });
export const lambdaCheckAnswer = z.object({ Fault: z.string().nullable() });
