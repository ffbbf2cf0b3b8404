import type { Tone } from './tone.ts';
import tones from './tones.module.css';

/** The class that gives an element a tone's variables `--tone-band`, `--tone-text` and `--tone-edge`. */
export function toneClass(tone: Tone): string {
  return tones[tone] ?? '';
}
