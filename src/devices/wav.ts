import { millisecondsOf, startsWith } from './audio-facts.ts';
import type { AudioFacts, AudioFault, AudioReading } from './audio-facts.ts';

const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
/** The kind stands in the first two bytes of a longer name, later in the same chunk. */
const EXTENSIBLE = 0xfffe;

/** What writers put who do not know the length when they begin. */
const UNKNOWN_LENGTH = 0xffff_ffff;

interface Shape {
  readonly encoding: AudioFacts['encoding'];
  readonly channels: number;
  readonly sampleRate: number;
  readonly bytesPerFrame: number;
}

/** Reads a RIFF/WAVE file: chunk by chunk until its sound is found. */
export function readWav(bytes: Uint8Array): AudioReading {
  if (!startsWith(bytes, 'WAVE', 8)) return no(bytes.length < 12 ? 'corrupt' : 'otherFormat');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let shape: Shape | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (startsWith(bytes, 'fmt ', at)) {
      const read = shapeOf(view, body, length);
      if (typeof read === 'string') return no(read);
      shape = read;
    }
    if (startsWith(bytes, 'data', at)) return shape === null ? no('corrupt') : durationOf(shape, length, bytes.length - body);
    // Chunks begin at even places.
    at = body + length + (length % 2);
  }
  return no(shape === null ? 'corrupt' : 'noSound');
}

function shapeOf(view: DataView, body: number, length: number): Shape | AudioFault {
  if (length < 16 || body + 16 > view.byteLength) return 'corrupt';
  const written = view.getUint16(body, true);
  const isExtensible = written === EXTENSIBLE;
  if (isExtensible && (length < 26 || body + 26 > view.byteLength)) return 'corrupt';
  const kind = isExtensible ? view.getUint16(body + 24, true) : written;
  const channels = view.getUint16(body + 2, true);
  const sampleRate = view.getUint32(body + 4, true);
  const bits = view.getUint16(body + 14, true);
  const encoding = encodingOf(kind, bits);
  if (encoding === null) return 'encoding';
  if (channels < 1 || channels > 32 || sampleRate < 1000 || sampleRate > 768_000) return 'corrupt';
  const bytesPerFrame = (channels * bits) / 8;
  return view.getUint16(body + 12, true) === bytesPerFrame ? { encoding, channels, sampleRate, bytesPerFrame } : 'corrupt';
}

function encodingOf(kind: number, bits: number): AudioFacts['encoding'] | null {
  if (kind === PCM && [8, 16, 24, 32].includes(bits)) return 'PCM';
  if (kind === FLOAT && [32, 64].includes(bits)) return 'float';
  if (kind === MU_LAW && bits === 8) return 'µ-law';
  return kind === A_LAW && bits === 8 ? 'A-law' : null;
}

function durationOf({ encoding, channels, sampleRate, bytesPerFrame }: Shape, written: number, there: number): AudioReading {
  const length = written === UNKNOWN_LENGTH || written === 0 ? there : written;
  if (length > there) return no('cutShort');
  const frames = Math.floor(length / bytesPerFrame);
  if (frames === 0) return no('noSound');
  return { ok: true, facts: { format: 'WAV', encoding, sampleRate, channels, durationMs: millisecondsOf(frames, sampleRate) } };
}

const no = (why: AudioFault): AudioReading => ({ ok: false, why });
