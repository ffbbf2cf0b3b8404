/* A day of callbacks in one worker of a browser, where a center lives: how long it takes, and how much memory the page then has. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import type { WorkerRun } from '../bench/in-worker.ts';
import { golden } from '../bench/workload.ts';
import { ensureChromium } from './chromium.ts';

const AGENTS = 1000;
const KIBIBYTES_A_MEBIBYTE = 1024;

/** Runs it and says what it cost. Reads the memory of the renderer from /proc, so on Linux alone. */
export async function measureBrowser(contacts: number): Promise<void> {
  const script = await workerScript();
  const server = createServer((request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { path } = ensureChromium(process.env, console.log);
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const browser = await chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const run: WorkerRun = await page.evaluate(asking(contacts, AGENTS));
    const expected = golden[`${contacts}x${AGENTS}`];
    if (expected && (expected.connected !== run.connected || expected.failed !== run.failed)) throw new Error(`the worker did other work: ${JSON.stringify(run)}`);
    const told = (count: number): string => count.toLocaleString('en');
    console.log(`${told(contacts)} callbacks, ${told(run.contacts)} contacts, ${told(run.facts)} facts in one worker of Chromium ${browser.version()}: ${(run.tookMs / 1000).toFixed(1)} s, ${((run.tookMs * 1e6) / run.events).toFixed(0)} ns per event, ${await peakMebibytes(browser)} MiB resident at the most`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** What the page is to do, as text: this file is compiled for Node, which has no such workers. */
const asking = (contacts: number, agents: number): string => `new Promise((resolve, reject) => {
  const worker = new Worker('/worker.js');
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage([${contacts}, ${agents}]);
})`;

/** The largest of the browser's renderers, at its largest. */
async function peakMebibytes(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
  return (Math.max(...peaks) / KIBIBYTES_A_MEBIBYTE).toFixed(0);
}

async function workerScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../bench/in-worker.ts', import.meta.url));
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'ringbackBench' } },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('The bundler watches instead of building.');
  return `${first.output[0].code}\nonmessage = ({ data: [contacts, agents] }) => { postMessage(ringbackBench.runInWorker(contacts, agents)); };\n`;
}
