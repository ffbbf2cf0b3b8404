import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import type { ClipPlayer } from '../devices/clip-player.ts';
import type { PlayingView } from '../protocol/views.ts';
import { readEngineNow } from '../store/engine-time.ts';
import { useLiveReader } from '../store/live-context.tsx';
import { must } from '../store/must.ts';
import { usePrefs } from '../store/prefs-context.tsx';
import { selectClock } from '../store/selectors.ts';

const PlayerContext = createContext<ClipPlayer | null>(null);

/** Makes the tab's player of recordings reachable below. */
export function PlayerProvider({ player, children }: { readonly player: ClipPlayer; readonly children: ReactNode }) {
  // Browsers let nothing sound before the page was touched: what is on by then joins in.
  useEffect(() => {
    for (const gesture of ['pointerdown', 'keydown'] as const) window.addEventListener(gesture, player.retry);
    return () => {
      for (const gesture of ['pointerdown', 'keydown'] as const) window.removeEventListener(gesture, player.retry);
    };
  }, [player]);
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

/** The tab's player of recordings: one, so that two are never heard at once. */
export function usePlayer(): ClipPlayer {
  return must(useContext(PlayerContext), 'PlayerProvider');
}

/** Lets the tab sound what is being played, at this device's volume; silent in all tabs of a person but one. */
export function usePlaying(playing: PlayingView | null, isHeard: boolean): void {
  const player = usePlayer();
  const live = useLiveReader();
  const { soundOn, speechOn, volumePercent } = usePrefs();
  const sounds = isHeard && soundOn && speechOn ? playing : null;
  useEffect(() => {
    player.setVolume(volumePercent);
  }, [player, volumePercent]);
  useEffect(() => {
    player.show(sounds, sounds === null ? 0 : readEngineNow(selectClock(live.getState())) - sounds.sinceMs);
  }, [player, live, sounds]);
  useEffect(() => () => {
    player.show(null, 0);
  }, [player]);
}
