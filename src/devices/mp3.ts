/*
 * MPEG audio, layer III (ISO/IEC 11172-3, 13818-3, and the unofficial 2.5 for low rates). The frames are counted one by
 * one, which is exact for constant and variable rates; a Xing, Info or VBRI frame at the beginning tells how many there
 * should be, and LAME's note in it how many samples at both ends are the encoder's own.
 */
import { millisecondsOf, startsWith } from './audio-facts.ts';
import type { AudioFault, AudioReading } from './audio-facts.ts';

const kbpsOfMpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const kbpsOfMpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** By the header's version bits; 1 is reserved. */
const ratesOfVersion = [[11_025, 12_000, 8000], [], [22_050, 24_000, 16_000], [44_100, 48_000, 32_000]];
const MPEG_1 = 3;
const LAYER_3 = 1;
const MONO = 3;

/** How far into a file the first frame may begin, behind tags and padding. */
const SEARCH_BYTES_MAX = 256 * 1024;
/** Whoever cuts files loses a frame at an end: that is no damage. */
const FRAMES_LOST_MAX = 2;

interface Frame {
  readonly sampleRate: number;
  readonly channels: number;
  readonly samples: number;
  readonly bytes: number;
  /** Where a Xing or Info note would begin, from the frame's start. */
  readonly noteAt: number;
}

/** Reads an MP3 file by counting its frames. */
export function readMp3(bytes: Uint8Array): AudioReading {
  const start = afterTags(bytes);
  const first = findFirst(bytes, start);
  if (first === null) return no(start > 0 ? 'noSound' : 'notAudio');
  if (typeof first === 'string') return no(first);
  const { at, frame } = first;
  const note = noteIn(bytes, at, frame);
  const frames = countFrames(bytes, note === null ? at : at + frame.bytes, frame);
  if (frames === 0) return no('noSound');
  if (note !== null && note.frames !== null && frames + FRAMES_LOST_MAX < note.frames) return no('cutShort');
  const samples = frames * frame.samples - (note?.samplesToDrop ?? 0);
  if (samples <= 0) return no('noSound');
  return { ok: true, facts: { format: 'MP3', encoding: 'MP3', sampleRate: frame.sampleRate, channels: frame.channels, durationMs: millisecondsOf(samples, frame.sampleRate) } };
}

/** Behind the ID3v2 tags at the beginning; their length is written in groups of seven bits. */
function afterTags(bytes: Uint8Array): number {
  let at = 0;
  while (startsWith(bytes, 'ID3', at) && at + 10 <= bytes.length) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10);
    const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0;
    at += 10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + (hasFooter ? 10 : 0);
  }
  return at;
}

/** The first frame with another one, or the end, right behind it: two bytes that look like a beginning prove nothing. */
function findFirst(bytes: Uint8Array, start: number): { readonly at: number; readonly frame: Frame } | AudioFault | null {
  const end = Math.min(bytes.length - 4, start + SEARCH_BYTES_MAX);
  let otherLayer = false;
  for (let at = start; at <= end; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const frame = frameAt(bytes, at);
    if (frame === null) {
      otherLayer ||= at === start && isOtherLayer(bytes, at);
      continue;
    }
    const next = at + frame.bytes;
    if (isEnd(bytes, next) || isAlike(frame, frameAt(bytes, next))) return { at, frame };
  }
  return otherLayer ? 'encoding' : null;
}

/** Counts whole frames; what is not one is passed over, as decoders do. */
function countFrames(bytes: Uint8Array, from: number, like: Frame): number {
  let count = 0;
  for (let at = from; at + 4 <= bytes.length; ) {
    const frame = bytes[at] === 0xff ? frameAt(bytes, at) : null;
    if (isAlike(like, frame)) {
      if (at + frame.bytes > bytes.length) return count;
      count += 1;
      at += frame.bytes;
    } else {
      at += 1;
    }
  }
  return count;
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = bytes.subarray(at, at + 4);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || ((kind >> 1) & 3) !== LAYER_3) return null;
  const version = (kind >> 3) & 3;
  const sampleRate = ratesOfVersion[version]?.[(rates >> 2) & 3];
  const kbps = (version === MPEG_1 ? kbpsOfMpeg1 : kbpsOfMpeg2)[rates >> 4];
  // Rate 0 leaves the length of a frame open ("free format"): hardly any player knows it.
  if (sampleRate === undefined || kbps === undefined || kbps === 0) return null;
  const samples = version === MPEG_1 ? 1152 : 576;
  const channels = mode >> 6 === MONO ? 1 : 2;
  const sideBytes = version === MPEG_1 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  return { sampleRate, channels, samples, bytes: Math.floor((samples * kbps * 125) / sampleRate) + ((rates >> 1) & 1), noteAt: 4 + sideBytes };
}

function isAlike(one: Frame, other: Frame | null): other is Frame {
  return other !== null && other.sampleRate === one.sampleRate && other.samples === one.samples;
}

/** Layer I or II: MPEG audio, but not what MP3 means. */
function isOtherLayer(bytes: Uint8Array, at: number): boolean {
  const kind = bytes[at + 1] ?? 0;
  return (kind & 0xe0) === 0xe0 && (kind & 6) !== 0 && (kind & 0x18) !== 8;
}

const isEnd = (bytes: Uint8Array, at: number): boolean => at === bytes.length || startsWith(bytes, 'TAG', at) || startsWith(bytes, 'APETAGEX', at);

/** What the encoder noted in a first frame that is none of the sound; null: it is an ordinary one. */
function noteIn(bytes: Uint8Array, at: number, frame: Frame): { readonly frames: number | null; readonly samplesToDrop: number } | null {
  const body = bytes.subarray(at, at + frame.bytes);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const read = (place: number): number | null => (place + 4 <= body.length ? view.getUint32(place) : null);
  if (startsWith(body, 'VBRI', 36)) return { frames: read(36 + 14), samplesToDrop: 0 };
  const from = frame.noteAt;
  if (!startsWith(body, 'Xing', from) && !startsWith(body, 'Info', from)) return null;
  const has = read(from + 4) ?? 0;
  const frames = (has & 1) === 0 ? null : read(from + 8);
  const lameAt = from + 8 + ((has & 1) === 0 ? 0 : 4) + ((has & 2) === 0 ? 0 : 4) + ((has & 4) === 0 ? 0 : 100) + ((has & 8) === 0 ? 0 : 4);
  if (!startsWith(body, 'LAME', lameAt) && !startsWith(body, 'Lav', lameAt)) return { frames, samplesToDrop: 0 };
  const [a = 0, b = 0, c = 0] = body.subarray(lameAt + 21, lameAt + 24);
  return { frames, samplesToDrop: ((a << 4) | (b >> 4)) + (((b & 15) << 8) | c) };
}

const no = (why: AudioFault): AudioReading => ({ ok: false, why });
