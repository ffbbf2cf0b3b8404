import { epochMs } from '../core/time.ts';
import { stampOf } from '../record/stamp.ts';

/** An instant as the live streams print it: `yyyy-mm-ddThh:mm:ss.fffZ` (spec §0). */
export function stampMsOf(atMs: number): string {
  return `${stampOf(epochMs(atMs)).slice(0, -1)}.${String(atMs % 1000).padStart(3, '0')}Z`;
}
