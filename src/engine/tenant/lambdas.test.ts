import { expect, test } from 'vitest';
import { CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';
import type { LambdaMock } from './model.ts';

const open: LambdaMock = { arn: 'arn:aws:lambda:us-east-1:111122223333:function:isOpen', name: 'isOpen', delayMs: seconds(1), answer: { kind: 'returns', json: { open: 'yes' } } };
const other: LambdaMock = { ...open, arn: 'arn:aws:lambda:us-east-1:111122223333:function:other', name: 'other', answer: { kind: 'timesOut' } };

test('a saved mock is added, and takes the place of the one of its ARN', () => {
  const center = new CenterDriver().send({ type: 'lambda.save', lambda: open }).send({ type: 'lambda.save', lambda: other });
  center.send({ type: 'lambda.save', lambda: { ...open, answer: { kind: 'fails', error: 'down' } } });
  expect(center.center.config.instance.lambdas).toEqual([{ ...open, answer: { kind: 'fails', error: 'down' } }, other]);
});

test('a removed mock is gone, and must have been there', () => {
  const center = new CenterDriver().send({ type: 'lambda.save', lambda: open }).send({ type: 'lambda.save', lambda: other }).send({ type: 'lambda.remove', arn: open.arn });
  expect(center.center.config.instance.lambdas).toEqual([other]);
  expect(center.ask({ type: 'lambda.remove', arn: open.arn })).toEqual({ code: 'NO_SUCH_LAMBDA' });
});
