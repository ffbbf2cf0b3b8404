import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self' blob:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'none'",
};

/** The page's Content Security Policy: everything from this origin, nothing inline. */
export const contentSecurityPolicy = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`).join('; ');

/** Headers of the served production build. `frame-ancestors` counts only as a header, so it is not in the page's meta element. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Writes the policy into the built page, so that it holds on any static host. The dev server stays without: its live reload injects styles. */
export function strictPolicy(): Plugin {
  return {
    name: 'ringback-strict-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }, injectTo: 'head-prepend' },
    ],
  };
}

/**
 * Answers 404 where the single-page fallback would answer with the page: a chunk of an older build, or an API path
 * that reached the server because no handler took it. A 200 with HTML there hides the fault from whoever asked.
 */
export function notFoundForMissing(): Plugin {
  return {
    name: 'ringback-not-found',
    configurePreviewServer(server) {
      const { root, build } = server.config;
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://preview').pathname;
        const isApi = path.startsWith('/connect-api/');
        const isMissingAsset = path.startsWith('/assets/') && !existsSync(join(resolve(root, build.outDir), path));
        if (!isApi && !isMissingAsset) return next();
        response.statusCode = 404;
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end('Not found\n');
      });
    },
  };
}
