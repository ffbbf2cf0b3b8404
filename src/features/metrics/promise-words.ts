import { causeWord } from '../../text/causes.ts';
import type { metrics } from '../../text/en/metrics.ts';
import type { Say } from '../../text/use-text.ts';
import type { Tone } from '../../ui/tone.ts';

type OwnCause = keyof (typeof metrics)['promises']['causes'];

const own: Readonly<Record<OwnCause, true>> = { reached: true, machine: true, exhausted: true, agentHungUp: true, agentCanceled: true, agentLeftWhisper: true };
const isOwn = (cause: string): cause is OwnCause => Object.hasOwn(own, cause);

/** What became of a promise, as one who is not the agent reads it; a cause that this build does not know stands as it is. */
export function promiseWord(cause: string | null, t: Say): string {
  if (cause === null) return t('metrics.promises.stillOpen');
  if (isOwn(cause)) return t(`metrics.promises.causes.${cause}`);
  const word = causeWord(cause);
  return word === null ? cause : t(`causeNames.${word}`);
}

/** Kept, open, or broken. */
export function promiseTone(cause: string | null): Tone {
  if (cause === null) return 'ring';
  return cause === 'reached' ? 'live' : cause === 'machine' ? 'late' : 'fault';
}
