import type { ClipSound } from './clip-player.ts';

/** A recording through the browser's own player: it knows every kind of WAV and MP3 that it says it knows. */
export function openWebClip(clip: Blob): ClipSound {
  const address = URL.createObjectURL(clip);
  const audio = new Audio();
  audio.preload = 'auto';
  audio.src = address;
  return {
    play: async (fromMs, volume) => {
      audio.volume = volume;
      if (fromMs > 0) audio.currentTime = fromMs / 1000;
      try {
        await audio.play();
        return true;
      } catch {
        // The browser waits for a click, or has no decoder for it: the caption remains.
        return false;
      }
    },
    setVolume: (volume) => {
      audio.volume = volume;
    },
    stop: () => {
      audio.pause();
      audio.removeAttribute('src');
      URL.revokeObjectURL(address);
    },
  };
}
