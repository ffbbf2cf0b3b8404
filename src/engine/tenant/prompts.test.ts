import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { durationMs } from '../core/time.ts';
import type { Prompt } from './model.ts';

const greeting: Prompt = {
  id: ids.prompt('greeting'), name: 'Greeting', text: 'Good day.', durationMs: durationMs(2_345), kind: 'speech',
  recording: { clipId: 'clip-1', fileName: 'greeting.wav', format: 'WAV', bytes: 37_564 },
};
const greet = aFlow('main', 'CONTACT_FLOW', [
  { Identifier: 'say', Type: 'MessageParticipant', Parameters: { PromptId: 'arn:aws:connect:eu-west-1:1:instance/i/prompt/Greeting' }, Transitions: { NextAction: 'bye' } },
  { Identifier: 'bye', Type: 'DisconnectParticipant' },
]);
const center = (): CenterDriver => new CenterDriver(baseRig({ flows: [greet] })).send({ type: 'prompt.save', prompt: greeting });
const prompts = (of: CenterDriver): readonly string[] => of.center.config.instance.prompts.map(({ name }) => name);

describe('a saved prompt', () => {
  test('is added, and takes the place of the one of its id', () => {
    const saved = center();
    expect(prompts(saved)).toEqual(['agent whisper', 'outbound whisper', 'Greeting']);
    saved.send({ type: 'prompt.save', prompt: { ...greeting, name: 'Welcome' } });
    saved.send({ type: 'prompt.save', prompt: { ...greeting, id: ids.prompt('more'), name: 'More' } });
    expect(prompts(saved)).toEqual(['agent whisper', 'outbound whisper', 'Welcome', 'More']);
  });

  test('has a name of its own, however it is written', () => {
    const saved = center();
    expect(saved.ask({ type: 'prompt.save', prompt: { ...greeting, id: ids.prompt('other'), name: 'GREETING' } })).toEqual({ code: 'INVALID_VALUE', field: 'name' });
    expect(prompts(saved)).toHaveLength(3);
  });

  test('plays for exactly its length, and the event tells which it was', () => {
    const saved = center().customer(JOHN).dials();
    const run = [...saved.center.flowRuns.values()][0];
    const { nowMs } = saved.center;
    expect(run?.wait).toEqual({
      kind: 'prompt', fromMs: nowMs, untilMs: nowMs + 2_345,
      utterance: { kind: 'speech', text: 'Good day.', durationMs: 2_345, prompt: { id: greeting.id, name: 'Greeting', clipId: 'clip-1' } },
    });
    expect([...saved.center.lines.values()][0]?.captions).toEqual([{ atMs: nowMs, kind: 'speech', text: 'Good day.', recorded: 'Greeting' }]);
  });
});

describe('a removed prompt', () => {
  test('is gone; a flow that names it is silent for a while and goes on', () => {
    const removed = center().send({ type: 'prompt.remove', promptId: greeting.id });
    expect(prompts(removed)).toEqual(['agent whisper', 'outbound whisper']);
    removed.customer(JOHN).dials();
    expect([...removed.center.flowRuns.values()][0]?.wait).toMatchObject({ utterance: { kind: 'silence', durationMs: 5_000 } });
  });

  test('must be there', () => {
    expect(center().ask({ type: 'prompt.remove', promptId: ids.prompt('none') })).toEqual({ code: 'NO_SUCH_PROMPT' });
  });
});
