import { expect, test } from 'vitest';
import { createMastership } from './mastership.ts';

test('the first tab holds, the others wait', () => {
  const mastership = createMastership();
  mastership.join('ring:ana', 'one');
  mastership.join('ring:ana', 'two');
  expect(mastership.look('ring:ana', 'one')).toEqual({ mine: true, tabs: 2 });
  expect(mastership.look('ring:ana', 'two')).toEqual({ mine: false, tabs: 2 });
  expect(mastership.look('ring:ana', 'three')).toBeNull();
});

test('a dead tab passes on what it held, to whoever has waited longest', () => {
  const mastership = createMastership();
  for (const tab of ['one', 'two', 'three']) mastership.join('ring:ana', tab);
  mastership.leave('one');
  expect(mastership.look('ring:ana', 'two')).toEqual({ mine: true, tabs: 2 });
});

test('a tab that shares it can take it; a stranger cannot', () => {
  const mastership = createMastership();
  mastership.join('ring:ana', 'one');
  mastership.join('ring:ana', 'two');
  expect(mastership.take('ring:ana', 'two')).toBe(true);
  expect(mastership.look('ring:ana', 'one')?.mine).toBe(false);
  expect(mastership.take('ring:ana', 'stranger')).toBe(false);
});
