/*
 * Sound through Web Audio. Rounds of a loop are booked on the audio clock and the end of one books the next, so a tab
 * in the background, whose timers the browser slows down, rings on time.
 */
import { sameLoop } from './audio.ts';
import type { Loop, Sounds } from './audio.ts';
import { cueNotes, loopTones } from './tones.ts';
import type { LoopTones, Note } from './tones.ts';

/** −12 dBFS: the loudest a single note may be. */
const peak = 10 ** (-12 / 20);
const attackS = 0.012;

/** Sound for a tab. `makeContext` is asked once, at the first need; it may throw where there is no audio. */
export function createWebSounds(makeContext: () => AudioContext = () => new AudioContext()): Sounds {
  let context: AudioContext | null | undefined;
  let master: GainNode | null = null;
  let volume = 1;
  let playing: { readonly loop: Loop; readonly stop: () => void } | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const changed of listeners) changed();
  };

  const open = (): AudioContext | null => {
    if (context !== undefined) return context;
    try {
      context = makeContext();
    } catch {
      // No audio in this browser or no device: the page says so and goes on in silence.
      context = null;
      return null;
    }
    master = context.createGain();
    master.gain.value = volume;
    master.connect(context.destination);
    context.addEventListener('statechange', tell);
    return context;
  };

  return {
    state: () => {
      const opened = open();
      return opened === null ? 'unavailable' : opened.state === 'running' ? 'ready' : 'locked';
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    unlock: () => {
      // A refusal keeps the state `locked`, which the page shows.
      open()?.resume().then(tell, tell);
    },
    setVolume: (percent) => {
      // The ear hears levels by ratio: squared, half way sounds like half.
      volume = (Math.min(100, Math.max(0, percent)) / 100) ** 2;
      if (context && master) master.gain.setTargetAtTime(volume, context.currentTime, 0.02);
    },
    loop: (loop) => {
      if (sameLoop(loop, playing?.loop ?? null)) return;
      playing?.stop();
      playing = null;
      const opened = loop === null ? null : open();
      if (loop !== null && opened !== null && master !== null) playing = { loop, stop: startLoop(opened, master, loopTones(loop)) };
    },
    cue: (cue) => {
      const opened = open();
      if (opened?.state === 'running' && master !== null) playNotes(opened, master, cueNotes[cue], opened.currentTime, 0);
    },
    close: () => {
      playing?.stop();
      playing = null;
      listeners.clear();
      void context?.close();
      context = null;
    },
  };
}

/** Plays rounds until the returned function is called; what sounds then fades at once. */
function startLoop(context: AudioContext, master: GainNode, tones: LoopTones): () => void {
  const out = context.createGain();
  out.connect(master);
  let stopped = false;
  const round = (index: number, atS: number): void => {
    if (stopped) return;
    playNotes(context, out, tones.notes, atS, tones.louderDb * Math.min(index, tones.roundsLouder - 1));
    const clock = context.createConstantSource();
    clock.addEventListener('ended', () => {
      clock.disconnect();
      // A context that was held has lost time; the next round starts now, not in the past.
      round(index + 1, Math.max(context.currentTime, atS + tones.everyMs / 1_000));
    });
    clock.connect(silentEnd(context));
    clock.start(atS);
    clock.stop(atS + (tones.everyMs - 50) / 1_000);
  };
  round(0, context.currentTime + tones.afterMs / 1_000);
  return () => {
    stopped = true;
    out.gain.setTargetAtTime(0, context.currentTime, 0.015);
  };
}

function playNotes(context: AudioContext, out: AudioNode, notes: readonly Note[], atS: number, louderDb: number): void {
  for (const { hz, atMs, forMs, db } of notes) {
    const from = atS + atMs / 1_000;
    const to = from + forMs / 1_000;
    const level = (peak * 10 ** (Math.min(0, db + Math.max(0, louderDb)) / 20)) / hz.length;
    const envelope = context.createGain();
    envelope.gain.setValueAtTime(0, from);
    envelope.gain.linearRampToValueAtTime(level, from + attackS);
    envelope.gain.setValueAtTime(level, Math.max(from + attackS, to - 4 * attackS));
    envelope.gain.linearRampToValueAtTime(0, to);
    envelope.connect(out);
    for (const frequency of hz) {
      const oscillator = context.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(envelope);
      oscillator.start(from);
      oscillator.stop(to);
    }
  }
}

/** A source runs only when it leads somewhere; this leads to silence. */
function silentEnd(context: AudioContext): GainNode {
  const end = context.createGain();
  end.gain.value = 0;
  end.connect(context.destination);
  return end;
}
