import { expect, test } from 'vitest';
import type { ConsultView } from '../../protocol/views.ts';
import { createText } from '../../text/create-text.ts';
import { askedSentence, consultSnapshot } from './consult-snapshot.ts';

const { t } = createText();
const ben: ConsultView = { kind: 'agent', who: 'Ben Okafor', takenBy: null, state: 'connected', sinceMs: 0, talk: 'third' };
const of = (change: Partial<ConsultView> = {}) => consultSnapshot({ ...ben, ...change }, t);

test('who hears whom is a sentence for each way of talking', () => {
  expect(of().sentence).toBe('You talk with Ben Okafor. The customer is on hold.');
  expect(of({ talk: 'customer' }).sentence).toBe('You talk with the customer. Ben Okafor is on hold.');
  expect(of({ talk: 'all' }).sentence).toBe('You, the customer and Ben Okafor talk together.');
});

test('before somebody answers it is told what is waited for', () => {
  expect(of({ kind: 'queue', who: 'Billing', state: 'waiting' })).toMatchObject({ sentence: 'Waiting for Billing. The customer is on hold.', leave: 'Leave now', drop: 'Stop asking', isConnected: false });
  expect(of({ kind: 'number', who: '+12065550187', state: 'ringing' }).sentence).toBe('It rings at +1 206 555 0187. The customer is on hold.');
});

test('in a queue it is the colleague who took it, once somebody has', () => {
  expect(of({ kind: 'queue', who: 'Billing', takenBy: 'Chloé Laurent' })).toMatchObject({ sentence: 'You talk with Chloé Laurent. The customer is on hold.', drop: 'Let Chloé Laurent go' });
});

test('changing over leads to the other one', () => {
  expect(of().swapTo).toBe('To customer');
  expect(of({ talk: 'customer' }).swapTo).toBe('To Ben Okafor');
});

test('who was asked is told with whom they are, until whoever asked has left', () => {
  expect(askedSentence({ fromAgent: 'Ana Martins', fromAgentTalks: 'customer' }, t)).toBe('Ana Martins talks with the customer. You are on hold.');
  expect(askedSentence({ fromAgent: 'Ana Martins', fromAgentTalks: null }, t)).toBeNull();
});
