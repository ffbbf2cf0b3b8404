import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { logHashes, type LogHashes, type SeedRange } from '../src/tools/log-hashes.ts';
import { expect, test } from './fixtures.ts';

/** RINGBACK_SAME_LOG_SEEDS=1000 compares more of them, a third of a second each on a busy machine; RINGBACK_SAME_LOG_FROM others. */
const SEEDS = Number(process.env['RINGBACK_SAME_LOG_SEEDS'] ?? 100);
const FIRST = Number(process.env['RINGBACK_SAME_LOG_FROM'] ?? 1);
const CONTACTS = 60;
const AT_A_TIME = 10;
const SCRIPT = '/same-log.js';

// Served by the test, to pages of the real build: nothing of it is shipped. A service worker would answer in its place.
test.use({ serviceWorkers: 'block' });

test(`${SEEDS} random centers have one journal each, in Node and in a worker of the page, however time is cut`, async ({ context, page }) => {
  test.setTimeout(60_000 + SEEDS * 2000);
  const script = await workerScript();
  await context.route(`**${SCRIPT}`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.goto('/');
  const differing: unknown[] = [];
  const seen = new Set<number>();
  for (let done = 0; done < SEEDS; done += AT_A_TIME) {
    const range = { from: FIRST + done, seeds: Math.min(AT_A_TIME, SEEDS - done), contacts: CONTACTS };
    const inPage = await hashesInWorker(page, range);
    logHashes(range).forEach((inNode, index) => {
      seen.add(inNode.byDeadline);
      const all = [inNode, inPage[index]].flatMap((hashes) => [hashes?.byDeadline, hashes?.inStrides, hashes?.inPieces]);
      if (new Set(all).size > 1) differing.push({ inNode, inPage: inPage[index] });
    });
  }
  expect(differing).toEqual([]);
  expect(seen.size, 'journals that differ from one another').toBe(SEEDS);
});

function hashesInWorker(page: Page, range: SeedRange): Promise<readonly LogHashes[]> {
  return page.evaluate(([url, range]) => new Promise<readonly LogHashes[]>((resolve, reject) => {
    const worker = new Worker(url);
    worker.addEventListener('message', ({ data }: MessageEvent<readonly LogHashes[]>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => { reject(new Error(message)); });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window: it has no origin to name
    worker.postMessage(range);
  }), [SCRIPT, range] as const);
}

/** The explorer, bundled for a worker that answers a range of seeds with their hashes. */
async function workerScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../src/tools/log-hashes.ts', import.meta.url));
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'ringbackLogs' } },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('The bundler watches instead of building.');
  return `${first.output[0].code}\nonmessage = ({ data }) => { postMessage(ringbackLogs.logHashes(data)); };\n`;
}
