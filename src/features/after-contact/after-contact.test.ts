import { expect, test } from 'vitest';
import type { AgentView, ContactView, StatusView } from '../../protocol/views.ts';
import { createText } from '../../text/create-text.ts';
import { closedSnapshot } from './closed-snapshot.ts';
import { workSnapshot } from './work-snapshot.ts';

const { t } = createText();
const start = Date.UTC(2026, 10, 3, 19, 39, 0);
const after = (seconds: number): number => start + seconds * 1_000;
const status = (name: string): StatusView => ({ id: name, name, type: name === 'Available' ? 'ROUTABLE' : 'CUSTOM' });
const agent = { status: status('Available'), nextStatus: null } as unknown as AgentView;
const contact = {
  id: 'C1', kind: 'callback', stage: 'afterContactWork', stageSinceMs: start, customerName: 'John Doe', number: '+12065550142', attempt: 2, attemptsMax: 3,
  customerZone: 'America/New_York', connectedAtMs: after(-90), heldMs: 0, cause: 'customerHungUp', retryAtMs: null, workUntilMs: null,
} as unknown as ContactView;
const work = (seconds: number, change: Partial<ContactView> = {}, who: Partial<AgentView> = {}) => workSnapshot({ ...contact, ...change }, { ...agent, ...who }, after(seconds), t);
const closed = (change: Partial<ContactView>) => closedSnapshot({ ...contact, ...change }, agent, start, 'America/Los_Angeles', t);

test('limited work shows how much of its time is spent, and never more', () => {
  expect(work(30, { workUntilMs: after(120) })).toMatchObject({ spent: '0:30', limit: { text: '0:30 of 2:00', part: 0.25 } });
  expect(work(500, { workUntilMs: after(120) })).toMatchObject({ spent: '2:00', limit: { part: 1 } });
});

test('unlimited work counts on and says that nothing is offered meanwhile', () => {
  expect(work(3_700)).toMatchObject({ spent: '1:01:40', limit: null, means: 'No contact is offered to you until you are done.' });
});

test('who ended the conversation is told, and how long it was', () => {
  expect(work(5)).toMatchObject({ ended: 'The customer hung up.', talked: '1:30', held: '0:00' });
});

test('a next status is where the work leads', () => {
  expect(work(0, { workUntilMs: after(9) }, { nextStatus: status('Break') }).means).toContain('Break');
});

test('a missed callback went to the next agent and used no attempt', () => {
  expect(closed({ stage: 'missed', cause: 'missed' })).toMatchObject({
    tone: 'late', kicker: 'Missed · attempt 2 of 3', what: 'You did not accept in time.', consequence: 'It goes to the next agent; no attempt was used.', back: 'Back to Available',
  });
});

test('nobody answered: when it is tried again, in both times, and how many tries are left', () => {
  expect(closed({ stage: 'failed', cause: 'noAnswer', retryAtMs: after(13 * 60) })).toMatchObject({
    tone: 'late', what: 'We rang the customer for 60 seconds and nobody answered.', consequence: 'We try again at 11:52, their time 14:52. 1 try left.',
  });
});

test('the same time there and here is told once', () => {
  expect(closed({ stage: 'failed', cause: 'noAnswer', retryAtMs: after(780), customerZone: 'America/Los_Angeles' }).consequence).toMatch(/^We try again at 11:52\./);
});

test('a failure without a retry is final and looks it', () => {
  expect(closed({ stage: 'failed', cause: 'busy' })).toMatchObject({ tone: 'fault', what: 'The customer’s line was busy.', consequence: 'No further try is planned.' });
});

test('a rejected contact is told as the agent’s own choice', () => {
  expect(closed({ stage: 'rejected', cause: 'rejected' })).toMatchObject({ tone: 'fault', what: 'You rejected the contact.' });
});
