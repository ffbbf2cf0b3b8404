import { z } from 'zod';

/**
 * The page's policy allows no code made from strings, which the parsers would otherwise try for speed, each as it is
 * made: so this comes before any of them is loaded.
 */
export function withoutEval(): void {
  z.config({ jitless: true });
}
