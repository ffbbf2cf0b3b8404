import type { Commit } from '../engine/index.ts';
import type { Hint } from '../protocol/envelope.ts';

/** Everything that is looked up. */
export const allHints: readonly Hint[] = ['contact-records', 'flows', 'instance', 'metrics', 'flow-trails'];

/** Which looked-up resources these commits have made out of date. */
export function hintsOf(commits: readonly Commit[]): readonly Hint[] {
  const hints = new Set<Hint>();
  for (const { events } of commits) {
    for (const { type } of events) {
      if (type === 'instance.configured') return allHints;
      if (type === 'flow.saved' || type.endsWith('.flowAssigned') || /^(?:prompt|lambda)\./.test(type)) hints.add('flows').add('instance');
      else if (type.startsWith('contact.') || type === 'agent.slotCleared') hints.add('contact-records');
    }
  }
  return [...hints];
}
