import { useEngineNow } from '../../store/engine-time.ts';
import { formatDuration, isoDuration } from '../../text/format.ts';
import { TimeText } from '../../ui/TimeText.tsx';

/** How long something has lasted, by the center's clock; it runs by itself and asks nobody. */
export function Running({ sinceMs }: { readonly sinceMs: number }) {
  const ms = Math.max(0, useEngineNow(1_000) - sinceMs);
  return <TimeText dateTime={isoDuration(ms)}>{formatDuration(ms)}</TimeText>;
}
