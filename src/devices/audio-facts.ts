/** What a sound file's bytes tell. */
export interface AudioFacts {
  readonly format: 'WAV' | 'MP3';
  readonly encoding: 'PCM' | 'float' | 'µ-law' | 'A-law' | 'MP3';
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Whole milliseconds, at least 1. */
  readonly durationMs: number;
}

/**
 * Why a file is not taken. `otherFormat`: sound, but neither WAV nor MP3; `encoding`: WAV or MP3 of a kind that browsers
 * do not play; `cutShort`: it says it is longer than it is; `noSound`: nothing lies between its head and its end.
 */
export type AudioFault = 'empty' | 'notAudio' | 'otherFormat' | 'encoding' | 'corrupt' | 'cutShort' | 'noSound' | 'tooLong' | 'tooLarge';

export type AudioReading = { readonly ok: true; readonly facts: AudioFacts } | { readonly ok: false; readonly why: AudioFault };

/** True when these characters stand at this place. */
export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Samples as whole milliseconds; sound that is there lasts at least one. */
export function millisecondsOf(samples: number, sampleRate: number): number {
  return Math.max(1, Math.round((samples * 1000) / sampleRate));
}
