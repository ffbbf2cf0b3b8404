import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { indexedDbClips } from './clips-indexeddb.ts';
import type { RoomKeeper } from './clips-indexeddb.ts';
import { memoryClips } from './clips.ts';
import type { ClipFacts } from './clips.ts';

const facts: ClipFacts = { id: 'one', fileName: 'hello.wav', format: 'WAV', bytes: 3, durationMs: 1200 };
const later: ClipFacts = { ...facts, id: 'two', fileName: 'again.mp3', format: 'MP3' };
const bytes = Uint8Array.from([1, 2, 3]);
let count = 0;
let name = '';
beforeEach(() => {
  count += 1;
  name = `clips-${count}`;
});

describe.each([['IndexedDB', () => indexedDbClips(undefined, name)], ['memory', () => memoryClips()]])('recordings in %s', (where, make) => {
  test('are there again as they were kept', async () => {
    const clips = make();
    expect(await clips.keep(facts, bytes)).toEqual({ ok: true });
    const read = await clips.read('one');
    expect([read?.type, [...new Uint8Array((await read?.arrayBuffer()) ?? [])]]).toEqual(['audio/wav', [1, 2, 3]]);
    expect([await clips.read('none'), await clips.list()]).toEqual([null, [facts]]);
  });

  test('are gone once they are removed, and others stay', async () => {
    const clips = make();
    await clips.keep(facts, bytes);
    await clips.keep(later, bytes);
    expect((await clips.list())?.length).toBe(2);
    await clips.remove('one');
    await clips.remove('none');
    expect([await clips.read('one'), await clips.list()]).toEqual([null, [later]]);
  });

  test.runIf(where === 'IndexedDB')('outlive the page, by name', async () => {
    await make().keep(facts, bytes);
    await make().keep(later, bytes);
    expect(await make().list()).toEqual([later, facts]);
  });
});

describe('a browser', () => {
  test('without room or without storage refuses, and loses nothing', async () => {
    const clips = indexedDbClips(undefined, name);
    await clips.keep(facts, bytes);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const full = await clips.keep({ ...facts, fileName: 'other.wav' }, bytes);
    put.mockRestore();
    expect([full, await clips.list()]).toEqual([{ ok: false, why: 'full' }, [facts]]);

    const db = await openDB(`${name}-newer`, 99);
    db.close();
    const denied = indexedDbClips(undefined, `${name}-newer`);
    expect([await denied.keep(facts, bytes), await denied.read('one'), await denied.list(), await denied.remove('one')]).toEqual([{ ok: false, why: 'denied' }, null, null, undefined]);
  });

  test('that says how much room there is, is believed; one that does not, is not guessed for', async () => {
    const keeper = (estimate: RoomKeeper['estimate']): RoomKeeper => ({ estimate, persist: async () => true });
    expect(await indexedDbClips(keeper(async () => ({ usage: 5, quota: 100 })), name).room()).toEqual({ used: 5, most: 100 });
    const broken = keeper(() => Promise.reject(new Error('no')));
    expect([await indexedDbClips(undefined, name).room(), await indexedDbClips(broken, name).room(), await indexedDbClips(keeper(async () => ({})), name).room()]).toEqual([null, null, null]);
  });

  test('is asked to throw nothing away once there is something, and need not agree', async () => {
    let asked = 0;
    const clips = indexedDbClips({ estimate: async () => ({}), persist: () => Promise.reject(new Error(`no ${(asked += 1)}`)) }, name);
    await clips.list();
    expect(asked).toBe(0);
    expect([await clips.keep(facts, bytes), asked]).toEqual([{ ok: true }, 1]);
  });

  test('whose storage holds something else has no such recording', async () => {
    const clips = indexedDbClips(undefined, name);
    await clips.keep(facts, bytes);
    const db = await openDB(name, 1);
    await db.put('facts', { id: 'odd' }, 'odd');
    await db.put('bytes', 'text', 'one');
    db.close();
    expect([await clips.list(), await clips.read('one'), await clips.read('odd')]).toEqual([[facts], null, null]);
  });
});
