import { expect, test } from 'vitest';
import type { CaptionView } from '../../protocol/views.ts';
import { nameCaptions, newSpeech } from './caption-list.ts';

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

test('only speech that has just been added is new', () => {
  const before = [speech(1, 'Hello')];
  expect(newSpeech(before, [...before, music, speech(9, 'Press 1'), speech(9, 'Press 2')])).toEqual(['Press 1', 'Press 2']);
  expect(newSpeech(before, before)).toEqual([]);
});

test('a dropped caption makes nothing new', () => {
  expect(newSpeech([speech(1, 'Hello'), speech(2, 'Press 1')], [speech(2, 'Press 1')])).toEqual([]);
});
