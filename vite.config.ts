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
    coverage: { provider: 'v8', include: ['src/engine/**'], exclude: ['**/*.test.ts'], reporter: ['text-summary', 'html'] },
  },
});
