import { expect, test } from 'vitest';
import { lambdaFaultsIn, lambdaFieldsOf, lambdaRequestOf, nameInArn, tidied } from './lambda-form.ts';

const arn = 'arn:aws:lambda:us-east-1:111122223333:function:isOpen:live';
const fields = lambdaFieldsOf({ of: 'new', arn, name: 'isOpen' });

test('a new answer begins as a function that returns at once', () => {
  expect(lambdaRequestOf(fields)).toEqual({ Arn: arn, Name: 'isOpen', DelayMs: 0, Answer: { Kind: 'returns', Json: '{\n  "status": "ok"\n}' } });
});

test('what is there comes into its own field, and goes back as it came', () => {
  const mocks = [
    { Arn: arn, Name: 'a', DelayMs: 1500, Answer: { Kind: 'returns', Json: '{}' }, UsedIn: [] }, { Arn: arn, Name: 'a', DelayMs: 0, Answer: { Kind: 'fails', Error: 'down' }, UsedIn: [] },
    { Arn: arn, Name: 'a', DelayMs: 0, Answer: { Kind: 'timesOut' }, UsedIn: [] },
  ] as const;
  for (const mock of mocks) {
    const { UsedIn: _uses, ...request } = mock;
    expect(lambdaRequestOf(lambdaFieldsOf({ of: 'mock', mock: { ...mock, UsedIn: [] } }))).toEqual(request);
  }
});

test('an ARN of its own, a name and a delay are needed; a function that never answers has no delay', () => {
  expect(lambdaFaultsIn({ ...fields, arn: ' ', name: '', delay: 'soon' }, [])).toEqual({ arn: 'arnMissing', name: 'nameMissing', delay: 'delayWrong' });
  expect(lambdaFaultsIn({ ...fields, kind: 'timesOut', delay: '' }, [])).toEqual({});
  expect(lambdaFaultsIn({ ...fields, delay: '601' }, [arn])).toEqual({ arn: 'arnTaken', delay: 'delayWrong' });
});

test('tidying keeps what is no JSON', () => {
  expect([tidied('{"a":1}'), tidied('{"a":')]).toEqual(['{\n  "a": 1\n}', '{"a":']);
});

test('a function is called by its own name', () => {
  expect([nameInArn(arn), nameInArn('${ask}')]).toEqual(['isOpen', '${ask}']);
});
