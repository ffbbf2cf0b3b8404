import { useEffect, useMemo } from 'react';
import type { Sounds } from '../../devices/audio.ts';
import { phoneResource } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { usePrefs } from '../../store/prefs-context.tsx';
import { selectMastership, selectPhone } from '../../store/selectors.ts';

/** Rings while the phone rings, in the one tab of this phone that is heard; needs a click on the page before. */
export function useRing(sounds: Sounds, number: string): void {
  const { soundOn, volumePercent } = usePrefs();
  const phone = useLive(useMemo(() => selectPhone(number), [number]));
  const master = useLive(useMemo(() => selectMastership(phoneResource(number)), [number]));
  const isRinging = phone?.state === 'ringing';
  const isMaster = master?.mine ?? false;
  useEffect(() => {
    sounds.setVolume(volumePercent);
    sounds.loop(isRinging && isMaster && soundOn ? { name: 'inboundOffer' } : null);
    return () => {
      sounds.loop(null);
    };
  }, [sounds, isRinging, isMaster, soundOn, volumePercent]);
  useEffect(() => {
    const unlock = (): void => {
      sounds.unlock();
    };
    window.addEventListener('pointerdown', unlock, { once: true });
    window.addEventListener('keydown', unlock, { once: true });
    return () => {
      window.removeEventListener('pointerdown', unlock);
      window.removeEventListener('keydown', unlock);
    };
  }, [sounds]);
}
