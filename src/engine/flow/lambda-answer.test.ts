import { expect, test } from 'vitest';
import { readLambdaAnswer } from './lambda-answer.ts';

test('an answer is a JSON object', () => {
  expect(readLambdaAnswer('{"status": "open", "list": [1, null]}')).toEqual({ ok: true, value: { status: 'open', list: [1, null] } });
});

test.each([
  ['', 'Nothing is written'],
  ['[1]', 'this is a list'],
  ['"open"', 'this is text'],
  ['{\n  "status" open}', 'in line 2, column 12 a colon is expected'],
  ['{"a":'.repeat(60), 'nested more than 50 deep'],
  [`{"text": "${'ü'.repeat(17_000)}"}`, 'more than 32768 bytes'],
  [`{"text": "${'€'.repeat(11_000)}"}`, 'more than 32768 bytes'],
  [`{"text": "${'😀'.repeat(8_300)}"}`, 'more than 32768 bytes'],
])('anything else is refused in words: %#', (text, words) => {
  const read = readLambdaAnswer(text);
  expect(read.ok ? null : read.refusal).toContain(words);
});
