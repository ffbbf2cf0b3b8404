import type { HttpHandler } from 'msw/http';
import type { Instance, LambdaAnswer, Prompt } from '../../src/engine/index.ts';
import { lambdaCheckRequest, saveLambdaRequest, savePromptRequest, speechRequest } from '../../src/protocol/http-resources.ts';
import type { LambdaAnswerText, PromptSummaryList, SavePromptRequest } from '../../src/protocol/http-resources.ts';
import type { Answer } from '../answers.ts';
import { answer, fromReply, refusal } from '../answers.ts';
import { idOf, thingArn } from '../arn.ts';
import type { FaceParts, ResourceReader } from '../ports.ts';
import { toLambdas, toPrompts } from '../translate-resources.ts';
import { instanceOf, listPage, pageOf, route, withBody, withInstance } from './route.ts';

/** Prompts and what answers for Lambda functions: Amazon's operations where it has them, ours for the rest. */
export function resourceHandlers(parts: FaceParts): readonly HttpHandler[] {
  const { center, resources } = parts;
  return [
    route('get', '/prompts-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        listPage(instance.prompts, ({ id }) => id, pageOf(asked.query), (shown, NextToken): PromptSummaryList => ({
          PromptSummaryList: shown.map(({ id, name }) => ({ Id: id, Arn: promptArn(instance, id), Name: name })), NextToken,
        })),
      ),
    ),
    route('delete', '/prompts/:instanceId/:promptId', (asked) =>
      withInstance(center, asked.path['instanceId'], async (instance) => {
        const promptId = instance.prompts.find(({ id }) => id === idOf(asked.path['promptId'] ?? ''))?.id;
        return promptId === undefined ? noPrompt() : fromReply(await center.send({ type: 'prompt.remove', promptId }), {});
      }),
    ),
    route('get', '/x/prompts', async () => answer(toPrompts(await instanceOf(center), resources))),
    route('put', '/x/prompts', (asked) => withBody(asked, savePromptRequest, (body) => savePrompt(parts, body))),
    route('post', '/x/speech', (asked) =>
      withBody(asked, speechRequest, ({ Text }) => {
        const { plain, durationMs, read, ignored } = resources.speech(Text);
        return answer({ Plain: plain, DurationMs: durationMs, Read: read, Ignored: ignored });
      }),
    ),
    route('get', '/x/lambdas', async () => answer(toLambdas(await instanceOf(center), resources))),
    route('put', '/x/lambdas', (asked) =>
      withBody(asked, saveLambdaRequest, async (body) => {
        const read = answerOf(body.Answer, resources);
        if (typeof read === 'string') return refusal('InvalidParameterException', read);
        const lambda = { arn: body.Arn, name: body.Name, delayMs: body.DelayMs as Prompt['durationMs'], answer: read };
        return fromReply(await center.send({ type: 'lambda.save', lambda }), {});
      }),
    ),
    route('post', '/x/lambda-check', (asked) =>
      withBody(asked, lambdaCheckRequest, ({ Json }) => {
        const read = resources.lambdaAnswer(Json);
        return answer({ Fault: read.ok ? null : read.refusal });
      }),
    ),
    route('delete', '/x/lambdas', async (asked) => fromReply(await center.send({ type: 'lambda.remove', arn: asked.query.get('arn') ?? '' }), {})),
  ];
}

/** Saves a prompt, and lets the flows that mean it have it under whatever name. */
async function savePrompt({ center, resources }: FaceParts, body: SavePromptRequest): Promise<Answer> {
  const before = await instanceOf(center);
  const known = body.Id === undefined ? undefined : before.prompts.find(({ id }) => id === body.Id);
  if (body.Id !== undefined && known === undefined) return noPrompt();
  if (before.prompts.some(({ id, name }) => id !== known?.id && name.toLowerCase() === body.Name.toLowerCase())) {
    return refusal('DuplicateResourceException', `There is a prompt of the name “${body.Name}” already.`);
  }
  const prompt: Prompt = {
    id: known?.id ?? freeId(before, body.Name, resources), name: body.Name, text: body.Text, kind: body.Kind,
    durationMs: (body.DurationMs ?? resources.speech(body.Text).durationMs) as Prompt['durationMs'],
    ...(body.Recording && { recording: { clipId: body.Recording.ClipId, fileName: body.Recording.FileName, format: body.Recording.Format, bytes: body.Recording.Bytes } }),
  };
  const adopt = async (instance: Instance, reference: string | null): Promise<void> => {
    for (const flow of resources.adopters(instance, 'prompt', prompt.id, reference)) await center.send({ type: 'flow.save', flow });
  };
  // Flows that know it by its old name alone would lose it.
  if (known !== undefined && known.name !== prompt.name) await adopt(before, null);
  const reply = await center.send({ type: 'prompt.save', prompt });
  if (!reply.ok) return fromReply(reply, {});
  await adopt(await instanceOf(center), body.Reference ?? null);
  return answer({ PromptId: prompt.id, PromptARN: promptArn(before, prompt.id) });
}

/** A name that was given up and is given again must not bring its old id to something else. */
function freeId({ prompts }: Instance, name: string, resources: ResourceReader): Prompt['id'] {
  for (let again = 0; ; again += 1) {
    const id = resources.promptIdFor(again === 0 ? name : `${name} ${again}`);
    if (!prompts.some((prompt) => prompt.id === id)) return id;
  }
}

function answerOf(given: LambdaAnswerText, resources: ResourceReader): LambdaAnswer | string {
  switch (given.Kind) {
    case 'timesOut':
      return { kind: 'timesOut' };
    case 'fails':
      return { kind: 'fails', error: given.Error };
    case 'returns': {
      const read = resources.lambdaAnswer(given.Json);
      return read.ok ? { kind: 'returns', json: read.value } : read.refusal;
    }
  }
}

const promptArn = (instance: Instance, id: string): string => thingArn(instance.id, 'prompt', id);
const noPrompt = (): Answer => refusal('ResourceNotFoundException', 'There is no prompt of this id.');
