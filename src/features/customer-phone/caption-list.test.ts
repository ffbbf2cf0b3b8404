import { expect, test } from 'vitest';
import type { CaptionView } from '../../protocol/views.ts';
import { nameCaptions } from './caption-list.ts';

const speech = (atMs: number, text: string): CaptionView => ({ atMs, text, kind: 'speech' });
const music: CaptionView = { atMs: 5, text: 'Music', kind: 'music' };

test('a caption keeps its name when older ones are dropped', () => {
  const list = [speech(1, 'Hello'), speech(1, 'Press 1'), music, speech(9, 'Hello')];
  const after = nameCaptions(list.slice(2)).map(({ key }) => key);
  expect(after).toEqual(nameCaptions(list).slice(2).map(({ key }) => key));
});

test('equal captions of one instant have different names', () => {
  const keys = nameCaptions([speech(1, 'Hello'), speech(1, 'Hello')]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});
