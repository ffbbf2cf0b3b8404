import { defineConfig } from '@playwright/test';
import { findChromium } from '../src/tools/chromium.ts';

const port = Number(process.env['RINGBACK_E2E_PORT'] ?? 4273);
/** A Ringback that is served already; without it the production build in dist/ is served for the tests. */
const served = process.env['RINGBACK_E2E_URL'];
const baseURL = served ?? `http://localhost:${port}`;
const chromium = findChromium(process.env);
if (!chromium) throw new Error('No Chromium found. Run npm test once (it installs one), or name one in CHROMIUM_PATH.');

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'artifacts/results',
  snapshotDir: 'artifacts/snapshots',
  timeout: 30_000,
  expect: { timeout: 5_000 },
  // A test that needs a second try is a defect, and two tabs' worth of Chromium fill two cores.
  retries: 0,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env['RINGBACK_E2E_REPORT'] ?? 'artifacts/report.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium.path,
      args: [
        // Chromium's sandbox refuses to run as root, which is what a fresh CI machine is.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  ...(served === undefined && {
    webServer: {
      command: `npm run -s preview -- --host 127.0.0.1 --port ${port} --strictPort`,
      cwd: '..',
      url: baseURL,
      reuseExistingServer: false,
      timeout: 30_000,
    },
  }),
});
