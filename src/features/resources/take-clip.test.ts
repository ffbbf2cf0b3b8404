import { describe, expect, test } from 'vitest';
import type { PromptAnswer, SavePromptRequest } from '../../protocol/http-resources.ts';
import { memoryClips } from '../../store/clips.ts';
import type { ClipStore } from '../../store/clips.ts';
import { wavFile } from '../../testing/sounds.ts';
import { takeClip } from './take-clip.ts';
import type { ClipTarget, Taken } from './take-clip.ts';

const hello = new File([wavFile({ frames: 9876 })], 'hello_there.wav');
const brandNew: ClipTarget = { to: 'new', name: null, reference: null };
const prompt: PromptAnswer = { Id: 'p', Arn: 'a', Name: 'Greeting', Text: 'Good day.', Plain: 'Good day.', Kind: 'speech', DurationMs: 1000, IsPaced: false, UsedIn: [], Recording: { ClipId: 'old', FileName: 'old.wav', Format: 'WAV', Bytes: 3 } };

function bench(clips: ClipStore = memoryClips(), refuses = false) {
  const saved: SavePromptRequest[] = [];
  let count = 0;
  const take = (file: File, target: ClipTarget, taken: readonly string[] = []): Promise<Taken> =>
    takeClip(file, target, {
      clips, taken,
      newId: () => `clip-${(count += 1)}`,
      save: async (request) => {
        if (refuses) throw new Error('no');
        saved.push(request);
      },
    });
  return { clips, saved, take };
}

describe('a good file', () => {
  test('becomes a prompt of its name and its exact length, its bytes kept', async () => {
    const { clips, saved, take } = bench();
    expect(await take(hello, brandNew, ['Hello there'])).toEqual({ ok: true, name: 'hello there 2', durationMs: 1235 });
    expect(saved).toEqual([{ Name: 'hello there 2', Text: '', Kind: 'speech', DurationMs: 1235, Recording: { ClipId: 'clip-1', FileName: 'hello_there.wav', Format: 'WAV', Bytes: 19_796 } }]);
    expect((await clips.read('clip-1'))?.size).toBe(19_796);
  });

  test('becomes what saved flows ask for', async () => {
    const { saved, take } = bench();
    await take(hello, { to: 'new', name: 'Beep.wav', reference: 'arn:…/prompt/1' });
    expect(saved).toMatchObject([{ Name: 'Beep.wav', Reference: 'arn:…/prompt/1' }]);
  });

  test('takes the place of a prompt’s recording, whose bytes go once the new ones are named', async () => {
    const { clips, saved, take } = bench();
    await clips.keep({ id: 'old', fileName: 'old.wav', format: 'WAV', bytes: 3, durationMs: 1 }, Uint8Array.from([1, 2, 3]));
    await take(hello, { to: 'prompt', prompt });
    expect(saved).toMatchObject([{ Id: 'p', Name: 'Greeting', Text: 'Good day.', Kind: 'speech', DurationMs: 1235 }]);
    expect((await clips.list())?.map(({ id }) => id)).toEqual(['clip-1']);
  });
});

describe('a file that is not taken', () => {
  test.each([
    ['notAudio', new File(['{}'], 'flow.json'), memoryClips()],
    ['cutShort', new File([wavFile({ frames: 9876 }).slice(0, 500)], 'half.wav'), memoryClips()],
    ['full', hello, memoryClips('full')],
    ['denied', hello, memoryClips('denied')],
    ['tooLarge', Object.defineProperty(new File([], 'huge.wav'), 'size', { value: 60_000_000 }), memoryClips()],
    ['unreadable', Object.assign(new File(['x'], 'gone.wav'), { arrayBuffer: () => Promise.reject(new Error('gone')) }), memoryClips()],
  ])('says why (%s), and changes nothing', async (why, file, clips) => {
    const { saved, take } = bench(clips);
    expect(await take(file, brandNew)).toEqual({ ok: false, why });
    expect([saved, await clips.list()]).toEqual([[], []]);
  });

  test('because the center refused leaves no bytes behind, and the old recording where it was', async () => {
    const { clips, take } = bench(memoryClips(), true);
    await clips.keep({ id: 'old', fileName: 'old.wav', format: 'WAV', bytes: 3, durationMs: 1 }, Uint8Array.from([1, 2, 3]));
    expect(await take(hello, { to: 'prompt', prompt })).toMatchObject({ ok: false, why: 'notSaved' });
    expect((await clips.list())?.map(({ id }) => id)).toEqual(['old']);
  });
});
