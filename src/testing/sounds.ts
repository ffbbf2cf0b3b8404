import type { AudioFacts } from '../devices/audio-facts.ts';

interface WavAsk {
  readonly frames: number;
  readonly sampleRate?: number;
  readonly channels?: number;
  readonly encoding?: Exclude<AudioFacts['encoding'], 'MP3'>;
  readonly bits?: number;
  /** Bytes of a chunk that stands before the sound and means nothing here. */
  readonly noteBytes?: number;
}

const kinds = { PCM: 1, float: 3, 'A-law': 6, 'µ-law': 7 } as const;

/** A WAV file with a hum in it. */
export function wavFile({ frames, sampleRate = 8000, channels = 1, encoding = 'PCM', bits = encoding === 'PCM' ? 16 : encoding === 'float' ? 32 : 8, noteBytes = 0 }: WavAsk): Uint8Array<ArrayBuffer> {
  const frameBytes = (channels * bits) / 8;
  const data = Uint8Array.from({ length: frames * frameBytes }, (_, at) => 128 + Math.round(100 * Math.sin(at / 9)));
  const note = noteBytes === 0 ? [] : [...word('LIST'), ...little(noteBytes, 4), ...zeros(noteBytes + (noteBytes % 2))];
  const format = [
    ...word('fmt '), ...little(16, 4), ...little(kinds[encoding], 2), ...little(channels, 2), ...little(sampleRate, 4), ...little(sampleRate * frameBytes, 4), ...little(frameBytes, 2), ...little(bits, 2),
  ];
  const body = [...word('WAVE'), ...format, ...note, ...word('data'), ...little(data.length, 4)];
  return Uint8Array.from([...word('RIFF'), ...little(body.length + data.length, 4), ...body, ...data]);
}

interface Mp3Ask {
  readonly frames: number;
  /** Bits 4–7 of the third byte, by turns: rates of the frames. */
  readonly rates?: readonly number[];
  /** A first frame that counts the others; LAME's drops the samples that the encoder added. */
  readonly note?: { readonly kind: 'Xing' | 'Info' | 'VBRI'; readonly frames: number; readonly drop?: readonly [start: number, end: number] };
  /** Bytes of an ID3v2 tag before everything. */
  readonly tagBytes?: number;
}

const kbps = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

/** An MP3 file of MPEG 1, 44.1 kHz, mono, silent. */
export function mp3File({ frames, rates = [5], note, tagBytes = 0 }: Mp3Ask): Uint8Array<ArrayBuffer> {
  const frame = (rate: number): number[] => {
    const length = Math.floor((1152 * (kbps[rate] ?? 0) * 125) / 44_100);
    return [0xff, 0xfb, rate << 4, 0xc4, ...zeros(length - 4)];
  };
  const noted = (): number[] => {
    if (note === undefined) return [];
    const body = frame(9);
    if (note.kind === 'VBRI') body.splice(36, 18, ...word('VBRI'), ...big(1, 2), 0, 0, 0, 0, ...big(0, 4), ...big(note.frames, 4));
    else body.splice(21, 12, ...word(note.kind), ...big(1, 4), ...big(note.frames, 4));
    const [start, end] = note.drop ?? [0, 0];
    if (note.drop) body.splice(33, 24, ...word('LAME3.100'), ...zeros(12), start >> 4, ((start & 15) << 4) | (end >> 8), end & 255);
    return body;
  };
  const tag = tagBytes === 0 ? [] : [...word('ID3'), 4, 0, 0, 0, 0, tagBytes >> 7, tagBytes & 127, ...zeros(tagBytes)];
  return Uint8Array.from([...tag, ...noted(), ...Array.from({ length: frames }, (_, at) => frame(rates[at % rates.length] ?? 5)).flat()]);
}

const word = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const little = (value: number, bytes: number): number[] => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256);
const big = (value: number, bytes: number): number[] => little(value, bytes).reverse();

/** So many bytes of silence. */
export const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
