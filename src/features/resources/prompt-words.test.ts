import { expect, test } from 'vitest';
import { createText } from '../../text/create-text.ts';
import { freeName, kindOf, nameOfFile, readSeconds, secondsWord, sizeWords, usageWords } from './prompt-words.ts';

const { t } = createText();

test('a prompt with a recording is one, whatever it says', () => {
  const recording = { ClipId: 'c', FileName: 'f', Format: 'WAV', Bytes: 1 } as const;
  expect([kindOf({ Kind: 'music', Recording: recording }), kindOf({ Kind: 'speech', Recording: null }), kindOf({ Kind: 'silence', Recording: null })]).toEqual(['recording', 'text', 'silence']);
});

test('lengths and sizes are told as finely as they matter', () => {
  expect([1234, 2000, 61_500, 61_234, 10_040].map(secondsWord)).toEqual(['1.23', '2', '61.5', '61.2', '10.0']);
  expect([999, 37_564, 52_428_800, 10.7e9].map((bytes) => sizeWords(bytes, t))).toEqual(['999 bytes', '38 kB', '52.4 MB', '10.7 GB']);
});

test('a new recording is called like its file, and never like another prompt', () => {
  expect([nameOfFile('hold_music-1.WAV'), nameOfFile('.mp3'), nameOfFile('a.b.mp3')]).toEqual(['hold music-1', '', 'a.b']);
  expect([freeName('Hello', []), freeName('Hello', ['HELLO', 'hello 2']), freeName(' ', ['?'])]).toEqual(['Hello', 'Hello 3', '? 2']);
});

test('seconds may be typed with either decimal sign, and within bounds', () => {
  expect(['1.5', '1,5', ' 2 ', '0.1', '', '-1', '1e3', '0', '301', 'x'].map((typed) => readSeconds(typed, 0.1, 300))).toEqual([1500, 1500, 2000, 100, null, null, null, null, null, null]);
});

test('a use names the flow and how often', () => {
  expect(usageWords({ FlowId: 'f', Name: 'Main', Type: 'CONTACT_FLOW', Actions: 1 }, t)).toBe('Main (1 action)');
  expect(usageWords({ FlowId: 'm', Name: 'Ask', Type: 'MODULE', Actions: 2 }, t)).toBe('module Ask (2 actions)');
});
