import type { ContactId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import type { QueueConfig } from '../tenant/model.ts';
import { ownerOf } from './agent-queue.ts';

/**
 * Whether a queue takes one more contact (spec §5.6). `buffered`: contacts that were promised a place earlier, after a
 * delay say, may overfill it by a fifth (decision #15); the ten places of an agent's own queue are ten for everybody. A
 * disabled queue takes none. `own`: the contact that is to be queued, whose room in its own delay is the very room that it
 * takes (decision #16).
 */
export function hasRoom(center: Center, queue: QueueConfig, rule: 'strict' | 'buffered', own: ContactId | null = null): boolean {
  if (queue.status === 'DISABLED') return false;
  if (queue.maxContacts === null) return true;
  const limit = rule === 'strict' || ownerOf(queue.id) !== null ? queue.maxContacts : Math.floor(queue.maxContacts * center.config.instance.policy.capacityBuffer);
  return (center.waiting.get(queue.id)?.size ?? 0) + scheduledBeside(center, queue, own) < limit;
}

/** Why a queue takes nobody just now: closed when it is disabled, else full. For whoever was told by `hasRoom` that it does not. */
export const noRoom = ({ status }: QueueConfig): { readonly code: 'QUEUE_CLOSED' | 'QUEUE_FULL' } => ({ code: status === 'DISABLED' ? 'QUEUE_CLOSED' : 'QUEUE_FULL' });

/** Contacts in delay that take room: none, unless decision #16 says so. */
function scheduledBeside(center: Center, queue: QueueConfig, own: ContactId | null): number {
  const scheduled = center.scheduled.get(queue.id);
  if (!scheduled || !center.config.instance.policy.scheduledTakesRoom) return 0;
  return own !== null && scheduled.has(own) ? scheduled.size - 1 : scheduled.size;
}
