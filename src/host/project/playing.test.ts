import { describe, expect, test } from 'vitest';
import { durationMs, epochMs } from '../../engine/index.ts';
import type { FlowRun, FlowWait, PromptId, Utterance } from '../../engine/index.ts';
import { heardByCustomer, playingOf } from './playing.ts';

const said: Utterance = { kind: 'speech', text: 'Hello.', durationMs: durationMs(900) };
const recorded: Utterance = { kind: 'speech', text: '', durationMs: durationMs(1234), prompt: { id: 'p' as PromptId, name: 'Greeting', clipId: 'c' } };
const fromMs = epochMs(1000);
const running = (wait: FlowWait | null, flowType: FlowRun['flowType'] = 'CONTACT_FLOW'): FlowRun => ({ wait, flowType }) as FlowRun;
const part = { clipId: 'c', name: 'Greeting', durationMs: 1234 };

describe('what is played', () => {
  test('is a recording, from its instant on', () => {
    expect(playingOf(running({ kind: 'prompt', utterance: recorded, fromMs, untilMs: epochMs(2234) }))).toEqual({ sinceMs: 1000, parts: [part], loops: false });
  });

  test('is a loop, with pauses for what is no recording', () => {
    expect(playingOf(running({ kind: 'loop', utterances: [said, recorded], fromMs, interruptAtMs: null }))).toEqual({
      sinceMs: 1000, parts: [{ clipId: null, name: null, durationMs: 900 }, part], loops: true,
    });
  });

  test('stops with the first key of an entry', () => {
    const input = (keys: string): FlowWait => ({ kind: 'input', utterance: recorded, fromMs, keys } as FlowWait);
    expect([playingOf(running(input('')))?.parts, playingOf(running(input('2')))]).toEqual([[part], null]);
  });

  test('is nothing where nothing recorded plays', () => {
    const waits: readonly (FlowWait | null)[] = [null, { kind: 'answer' }, { kind: 'prompt', utterance: said, fromMs, untilMs: epochMs(1900) }, { kind: 'time', fromMs, untilMs: epochMs(5000) }];
    expect([...waits.map((wait) => playingOf(running(wait))), playingOf(undefined)]).toEqual([null, null, null, null, null]);
  });

  test('in a flow for the agent is not heard by the customer', () => {
    expect((['AGENT_WHISPER', 'AGENT_HOLD', 'OUTBOUND_WHISPER', 'CUSTOMER_QUEUE'] as const).map((type) => heardByCustomer(running(null, type)))).toEqual([false, false, true, true]);
  });
});
