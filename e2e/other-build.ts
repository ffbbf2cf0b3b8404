import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };

/** A page asks for the newer build's HTML with this header; the files below it have names of their own. */
export const asksForNewer = { 'x-build': 'newer' };

/** Two builds of the page at one origin, as while a new one is rolled out: the older by default. */
export async function servedTwice(): Promise<{ readonly url: string; readonly close: () => void }> {
  const folders = { older: build('older', 1), newer: build('newer', 2) };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const own = request.headers['x-build'] === 'newer' ? folders.newer : folders.older;
    const asked = extname(pathname) === '' ? '/index.html' : pathname;
    const file = [own, folders.older, folders.newer].map((folder) => join(folder, asked)).find((path) => existsSync(path));
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': types[extname(asked)] ?? 'text/plain', 'Cache-Control': 'no-store' });
    response.end(file === undefined ? 'Not found' : readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

function build(name: string, atMs: number): string {
  const folder = join(root, 'e2e/artifacts/builds', name);
  execFileSync('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], { cwd: root, env: { ...process.env, RINGBACK_BUILD_AT_MS: String(atMs) } });
  return folder;
}
