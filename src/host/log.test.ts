import { expect, test } from 'vitest';
import { masked } from './log.ts';

test.each([
  ['call to +12065550142 failed', 'call to …42 failed'],
  ['+1 (206) 555-0142', '…42'],
  ['commit 12 after 1704886200000', 'commit 12 after …00'],
  ['nothing to hide in 3 of 12', 'nothing to hide in 3 of 12'],
])('in "%s" no telephone number is readable', (text, shown) => {
  expect(masked(text)).toBe(shown);
});
