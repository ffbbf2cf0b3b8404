import type { Center } from '../state.ts';
import type { QueueConfig } from '../tenant/model.ts';

/**
 * Whether a queue takes one more contact (spec §5.6). `buffered`: contacts that were promised a place earlier, after a
 * delay say, may overfill it by a fifth (decision #15). A disabled queue takes none.
 */
export function hasRoom(center: Center, queue: QueueConfig, rule: 'strict' | 'buffered'): boolean {
  if (queue.status === 'DISABLED') return false;
  if (queue.maxContacts === null) return true;
  const limit = rule === 'strict' ? queue.maxContacts : Math.floor(queue.maxContacts * center.config.instance.policy.capacityBuffer);
  const scheduled = center.config.instance.policy.scheduledTakesRoom ? (center.scheduled.get(queue.id)?.size ?? 0) : 0;
  return (center.waiting.get(queue.id)?.size ?? 0) + scheduled < limit;
}
