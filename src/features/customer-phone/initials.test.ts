import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['John', 'J'],
  ['Ana María Pérez', 'AP'],
  ['  émile  zola ', 'ÉZ'],
  ['John 2', 'J'],
  ['李 雷', '李雷'],
  ['', '•'],
  [null, '•'],
])('the portrait of %s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
