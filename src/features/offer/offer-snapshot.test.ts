import { expect, test } from 'vitest';
import type { OfferView } from '../../protocol/views.ts';
import { createText } from '../../text/create-text.ts';
import { offerSnapshot } from './offer-snapshot.ts';

const { t } = createText();
const madeAtMs = Date.UTC(2026, 10, 3, 19, 39, 0);
const offer: OfferView = {
  id: 'O1', contactId: 'C1', kind: 'callback', fromAgent: null, customerName: 'John Doe', maskedNumber: '+1 ••• ••• ••42', reason: 'an invoice', queueName: 'Inbound queue',
  askedAtMs: madeAtMs - 2 * 3_600_000, enqueuedAtMs: madeAtMs - 21_000, attempt: 2, attemptsMax: 3, callerId: '+18005550199',
  customerZone: 'America/New_York', madeAtMs, expiresAtMs: madeAtMs + 20_000, can: ['accept', 'reject'],
};
const at = (seconds: number, change: Partial<OfferView> = {}) => offerSnapshot({ ...offer, ...change }, madeAtMs + seconds * 1_000, 'America/Los_Angeles', t);
const fact = (id: string, change: Partial<OfferView> = {}) => at(0, change).facts.find((each) => each.id === id);

test('a callback says which attempt it is, an inbound call that it is one', () => {
  expect(at(0).kicker).toBe('Callback · attempt 2 of up to 3');
  expect(at(0, { attemptsMax: null }).kicker).toBe('Callback · attempt 2');
  expect(at(0, { kind: 'inbound', attempt: null, attemptsMax: null }).kicker).toBe('Inbound call');
});

test('the countdown follows the deadline, in words and as a part', () => {
  expect(at(0)).toMatchObject({ secondsText: '20 s', part: 1, over: false });
  expect(at(6)).toMatchObject({ secondsText: '14 s', part: 0.7 });
  expect(at(19.5)).toMatchObject({ secondsText: '1 s', over: false });
  expect(at(20)).toMatchObject({ secondsText: '0 s', part: 0, over: true });
  expect(at(600)).toMatchObject({ secondsText: '0 s', part: 0, over: true });
});

test('the tab’s title counts down with the card', () => {
  expect(at(6).documentTitle).toBe('14 s · Callback – John Doe');
  expect(at(6, { customerName: null }).documentTitle).toBe('14 s · Callback – +1 ••• ••• ••42');
});

test('asking is told in the center’s time with its age, the customer’s time in theirs', () => {
  expect(fact('asked')).toMatchObject({ label: 'Asked', value: '09:39', note: '(2 h ago)' });
  expect(fact('theirTime')).toMatchObject({ value: 'Tue 14:39' });
  expect(fact('waited')).toMatchObject({ value: '21 s' });
  expect(fact('queue')).toMatchObject({ value: 'Inbound queue' });
  expect(fact('showAs')).toMatchObject({ value: '+1 800 555 0199', number: { spoken: '+1 8 0 0 5 5 5 0 1 9 9' } });
});

test('what is not known is left out', () => {
  expect(fact('theirTime', { customerZone: null })).toBeUndefined();
  expect(fact('showAs', { callerId: null })).toBeUndefined();
  expect(at(0, { reason: null }).reason).toBeNull();
});

test('the announcement does not change while the time runs', () => {
  expect(at(13).announcement).toBe(at(0).announcement);
  expect(at(0).announcement).toMatch(/^Callback · attempt 2 of up to 3: John Doe\. An invoice\. 20 seconds to accept\./);
  expect(at(0, { customerName: null, reason: null }).announcement).toContain('number ending in 4 2');
});
