import type { z } from 'zod';
import type { Instance, LambdaAnswer } from '../src/engine/index.ts';
import type { lambdaList, LambdaAnswerText, promptList } from '../src/protocol/http-resources.ts';
import { thingArn } from './arn.ts';
import type { ResourceReader } from './ports.ts';

/** The prompts with where they are used, in the order in which they were made. */
export function toPrompts(instance: Instance, resources: ResourceReader): z.infer<typeof promptList> {
  const { byId, open } = resources.uses(instance, 'prompt');
  return {
    Prompts: instance.prompts.map((prompt) => {
      const { plain, durationMs } = resources.speech(prompt.text);
      const { recording } = prompt;
      return {
        Id: prompt.id, Arn: thingArn(instance.id, 'prompt', prompt.id), Name: prompt.name, Text: prompt.text, Plain: plain, Kind: prompt.kind, DurationMs: prompt.durationMs,
        IsPaced: prompt.kind === 'speech' && recording === undefined && prompt.durationMs === durationMs,
        Recording: recording === undefined ? null : { ClipId: recording.clipId, FileName: recording.fileName, Format: recording.format, Bytes: recording.bytes },
        UsedIn: [...(byId.get(prompt.id) ?? [])],
      };
    }),
    Open: [...open],
  };
}

/** What answers for Lambda functions, with where they are asked. */
export function toLambdas(instance: Instance, resources: ResourceReader): z.infer<typeof lambdaList> {
  const { byId, open } = resources.uses(instance, 'lambda');
  return {
    Lambdas: instance.lambdas.map(({ arn, name, delayMs, answer }) => ({ Arn: arn, Name: name, DelayMs: delayMs, Answer: textOf(answer), UsedIn: [...(byId.get(arn) ?? [])] })),
    Open: [...open],
  };
}

function textOf(answer: LambdaAnswer): LambdaAnswerText {
  switch (answer.kind) {
    case 'returns':
      return { Kind: 'returns', Json: JSON.stringify(answer.json, null, 2) };
    case 'fails':
      return { Kind: 'fails', Error: answer.error };
    case 'timesOut':
      return { Kind: 'timesOut' };
  }
}
