import { expect, test } from 'vitest';
import { answeringWay, answeringWays, behaviorFor } from './answering.ts';

test('each way of answering is read back from the behavior it sets', () => {
  expect(answeringWays.map((way) => answeringWay(behaviorFor(way).does))).toEqual([...answeringWays]);
});

test('a phone that answers by itself rings for five seconds first and stays on the line', () => {
  expect(behaviorFor('answers')).toEqual({ does: 'answers', afterMs: 5_000, hangsUpAfterMs: null });
});

test('a behavior that only a story sets is no choice', () => {
  expect(answeringWay('networkFault')).toBeNull();
});
