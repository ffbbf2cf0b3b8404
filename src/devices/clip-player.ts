/*
 * Recordings in a tab. What should be heard is a function of what is shown: parts one after the other, each for exactly
 * the length the center gives it, from where they are by now. What cannot be played is silent and its caption remains.
 */
import type { Timer, WallClock } from '../protocol/ports.ts';
import type { PlayingView } from '../protocol/views.ts';
import type { HeardRecording } from '../protocol/automation.ts';

/** One recording, ready to sound. */
export interface ClipSound {
  /** From so many ms in, at a volume of 0–1; false when it cannot be heard: no right to sound yet, or no such decoder. */
  readonly play: (fromMs: number, volume: number) => Promise<boolean>;
  readonly setVolume: (volume: number) => void;
  /** Ends it and lets go of its bytes. */
  readonly stop: () => void;
}

/** What a player needs of the world. */
export interface ClipPorts {
  /** The bytes of a recording; null: they are not here. */
  readonly read: (clipId: string) => Promise<Blob | null>;
  readonly open: (clip: Blob) => ClipSound;
  readonly wall: WallClock;
  readonly timer: Timer;
}

export interface ClipPlayer {
  /** Sounds this and nothing else; null ends it. The same again changes nothing. `elapsedMs`: how long it is on already. */
  readonly show: (playing: PlayingView | null, elapsedMs: number, told?: PlayerNews) => void;
  /** 0–100; 0 is silent. */
  readonly setVolume: (percent: number) => void;
  /** Tries again what the browser would not let sound: call from within a click or key handler. */
  readonly retry: () => void;
  /** What was to be heard in this tab so far, oldest first. */
  readonly heard: () => readonly HeardRecording[];
  readonly close: () => void;
}

/** What whoever began something may want to know of it. */
export interface PlayerNews {
  /** It has come to its end by itself. */
  readonly over: () => void;
  /** A part of it cannot be heard here. */
  readonly unheard: () => void;
}

type Part = PlayingView['parts'][number];

/** Less than this into a part it is begun at its beginning: that is the way from the center to here. */
const BEGUN_MS = 400;
/** A loop of nothing would spin. */
const LOOP_MS_MIN = 50;
const HEARD_MAX = 200;

const nobody: PlayerNews = { over: () => undefined, unheard: () => undefined };

/** A player over a browser's sound. */
export function createClipPlayer({ read, open, wall, timer }: ClipPorts): ClipPlayer {
  let shown = 'null';
  let volume = 1;
  let stop: () => void = () => undefined;
  /** Set while a part is on that was refused. */
  let again: (() => void) | null = null;
  let heard: readonly HeardRecording[] = [];
  let current: ClipSound | null = null;

  const note = (part: Part, how: HeardRecording['how']): void => {
    heard = [...heard, { clipId: part.clipId ?? '', name: part.name ?? '', durationMs: part.durationMs, how }].slice(-HEARD_MAX);
  };

  /** Plays one part from within; the returned function ends it before its time. */
  const begin = (part: Part, fromMs: number, news: PlayerNews): (() => void) => {
    const beganAtMs = wall.now() - fromMs;
    let sound: ClipSound | null = null;
    let isOver = false;
    const end = (how: HeardRecording['how']): void => {
      isOver = true;
      again = null;
      if (sound !== null) note(part, how);
      sound?.stop();
      if (current === sound) current = null;
    };
    const cancel = timer.at(beganAtMs + part.durationMs, () => {
      end('played');
      news.over();
    });
    const start = async (clipId: string, skipMs: number): Promise<void> => {
      const clip = await read(clipId).catch(() => null);
      if (isOver) return;
      if (clip === null) {
        note(part, 'missing');
        news.unheard();
        return;
      }
      const opened = open(clip);
      const plays = await opened.play(skipMs, volume);
      if (isOver || !plays) {
        opened.stop();
        if (isOver) return;
        note(part, 'silent');
        news.unheard();
        again = () => {
          again = null;
          void start(clipId, wall.now() - beganAtMs);
        };
        return;
      }
      sound = opened;
      current = opened;
      opened.setVolume(volume);
    };
    if (part.clipId !== null) void start(part.clipId, fromMs);
    return () => {
      cancel();
      end('stopped');
    };
  };

  const run = ({ parts, loops }: PlayingView, elapsedMs: number, { over, unheard }: PlayerNews): void => {
    const totalMs = parts.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const mayLoop = loops && totalMs >= LOOP_MS_MIN;
    const step = (index: number, fromMs: number): void => {
      const part = parts[index];
      if (part !== undefined) {
        stop = begin(part, fromMs, { over: () => step(index + 1, 0), unheard });
      } else if (mayLoop) {
        step(0, 0);
      } else {
        stop = () => undefined;
        over();
      }
    };
    let restMs = mayLoop ? elapsedMs % totalMs : elapsedMs;
    const index = parts.findIndex(({ durationMs }) => {
      if (restMs < durationMs) return true;
      restMs -= durationMs;
      return false;
    });
    step(index < 0 ? parts.length : index, restMs < BEGUN_MS ? 0 : restMs);
  };

  return {
    show: (playing, elapsedMs, told = nobody) => {
      const next = JSON.stringify(playing);
      if (next === shown) return;
      shown = next;
      stop();
      stop = () => undefined;
      if (playing !== null) run(playing, Math.max(0, elapsedMs), told);
    },
    setVolume: (percent) => {
      // The ear hears levels by ratio, as for all other sounds here.
      volume = (Math.min(100, Math.max(0, percent)) / 100) ** 2;
      current?.setVolume(volume);
    },
    retry: () => again?.(),
    heard: () => heard,
    close: () => {
      shown = 'null';
      stop();
      stop = () => undefined;
    },
  };
}
