import { describe, expect, test } from 'vitest';
import { idFromName, makeId } from './ids.ts';

/** Version 4, variant 1, as consumers of contact records check them. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  test('have the shape of random UUIDs', () => {
    for (let count = 0; count < 5000; count++) expect(makeId(count * 31, 'contact', count)).toMatch(UUID);
    expect(makeId(1, 'contact', 0xffff_ffff)).toMatch(UUID);
    expect(idFromName('queue', 'Billing')).toMatch(UUID);
  });

  test('of one kind never meet', () => {
    expect(new Set(Array.from({ length: 100_000 }, (_, count) => makeId(7, 'contact', count))).size).toBe(100_000);
  });

  test('of different kinds and seeds do not meet either', () => {
    const ids = ['contact', 'offer', 'line', 'callback'].flatMap((kind) => [1, 2, 3].flatMap((seed) => Array.from({ length: 5000 }, (_, count) => makeId(seed, kind, count))));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of names are those that earlier journals hold', () => {
    expect([idFromName('queue', 'Billing'), idFromName('agent', 'ana')]).toEqual(['ab2fd993-4638-4732-ab73-a4b91d7b30ec', '8ffdb6cb-4b3e-491e-aab9-2b9983b16481']);
  });

  test('of names are the same everywhere, and differ by kind and name', () => {
    expect(idFromName('queue', 'Billing')).toBe(idFromName('queue', 'Billing'));
    const ids = ['queue', 'flow', 'agent'].flatMap((kind) => Array.from({ length: 2000 }, (_, index) => idFromName(kind, `name ${index}`)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
