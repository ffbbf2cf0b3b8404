import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSsml } from './ssml.ts';

const read = (markup: string) => readSsml(`<speak>${markup}</speak>`);

describe('a pause', () => {
  test.each<[string, number]>([
    ['<break/>', 250], ['<break time="2s"/>', 2000], ['<break time="1.5s"/>', 1500], ['<break time=\'300ms\'/>', 300], ['<break time="90s"/>', 10_000],
    ['<break strength="none"/>', 0], ['<break strength="x-weak"/>', 0], ['<break strength="weak"/>', 250], ['<break strength="medium"/>', 250],
    ['<break strength="strong"/>', 500], ['<break strength="x-strong"/>', 1000], ['<break strength="endless"/>', 250], ['<break time="soon"/>', 250],
    ['<break time="1s"></break>', 1000], ['<p>One</p><p>Two</p>', 2000], ['<s>One</s>', 500], ['One', 0],
  ])('of %s is %d ms', (markup, ms) => {
    expect(read(markup).pausesMs).toBe(ms);
  });
});

describe('the pace of speech', () => {
  test.each<[string, number]>([
    ['', 1], ['rate="x-slow"', 0.5], ['rate="slow"', 0.75], ['rate="medium"', 1], ['rate="fast"', 1.25], ['rate="x-fast"', 1.5], ['rate="unheard"', 1],
    ['rate="50%"', 0.5], ['rate="200%"', 2], ['rate="900%"', 2], ['rate="5%"', 0.2], ['rate="+20%"', 1.2], ['rate="-20%"', 0.8], ['volume="loud" pitch="high"', 1],
  ])('with prosody %s is %d', (attributes, rate) => {
    expect(read(`<prosody ${attributes}>twelve chars</prosody>`).characters).toBeCloseTo(12 / rate);
  });

  test('within another pace is the product of both, and ends with its element', () => {
    const { characters } = read('<prosody rate="50%">ab<prosody rate="50%">cd</prosody>ef</prosody>gh');
    expect(characters).toBe(2 * 2 + 2 * 4 + 2 * 2 + 2);
  });
});

describe('what is said', () => {
  test.each<[string, string]>([
    ['Hello,\n  <emphasis>John</emphasis>', 'Hello, John'],
    ['un<emphasis>believ</emphasis>able', 'unbelievable'],
    ['One<break/>two<p>three</p>four', 'One two three four'],
    ['<say-as interpret-as="telephone">+1 (206) 555</say-as>.', '+1 2 0 6 5 5 5.'],
    ['<say-as interpret-as="digits">12-3</say-as>', '1 2 3'],
    ['<say-as interpret-as="characters">AB 1</say-as>', 'A B 1'],
    ['<say-as interpret-as="spell-out">cat</say-as>', 'c a t'],
    ['<say-as interpret-as="date" format="mdy">2024</say-as>', '2024'],
    ['<say-as>2024</say-as>', '2024'],
    ['<sub alias="World Wide Web">WWW</sub> now', 'World Wide Web now'],
    ['<sub alias="one &amp; all">a<sub alias="x">b</sub><lang>c</lang></sub>', 'one & all'],
    ['<sub>WWW</sub>', 'WWW'],
    ['<lang xml:lang="fr-FR">Bonjour</lang> <w role="amazon:VB">read</w> <phoneme alphabet="ipa" ph="x">tomato</phoneme>', 'Bonjour read tomato'],
    ['<amazon:effect name="whispered">psst</amazon:effect><mark name="here"/>!', 'psst!'],
    ['<unheard-of deep="1">Hi</unheard-of>', 'Hi'],
    ['fish &amp; chips &lt;3 &quot;&apos;', 'fish & chips <3 "\''],
    ['<!-- quietly -->Hi', 'Hi'],
    ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
    ['<p>left open<s>twice</p> on', 'left open twice on'],
    ['</p>closed only', 'closed only'],
    ['<prosody rate="slow"/>as ever', 'as ever'],
  ])('by %s is “%s”', (markup, text) => {
    expect(read(markup).text).toBe(text);
  });

  test('character by character takes its time', () => {
    expect(read('<say-as interpret-as="digits">123</say-as>').characters).toBe(14);
  });
});

test('any text is read, and never longer than it is', () => {
  const piece = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('<speak>', '</speak>', '<p>', '</p>', '<prosody rate="50%">', '</prosody>', '<sub alias="x">', '</sub>', '<say-as interpret-as="characters">', '</say-as>', '<break time="1s"/>', '<', '>', '"', '&amp;', '<!--', '-->'));
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
    const { text, characters, pausesMs } = readSsml(pieces.join(''));
    expect(text).toBe(text.replace(/\s+/g, ' ').trim());
    expect(characters).toBeGreaterThanOrEqual(0);
    expect(pausesMs).toBeLessThanOrEqual(20 * 1000);
  }));
});

test('tags are told apart: those that change what is heard, and those that are passed over', () => {
  const { read: known, ignored } = readSsml('<speak><P>a<BREAK/></P><s>b</s><sub alias="c">d</sub><prosody rate="slow">e</prosody><say-as interpret-as="digits">1</say-as><w>f</w><audio src="x"/></speak>');
  expect([known, ignored]).toEqual([['speak', 'p', 'break', 's', 'sub', 'prosody', 'say-as'], ['w', 'audio']]);
});
