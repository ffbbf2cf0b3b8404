import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from './schema.ts';

test('the published JSON Schema is the one that the parser has (npm run -s scenario -- --schema > public/scenario.schema.json)', () => {
  const published: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../public/scenario.schema.json'), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});
