import {
  asE164, createEngine, epochMs, idFromName, parseFlow, seconds,
  type CommandId, type FlowId, type Instance, type PromptId,
} from '../engine/index.ts';
import { everyNumber, instanceFor } from './ours.ts';

const PROMPTS = 6;
const OURS = asE164('+18005550100');

/**
 * Calls of one customer after another that hear six prompts and are hung up on: a whole flow run each, with its line,
 * its contact, its record and every journal event. Milliseconds for all of them.
 */
export function runCalls(calls: number): number {
  const engine = createEngine({ seed: 1, startsAtMs: epochMs(0), instance: talkative(), phoneNumbers: everyNumber });
  const began = performance.now();
  let heard = 0;
  for (let i = 0; i < calls; i++) {
    const command = { type: 'customer.dial', number: asE164(`+1${2_000_000_000 + (i % 1000)}`), to: OURS } as const;
    const { reply } = engine.command(epochMs(i * 10_000), { id: `c${i}` as CommandId, by: { role: 'lab' }, command });
    if (!reply.ok) throw new Error(`the benchmark was refused: ${reply.rejection.code}`);
    for (const { events } of engine.advanceTo(epochMs(i * 10_000 + 9999))) for (const { type } of events) if (type === 'line.closed') heard += 1;
  }
  const tookMs = performance.now() - began;
  if (heard !== calls) throw new Error(`${calls} calls were made and ${heard} heard to the end`);
  return tookMs;
}

function talkative(): Instance {
  const base = instanceFor(0);
  const names = Array.from({ length: PROMPTS }, (_, index) => `prompt ${index}`);
  const flowId = idFromName('flow', 'six prompts') as FlowId;
  const parsed = parseFlow(JSON.stringify({
    Version: '2019-10-30', StartAction: 'prompt 0', Metadata: {},
    Actions: [
      ...names.map((name, index) => ({ Identifier: name, Type: 'MessageParticipant', Parameters: { PromptId: name }, Transitions: { NextAction: names[index + 1] ?? 'end', Errors: [], Conditions: [] } })),
      { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  }));
  if (!parsed.ok) throw new Error('the flow of the benchmark is a flow');
  return {
    ...base,
    prompts: names.map((name) => ({ id: idFromName('prompt', name) as PromptId, name, text: name, durationMs: seconds(1), kind: 'speech' })),
    flows: [{ id: flowId, name: 'six prompts', type: 'CONTACT_FLOW', description: '', content: parsed.value.content, mapping: {} }],
    numbers: [{ number: OURS, flowId, description: '' }],
  };
}
