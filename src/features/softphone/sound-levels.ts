import type { Prefs } from '../../store/prefs.ts';

/** The four levels a person chooses from. */
export type SoundLevel = 'off' | 'quiet' | 'normal' | 'loud';

/** What each level stores. Off keeps the volume, so that on is as loud as before. */
export const levels: readonly { readonly id: SoundLevel; readonly prefs: Partial<Prefs> }[] = [
  { id: 'off', prefs: { soundOn: false } },
  { id: 'quiet', prefs: { soundOn: true, volumePercent: 35 } },
  { id: 'normal', prefs: { soundOn: true, volumePercent: 70 } },
  { id: 'loud', prefs: { soundOn: true, volumePercent: 100 } },
];

/** The level nearest to what is stored. */
export function levelOf(prefs: Pick<Prefs, 'soundOn' | 'volumePercent'>): SoundLevel {
  if (!prefs.soundOn || prefs.volumePercent === 0) return 'off';
  if (prefs.volumePercent <= 50) return 'quiet';
  return prefs.volumePercent <= 85 ? 'normal' : 'loud';
}
