import { expect, test } from 'vitest';
import type { CaptionView } from '../../protocol/views.ts';
import { voiceOrder } from './spoken.ts';

const speech = (atMs: number, text: string): CaptionView => ({ atMs, text, kind: 'speech' });
const key = (atMs: number): CaptionView => ({ atMs, text: '1', kind: 'keys' });
const music: CaptionView = { atMs: 5, text: '', kind: 'music' };
const hello = speech(1, 'Hello.');

test('new speech is said in one breath', () => {
  expect(voiceOrder([hello], [hello, music, speech(9, 'Press 1.'), speech(9, 'Press 2.')])).toEqual({ kind: 'say', text: 'Press 1. Press 2.' });
});

test('without anything new the voice goes on', () => {
  expect(voiceOrder([hello], [hello])).toEqual({ kind: 'goOn' });
  expect(voiceOrder([hello], [hello, music])).toEqual({ kind: 'goOn' });
});

test('a caption dropped at the front makes nothing new', () => {
  expect(voiceOrder([hello, speech(2, 'Press 1.')], [speech(2, 'Press 1.')])).toEqual({ kind: 'goOn' });
});

test('a pressed key cuts the prompt short, and only what follows it is said', () => {
  expect(voiceOrder([hello], [hello, key(3)])).toEqual({ kind: 'hush' });
  expect(voiceOrder([hello], [hello, speech(2, 'Press 1.'), key(3)])).toEqual({ kind: 'hush' });
  expect(voiceOrder([hello], [hello, key(3), speech(4, 'Thank you.')])).toEqual({ kind: 'say', text: 'Thank you.' });
});

test('a voice that has just been switched on begins with the latest prompt', () => {
  expect(voiceOrder(null, [hello, speech(2, 'Press 1.'), music])).toEqual({ kind: 'say', text: 'Press 1.' });
  expect(voiceOrder(null, [music])).toEqual({ kind: 'goOn' });
});

test('a recording is heard itself: the voice falls silent for it, and reads only what is none', () => {
  const recording: CaptionView = { atMs: 4, text: 'Good day.', kind: 'speech', recorded: 'Greeting' };
  expect(voiceOrder([hello], [hello, recording])).toEqual({ kind: 'hush' });
  expect(voiceOrder([hello], [hello, recording, speech(4, 'Press 1.')])).toEqual({ kind: 'say', text: 'Press 1.' });
  expect(voiceOrder(null, [hello, recording])).toEqual({ kind: 'say', text: 'Hello.' });
});
