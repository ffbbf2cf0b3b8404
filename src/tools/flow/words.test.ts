import { expect, test } from 'vitest';
import { readWishes } from './words.ts';

test('a check names files and folders', () => {
  expect(readWishes(['check', 'a.json', 'flows', '--json'])).toEqual({ verb: 'check', files: ['a.json', 'flows'], json: true });
});

test('a caller keys what is given for each entry, and comes with the rest', () => {
  const read = readWishes(['run', 'a.json', '--keys', '1,, 2065550142#', '--from=+12065550177', '--hours', 'closed', '--lambda', 'arn:x=a=b.json', '--lambda', 'arn:y=fails', '--attributes', 'a=1', '--attributes=b=x=y', '--type', 'customer_queue', '--seconds', '30']);
  expect(read).toEqual({
    verb: 'run', files: ['a.json'], json: false,
    caller: { keys: ['1', '', '2065550142#'], from: '+12065550177', hours: 'closed', lambdas: [['arn:x', 'a=b.json'], ['arn:y', 'fails']], attributes: { a: '1', b: 'x=y' }, type: 'CUSTOMER_QUEUE', seconds: 30 },
  });
});

test('a caller of whom nothing is said keys nothing, in open hours', () => {
  expect(readWishes(['run', 'a.json'])).toMatchObject({ caller: { keys: [], from: '+12065550142', hours: 'open', lambdas: [], attributes: {}, type: null, seconds: 600 } });
});

test.each<[readonly string[], string]>([
  [[], 'checked or run?'],
  [['walk'], '"walk" is neither check nor run'],
  [['check'], 'Which flow?'],
  [['run', '--json'], 'Which flow?'],
  [['check', 'a.json', '--keys', '1'], 'no option --keys of check'],
  [['run', 'a.json', '--speed', '1'], 'no option --speed of run'],
  [['run', 'a.json', '--constructor', '1'], 'no option --constructor of run'],
  [['run', 'a.json', '--keys'], '--keys needs a value'],
  [['run', 'a.json', '--keys', '1,x'], '"x" cannot be keyed'],
  [['run', 'a.json', '--from', '5550142'], '"5550142" is no telephone number'],
  [['run', 'a.json', '--hours', 'late'], '"late" is neither open nor closed'],
  [['run', 'a.json', '--lambda', 'arn'], '"arn" does not say what a function answers'],
  [['run', 'a.json', '--lambda', '=x.json'], '"=x.json" does not say'],
  [['run', 'a.json', '--lambda', 'arn='], '"arn=" does not say'],
  [['run', 'a.json', '--attributes', 'a'], '"a" is no attribute'],
  [['run', 'a.json', '--attributes', '=a'], '"=a" is no attribute'],
  [['run', 'a.json', '--type', 'SONG'], '"SONG" is no type of flow'],
  [['run', 'a.json', '--seconds', '0'], '"0" is no time to stay'],
  [['run', 'a.json', '--seconds', 'long'], '"long" is no time to stay'],
  [['run', 'a.json', '--seconds', '86401'], '"86401" is no time to stay'],
])('%j is refused in a sentence', (words, sentence) => {
  expect(readWishes(words)).toContain(sentence);
});
