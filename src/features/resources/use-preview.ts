import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClipPlayer } from '../../devices/clip-player.ts';
import type { Speech } from '../../devices/speech.ts';
import type { PromptAnswer } from '../../protocol/http-resources.ts';
import { usePrefs } from '../../store/prefs-context.tsx';

/** What a page can make heard. */
export interface Ears {
  readonly player: ClipPlayer;
  /** null where the browser has no voice. */
  readonly speech: Speech | null;
}

interface Preview {
  /** The prompt that is heard now. */
  readonly playingId: string | null;
  readonly play: (prompt: PromptAnswer) => void;
  readonly stop: () => void;
}

/** Lets one prompt at a time be heard here, for its own length, whatever the center's clock does. */
export function usePreview({ player, speech }: Ears, onUnheard: (prompt: PromptAnswer) => void): Preview {
  const { volumePercent } = usePrefs();
  const [playingId, setPlayingId] = useState<string | null>(null);
  const count = useRef(0);
  const stop = useCallback(() => {
    player.show(null, 0);
    speech?.say(null);
    setPlayingId(null);
  }, [player, speech]);
  // A page that goes away falls silent.
  useEffect(() => stop, [stop]);
  const play = (prompt: PromptAnswer): void => {
    stop();
    count.current += 1;
    player.setVolume(volumePercent);
    const part = { clipId: prompt.Recording?.ClipId ?? null, name: prompt.Name, durationMs: prompt.DurationMs };
    player.show({ sinceMs: count.current, parts: [part], loops: false }, 0, {
      over: () => {
        setPlayingId(null);
      },
      unheard: () => {
        onUnheard(prompt);
        stop();
      },
    });
    if (prompt.Recording === null) speech?.say(prompt.Plain);
    setPlayingId(prompt.Id);
  };
  return { playingId, play, stop };
}
