import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('the example of docs/testing.md is the test that is run', () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(read('docs/testing.md')) ?? [];
  expect(example).toBe(read('e2e/example.spec.ts'));
});
