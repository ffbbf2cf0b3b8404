import { beforeEach, describe, expect, test } from 'vitest';
import type { PlayingView } from '../protocol/views.ts';
import { fakeTime } from '../testing/fake-time.ts';
import { createClipPlayer } from './clip-player.ts';
import type { ClipPlayer } from './clip-player.ts';

let log: string[];
let time: ReturnType<typeof fakeTime>;
let player: ClipPlayer;
let mayPlay: boolean;

beforeEach(() => {
  log = [];
  time = fakeTime();
  mayPlay = true;
  player = createClipPlayer({
    read: async (clipId) => (clipId === 'gone' ? null : new Blob([clipId])),
    open: (clip) => {
      let name = '';
      return {
        play: async (fromMs, volume) => {
          name = await clip.text();
          log.push(`${time.now()} ${name} from ${fromMs} at ${volume}`);
          return mayPlay;
        },
        setVolume: () => undefined,
        stop: () => void log.push(`${time.now()} ${name} ends`),
      };
    },
    wall: time,
    timer: time,
  });
});

const part = (clipId: string | null, durationMs: number): PlayingView['parts'][number] => ({ clipId, name: clipId, durationMs });
const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const pass = async (ms: number): Promise<void> => {
  time.advance(ms);
  await settle();
};

describe('a recording', () => {
  test('sounds for exactly the length that the center gives it', async () => {
    const from = time.now();
    player.show({ sinceMs: 0, parts: [part('a', 1234)], loops: false }, 0);
    await settle();
    await pass(1233);
    expect(log).toEqual([`${from} a from 0 at 1`]);
    await pass(1);
    expect(log).toEqual([`${from} a from 0 at 1`, `${from + 1234} a ends`]);
    expect(player.heard()).toEqual([{ clipId: 'a', name: 'a', durationMs: 1234, how: 'played' }]);
  });

  test('goes on where it is for whoever comes later, and is over for whoever comes too late', async () => {
    player.show({ sinceMs: 0, parts: [part('a', 1000), part('b', 5000)], loops: false }, 3000);
    await settle();
    player.show({ sinceMs: 1, parts: [part('c', 1000)], loops: false }, 1000);
    await settle();
    expect(log.map((line) => line.replace(/^\d+ /, ''))).toEqual(['b from 2000 at 1', 'b ends']);
  });

  test('that is shown again goes on; another takes its place at once', async () => {
    const one: PlayingView = { sinceMs: 0, parts: [part('a', 1000)], loops: false };
    player.show(one, 0);
    await settle();
    player.show({ ...one }, 500);
    player.show({ sinceMs: 5, parts: [part('b', 1000)], loops: false }, 0);
    await settle();
    player.show(null, 0);
    expect(log.map((line) => line.replace(/^\d+ /, ''))).toEqual(['a from 0 at 1', 'a ends', 'b from 0 at 1', 'b ends']);
    expect(player.heard().map(({ how }) => how)).toEqual(['stopped', 'stopped']);
  });

  test('that is not here, or may not sound, is silent and takes its time all the same', async () => {
    player.show({ sinceMs: 0, parts: [part('gone', 100), part('a', 200)], loops: false }, 0);
    await settle();
    mayPlay = false;
    await pass(100);
    await pass(200);
    expect(player.heard().map(({ clipId, how }) => [clipId, how])).toEqual([['gone', 'missing'], ['a', 'silent']]);
  });

  test('that was refused sounds from where it is once somebody has clicked', async () => {
    mayPlay = false;
    player.show({ sinceMs: 0, parts: [part('a', 5000)], loops: false }, 0);
    await settle();
    await pass(2000);
    mayPlay = true;
    player.retry();
    await settle();
    player.retry();
    await pass(3000);
    player.retry();
    expect(log.map((line) => line.replace(/^\d+ /, ''))).toEqual(['a from 0 at 1', 'a ends', 'a from 2000 at 1', 'a ends']);
    expect(player.heard().map(({ how }) => how)).toEqual(['silent', 'played']);
  });

  test('tells whoever began it of its end, and at once where it cannot be heard', async () => {
    const told: string[] = [];
    const news = { over: () => void told.push('over'), unheard: () => void told.push('unheard') };
    player.show({ sinceMs: 0, parts: [part('gone', 100), part('a', 200)], loops: false }, 0, news);
    await settle();
    expect(told).toEqual(['unheard']);
    await pass(100);
    await pass(200);
    expect(told).toEqual(['unheard', 'over']);
    player.show({ sinceMs: 1, parts: [part('a', 200)], loops: false }, 0, news);
    player.show(null, 0);
    await pass(200);
    expect(told).toHaveLength(2);
  });

  test('is as loud as was asked', async () => {
    player.setVolume(50);
    player.show({ sinceMs: 0, parts: [part('a', 100)], loops: false }, 0);
    await settle();
    expect(log[0]).toMatch(/at 0\.25$/);
  });
});

describe('a loop', () => {
  test('begins anew at its end, pauses and all, until it is taken away', async () => {
    const from = time.now();
    player.show({ sinceMs: 0, parts: [part(null, 500), part('a', 1000)], loops: true }, 0);
    await settle();
    for (let round = 0; round < 4; round += 1) {
      await pass(500);
      await pass(1000);
    }
    player.close();
    await pass(10_000);
    expect(log.filter((line) => line.includes('from')).map((line) => Number(line.split(' ')[0]) - from)).toEqual([500, 2000, 3500, 5000]);
  });

  test('of nothing does nothing', async () => {
    player.show({ sinceMs: 0, parts: [part('a', 0)], loops: true }, 0);
    await pass(10_000);
    expect(log).toEqual([]);
  });
});
