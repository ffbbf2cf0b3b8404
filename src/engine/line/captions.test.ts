import { describe, expect, test } from 'vitest';
import { aFlow, baseRig } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, lineOf } from '../../testing/talking.ts';
import { seconds } from '../core/time.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { CAPTIONS_MAX, type DialBehavior } from './model.ts';

const MIA = '+12065550111';
const texts = (center: CenterDriver): readonly string[] => lineOf(center).captions.map(({ text }) => text);
/** Mia’s telephone, which ana dials. */
const dialed = (behavior: DialBehavior, changes: Parameters<typeof baseRig>[0] = {}): CenterDriver => new CenterDriver(baseRig(changes)).customer(MIA).behaves(behavior).agent('ana').dials(MIA);
const typesOf = (center: CenterDriver, prefix: string): readonly string[] => center.events.map(({ type }) => type).filter((type) => type.startsWith(prefix));

describe('the captions of a line', () => {
  test('hold the keys that were pressed, as they were, with their instant', () => {
    const center = new CenterDriver().customer(JOHN).dials().wait(5).customer(JOHN).presses('12#');
    expect(lineOf(center).captions).toEqual([{ atMs: at('11:30:05'), kind: 'keys', text: '12#' }]);
  });

  test('are the last thirty', () => {
    const center = new CenterDriver().customer(JOHN).dials();
    const pressed = Array.from({ length: CAPTIONS_MAX + 2 }, (_, index) => String(index));
    const until = (count: number): readonly string[] => pressed.slice(Math.max(0, count - CAPTIONS_MAX), count);
    for (const [index, keys] of pressed.entries()) {
      center.customer(JOHN).presses(keys);
      expect(texts(center)).toEqual(until(index + 1));
    }
    expect(CAPTIONS_MAX).toBe(30);
  });
});

describe('a telephone that rings', () => {
  test.each<DialBehavior>([{ does: 'noAnswer' }, { does: 'manual' }])('and is left alone ($does) does nothing before it has rung for a minute', (behavior) => {
    const center = dialed(behavior);
    expect(center.engine.nextDueAtMs()).toBe(at('11:31:00'));
  });

  test('is answered by a person or by a machine, as it was told', () => {
    const answeredBy = (does: 'answers' | 'voicemail'): unknown => {
      const center = dialed(does === 'answers' ? { does, afterMs: seconds(2), hangsUpAfterMs: null } : { does, afterMs: seconds(2) }).wait(2);
      return [...center.center.lines.values()].map((line) => [line.answeredBy, line.answeredAtMs]);
    };
    expect([answeredBy('answers'), answeredBy('voicemail')]).toEqual([[['person', at('11:30:02')]], [['machine', at('11:30:02')]]]);
  });

  test('in vain is over once: the line fails and is not closed as well', () => {
    const center = dialed({ does: 'busy', afterMs: seconds(2) }).wait(2);
    expect(typesOf(center, 'line.')).toEqual(['line.opened', 'line.failed']);
  });

  test('and is answered while a third party is asked for closes their line with the customer’s', () => {
    const center = dialed({ does: 'answers', afterMs: seconds(2), hangsUpAfterMs: null }).wait(30);
    center.agent('ana').transfersTo({ kind: 'number', number: '+12065550177' }).customer(MIA).hangsUp();
    expect(typesOf(center, 'line.')).toEqual(['line.opened', 'line.answered', 'line.opened', 'line.closed', 'line.closed']);
  });
});

describe('an outbound whisper without a prompt', () => {
  const quiet = aFlow('outbound whisper', 'OUTBOUND_WHISPER', [{ Identifier: 'end', Type: 'EndFlowExecution' }]);
  const rig = baseRig();
  const flows = [...rig.flows.filter(({ name }) => name !== 'outbound whisper'), quiet];
  const whispers = (center: CenterDriver): number => center.events.filter((event) => event.type === 'flow.started' && event.flowType === 'OUTBOUND_WHISPER').length;
  const answers: DialBehavior = { does: 'answers', afterMs: seconds(4), hangsUpAfterMs: null };

  test.each(['afterAgentWhisper', 'atAccept'] as const)('runs once for a customer whom an agent dials, whenever callbacks are dialed (%s)', (dialMoment) => {
    const center = dialed(answers, { flows, policy: { ...defaultPolicy, dialMoment } }).wait(60);
    expect([whispers(center), center.agent('ana').state()]).toEqual([1, 'CONNECTED']);
  });

  const silent = rig.callback && { ...rig.callback, agentWhisperFlowId: null };
  test.each([
    ['afterAgentWhisper', 'after a whisper to the agent', rig.callback], ['afterAgentWhisper', 'without one', silent],
    ['atAccept', 'during a whisper to the agent', rig.callback], ['atAccept', 'without one', silent],
  ] as const)('runs once for a callback (%s, %s)', (dialMoment, _what, callback) => {
    const center = new CenterDriver(baseRig({ flows, callback, policy: { ...defaultPolicy, dialMoment } })).customer(JOHN).behaves(answers);
    center.customer(JOHN).dials().customer(JOHN).requestsCallback().wait(99);
    center.agent('ana').sets('Available').agent('ana').accepts().wait(60);
    expect([whispers(center), center.agent('ana').state()]).toEqual([1, 'CONNECTED']);
  });
});
