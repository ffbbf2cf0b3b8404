import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Where a Chromium was found; `how` is one of three places, in the order in which they are asked. */
export type FoundChromium = { readonly path: string; readonly how: 'CHROMIUM_PATH' | 'this system' | 'Playwright' };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Finds a Chromium that can be run: the one asked for by `CHROMIUM_PATH`, the system's, or Playwright's own download. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): FoundChromium | undefined {
  const asked = env['CHROMIUM_PATH'];
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROMIUM_PATH is "${asked}", and there is no program there that can be run.`);
    return { path: asked, how: 'CHROMIUM_PATH' };
  }
  const folders = (env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin').filter(Boolean);
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path) return { path, how: 'this system' };
  }
  const downloaded = chromium.executablePath();
  return downloaded && existsSync(downloaded) ? { path: downloaded, how: 'Playwright' } : undefined;
}

/**
 * Finds a Chromium and installs one where there is none, saying what it does.
 * Throws when the installation fails: without a browser the end-to-end tests prove nothing.
 */
export function ensureChromium(env: Readonly<Record<string, string | undefined>>, say: (line: string) => void): FoundChromium {
  const found = findChromium(env);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing the system package (apt-get install chromium).');
    const updated = ranQuietly('apt-get', ['update', '-qq']);
    const ran = updated && ranQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    if (!ran) say('The system package could not be installed.');
    // Ubuntu's package is a stub for a snap, which may leave nothing that runs: then Playwright's download follows.
    const installed = findChromium(env);
    if (installed) return installed;
  }
  say('No Chromium here: downloading Playwright’s (playwright install chromium).');
  spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit' });
  const downloaded = findChromium(env);
  if (!downloaded) throw new Error('Chromium could not be installed. Install one and name it in CHROMIUM_PATH.');
  return downloaded;
}

function ranQuietly(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
