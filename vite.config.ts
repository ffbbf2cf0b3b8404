import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { buildStamp } from './src/tools/build-stamp.ts';
import { notFoundForMissing, securityHeaders, strictPolicy } from './src/tools/serving.ts';

const stamp = buildStamp(process.env);

export default defineConfig({
  plugins: [react(), strictPolicy(), notFoundForMissing()],
  define: {
    __BUILD_ID__: JSON.stringify(stamp.id),
    __BUILD_AT_MS__: JSON.stringify(stamp.atMs),
  },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // A data: URL is refused by the policy for everything but images, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { port: 5173 },
  preview: { port: 4173, headers: securityHeaders },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts'],
    watch: false,
    // How long a test takes on a busy machine says nothing about it; the limit only ends one that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Mutants are tried by the thousand; the engine keeps no state in its modules, so they can share one worker.
    isolate: process.env['STRYKER_MUTATOR_WORKER'] === undefined,
    coverage: {
      provider: 'v8',
      include: ['src/engine/**/*.ts'],
      // What explores the engine at random is a test of it, not a part.
      exclude: ['**/*.test.ts', 'src/engine/sim/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
