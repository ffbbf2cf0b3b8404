import { expect, test } from 'vitest';
import type { ContactView, StepView } from '../../protocol/views.ts';
import { createText } from '../../text/create-text.ts';
import { connectingSnapshot, talkingSnapshot } from './contact-snapshot.ts';
import { timelineRows } from './timeline-rows.ts';

const { t } = createText();
const start = Date.UTC(2026, 10, 3, 19, 39, 0);
const after = (seconds: number): number => start + seconds * 1_000;
const step = (name: StepView['name'], state: StepView['state'], rest: Partial<StepView> = {}): StepView => ({
  name, state, fromMs: null, toMs: null, untilMs: null, caption: null, ...rest,
});
const contact: ContactView = {
  id: 'C1', kind: 'callback', fromAgent: null, fromAgentTalks: null, consult: null, stage: 'agentWhisper', stageSinceMs: start, customerName: 'John Doe', number: '+12065550142', reason: null,
  queueName: 'Inbound queue', askedAtMs: start, attempt: 1, attemptsMax: 3, callerId: null, customerZone: null,
  steps: [
    step('accepted', 'done', { fromMs: start, toMs: start }),
    step('agentWhisper', 'now', { fromMs: start, untilMs: after(10), caption: 'Callback from John.' }),
    step('dialing', 'waiting'), step('ringing', 'waiting'), step('customerWhisper', 'waiting'),
  ],
  connectedAtMs: null, heldSinceMs: null, heldMs: 0, muted: false, digitsSent: '', cause: null, retryAtMs: null, workUntilMs: null, attributes: {}, can: ['end'],
};
const card = (seconds: number, change: Partial<ContactView> = {}) => connectingSnapshot({ ...contact, ...change }, after(seconds), 'America/Los_Angeles', t);

test('each step has its own clock: when it was accepted, how far the message is, nothing for what is to come', () => {
  expect(card(6).steps.map(({ label, time }) => [label, time])).toEqual([
    ['Accepted', '11:39:00'], ['Message to you', '0:06 / 0:10'], ['Dialing', ''], ['Ringing', ''], ['Message to them', ''],
  ]);
});

test('a message shows its words and its progress, and is spoken to the agent', () => {
  expect(card(5)).toMatchObject({ caption: { title: 'Said to you', text: 'Callback from John.' }, progress: { part: 0.5, text: '0:05 of 0:10' }, spoken: 'Callback from John.' });
  expect(card(99).progress?.part).toBe(1);
});

test('while the phone rings there is a sentence instead of words, and no bar', () => {
  const steps = [step('ringing', 'now', { fromMs: start })];
  expect(card(3, { stage: 'dialing', steps })).toMatchObject({ caption: null, progress: null, spoken: null, now: 'Their phone is ringing. We give up after 60 seconds.' });
});

test('dialing names the number that is called', () => {
  expect(card(1, { stage: 'dialing', steps: [step('dialing', 'now', { fromMs: start })] }).now).toBe('We are calling +1 206 555 0142 now.');
});

test('the message to the customer is shown but not spoken to the agent', () => {
  const steps = [step('customerWhisper', 'now', { fromMs: start, untilMs: after(15), caption: 'Please hold.' })];
  expect(card(9, { stage: 'customerWhisper', steps })).toMatchObject({ caption: { title: 'Said to them' }, spoken: null });
});

test('a step that is done keeps how long it took', () => {
  const steps = [step('dialing', 'done', { fromMs: start, toMs: after(2) }), step('ringing', 'failed', { fromMs: after(2), toMs: after(62) })];
  expect(card(500, { steps }).steps.map(({ time }) => time)).toEqual(['0:02', '1:00']);
});

test('time in conversation includes holds, which are also told by themselves', () => {
  const talking = { ...contact, stage: 'connected', connectedAtMs: start, heldMs: 30_000 } as const;
  expect(talkingSnapshot(talking, after(192), t)).toMatchObject({ time: '3:12', holdText: 'Held 0:30 in all', isHeld: false });
  expect(talkingSnapshot({ ...talking, heldSinceMs: after(180) }, after(192), t)).toMatchObject({ time: '3:12', holdText: 'On hold for 0:12', isHeld: true });
  expect(talkingSnapshot({ ...talking, heldMs: 0 }, after(192), t).holdText).toBeNull();
});

test('the course puts steps and conversation on one axis', () => {
  const rows = timelineRows({
    ...contact, stage: 'afterContactWork', stageSinceMs: after(100), connectedAtMs: after(40),
    steps: [step('accepted', 'done', { fromMs: start, toMs: start }), step('dialing', 'done', { fromMs: after(10), toMs: after(30) })],
  }, after(400), 'UTC', t);
  expect(rows.map(({ id, lasted, from, length }) => [id, lasted, from, length])).toEqual([
    ['accepted', '', 0, 0], ['dialing', '0:20', 0.1, 0.2], ['talking', '1:00', 0.4, 0.6],
  ]);
});
