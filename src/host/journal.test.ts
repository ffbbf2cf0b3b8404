import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { indexedDbJournal } from './journal-indexeddb.ts';
import { emptyDisk, memoryJournal } from './journal-memory.ts';
import { journalContract } from './journal.contract.ts';

journalContract('memory', () => {
  const disk = emptyDisk();
  return {
    open: () => memoryJournal(disk),
    spoil: (change) => {
      if ('meta' in change) disk.meta = change.meta;
      if (change.commits) disk.commits = change.commits;
      return Promise.resolve();
    },
    salvagedNames: () => Promise.resolve([...disk.salvaged.keys()]),
  };
});

let beds = 0;
journalContract('IndexedDB', () => {
  beds += 1;
  const name = `bed-${beds}`;
  return {
    open: () => indexedDbJournal(name),
    spoil: async (change) => {
      const db = await openDB(name);
      if ('meta' in change) await db.put('meta', change.meta, 'meta');
      if (change.commits) {
        await db.clear('commits');
        for (const [index, commit] of change.commits.entries()) await db.put('commits', [commit], index + 1);
      }
      db.close();
    },
    salvagedNames: async () => {
      const db = await openDB(name);
      const names = (await db.getAllKeys('salvaged')).map(String);
      db.close();
      return names;
    },
  };
});

const build = { id: 'b', atMs: 1 };

test('a database of a later version was written by a newer build', async () => {
  (await openDB('later', 2)).close();
  expect(await indexedDbJournal('later').claim(build)).toMatchObject({ state: 'newerBuild' });
});

test('a database with other stores is not ours and is left alone', async () => {
  (await openDB('foreign', 1, { upgrade: (db) => { db.createObjectStore('recipes'); } })).close();
  expect(await indexedDbJournal('foreign').claim(build)).toMatchObject({ state: 'unavailable' });
});

test('a full disk is a value, and the journal works again when there is room', async () => {
  const disk = emptyDisk();
  const journal = memoryJournal(disk);
  await journal.claim(build);
  disk.fault = 'full';
  expect(await journal.append({ commits: [], meta: null })).toMatchObject({ ok: false, why: 'full' });
  disk.fault = null;
  expect(await journal.append({ commits: [], meta: null })).toEqual({ ok: true });
});
