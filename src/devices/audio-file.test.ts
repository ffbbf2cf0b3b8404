import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mp3File, wavFile, zeros } from '../testing/sounds.ts';
import { CLIP_BYTES_MAX, readAudio } from './audio-file.ts';

const lasts = (bytes: Uint8Array): number | string => {
  const read = readAudio(bytes);
  return read.ok ? read.facts.durationMs : read.why;
};
const edited = (bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array => {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
};

describe('a WAV file', () => {
  test.each([
    ['PCM', 16, 1], ['PCM', 8, 2], ['PCM', 24, 1], ['PCM', 32, 2], ['float', 32, 1], ['µ-law', 8, 1], ['A-law', 8, 2],
  ] as const)('of %s, %i bits and %i channels lasts as long as its frames', (encoding, bits, channels) => {
    expect(readAudio(wavFile({ frames: 9876, sampleRate: 8000, encoding, bits, channels }))).toEqual({
      ok: true, facts: { format: 'WAV', encoding, sampleRate: 8000, channels, durationMs: 1235 },
    });
  });

  test('may hold other chunks, of odd length too', () => {
    expect(lasts(wavFile({ frames: 4000, noteBytes: 27 }))).toBe(500);
  });

  test('may name its kind in the longer form', () => {
    const plain = wavFile({ frames: 4000, encoding: 'µ-law' });
    const long = Uint8Array.from([...plain.slice(0, 16), 40, 0, 0, 0, 0xfe, 0xff, ...plain.slice(22, 36), 22, 0, 8, 0, 0, 0, 0, 0, 7, ...zeros(15), ...plain.slice(36)]);
    expect(readAudio(long)).toMatchObject({ ok: true, facts: { encoding: 'µ-law', durationMs: 500 } });
  });

  test('whose writer did not know the length goes to the end', () => {
    const file = wavFile({ frames: 4000 });
    expect([lasts(edited(file, 40, 255, 255, 255, 255)), lasts(edited(file, 40, 0, 0, 0, 0))]).toEqual([500, 500]);
  });

  test.each([
    ['cutShort', wavFile({ frames: 4000 }).slice(0, 2000)],
    ['noSound', wavFile({ frames: 0 })],
    ['noSound', wavFile({ frames: 4000 }).slice(0, 36)],
    ['corrupt', wavFile({ frames: 4000 }).slice(0, 30)],
    ['corrupt', wavFile({ frames: 4000 }).slice(0, 7)],
    ['corrupt', edited(wavFile({ frames: 4000 }), 22, 0, 0)],
    ['corrupt', edited(wavFile({ frames: 4000 }), 24, 0, 0, 0, 0)],
    ['corrupt', edited(wavFile({ frames: 4000 }), 32, 7, 0)],
    ['corrupt', edited(wavFile({ frames: 4000 }), 12, 120)],
    ['encoding', edited(wavFile({ frames: 4000 }), 20, 0x11, 0)],
    ['otherFormat', edited(wavFile({ frames: 4000 }), 8, 65, 86, 73, 32)],
    ['tooLong', wavFile({ frames: 5 * 60 * 1000 + 1, sampleRate: 1000, encoding: 'µ-law' })],
  ])('is refused as %s', (why, file) => {
    expect(lasts(file)).toBe(why);
  });
});

describe('an MP3 file', () => {
  test('lasts as long as its frames, at one rate or many', () => {
    const one = Math.round((100 * 1152 * 1000) / 44_100);
    expect([lasts(mp3File({ frames: 100 })), lasts(mp3File({ frames: 100, rates: [1, 9, 14] })), lasts(mp3File({ frames: 100, tagBytes: 2000 }))]).toEqual([one, one, one]);
    expect(readAudio(mp3File({ frames: 100 }))).toMatchObject({ facts: { format: 'MP3', sampleRate: 44_100, channels: 1 } });
  });

  test.each(['Xing', 'Info', 'VBRI'] as const)('does not count the frame that counts (%s)', (kind) => {
    expect(lasts(mp3File({ frames: 50, note: { kind, frames: 50 } }))).toBe(1306);
  });

  test('is without the samples that its encoder added at both ends', () => {
    expect(lasts(mp3File({ frames: 50, note: { kind: 'Xing', frames: 50, drop: [576, 1000] } }))).toBe(Math.round(((50 * 1152 - 1576) * 1000) / 44_100));
  });

  test('ends before notes behind it, and passes over what is no frame', () => {
    const file = mp3File({ frames: 20 });
    const [head, tail] = [file.slice(0, 208 * 10), file.slice(208 * 10)];
    expect(lasts(Uint8Array.from([...head, ...zeros(50), ...tail, ...new TextEncoder().encode('TAG'), ...zeros(125)]))).toBe(522);
  });

  test('of MPEG 2 has half as many samples a frame', () => {
    const frame = [0xff, 0xf3, 0x84, 0xc4, ...zeros(188)];
    expect(lasts(Uint8Array.from(Array.from({ length: 10 }, () => frame).flat()))).toBe(240);
  });

  test.each([
    ['cutShort', mp3File({ frames: 50, note: { kind: 'Xing', frames: 500 } })],
    ['noSound', mp3File({ frames: 0, note: { kind: 'Xing', frames: 0 } })],
    ['noSound', mp3File({ frames: 0, tagBytes: 100 })],
    ['encoding', Uint8Array.from([0xff, 0xfd, 0x80, 0xc4, ...zeros(600)])],
    ['tooLong', mp3File({ frames: 12_000, rates: [1] })],
  ])('is refused as %s', (why, file) => {
    expect(lasts(file)).toBe(why);
  });
});

describe('any file', () => {
  test('that is no sound, or sound of another kind, is told from one that is', () => {
    const text = (words: string): Uint8Array => new TextEncoder().encode(words);
    expect([lasts(new Uint8Array()), lasts(text('{"Version":"2019-10-30"}')), lasts(text('OggS and so on')), lasts(text('....ftypM4A ')), lasts(Uint8Array.from([0xff, 0xf1, 0x50, 0x80, 0, 0]))])
      .toEqual(['empty', 'notAudio', 'otherFormat', 'otherFormat', 'otherFormat']);
  });

  test('beyond the limit is not even looked at', () => {
    expect(lasts(new Uint8Array(CLIP_BYTES_MAX + 1))).toBe('tooLarge');
  });

  test('gets an answer, whatever its bytes', () => {
    const heads = fc.constantFrom('RIFF', 'RIFFxxxxWAVEfmt ', 'RIFFxxxxWAVEdata', 'ID3', '\u00ff\u00fb', '');
    fc.assert(fc.property(heads, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const read = readAudio(Uint8Array.from([...[...head].map((letter) => letter.charCodeAt(0)), ...rest]));
      expect(!read.ok || (Number.isInteger(read.facts.durationMs) && read.facts.durationMs >= 1)).toBe(true);
    }));
  });

  test('that was good and is damaged anywhere gets an answer, and never one beyond the limit', () => {
    const good = fc.constantFrom(wavFile({ frames: 300, noteBytes: 9 }), mp3File({ frames: 4, note: { kind: 'Xing', frames: 4, drop: [10, 10] }, tagBytes: 20 }));
    const damage = fc.array(fc.tuple(fc.nat({ max: 250 }), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(fc.property(good, damage, fc.nat({ max: 900 }), (file, holes, cut) => {
      const bytes = file.slice(0, file.length - cut);
      for (const [at, value] of holes) if (at < bytes.length) bytes[at] = value;
      const read = readAudio(bytes);
      expect(!read.ok || read.facts.durationMs <= 300_000).toBe(true);
    }));
  });
});
