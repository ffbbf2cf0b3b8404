import type { AgentId, QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';

/** Real-time figures of one queue, by Amazon's names (spec §3.1). */
export interface QueueFigures {
  readonly CONTACTS_IN_QUEUE: number;
  readonly CONTACTS_SCHEDULED: number;
  /** Whole seconds; 0 when nobody waits. */
  readonly OLDEST_CONTACT_AGE: number;
  readonly AGENTS_ONLINE: number;
  readonly AGENTS_AVAILABLE: number;
  readonly AGENTS_STAFFED: number;
  readonly AGENTS_NON_PRODUCTIVE: number;
  readonly AGENTS_ON_CONTACT: number;
  readonly AGENTS_AFTER_CONTACT_WORK: number;
  readonly AGENTS_ERROR: number;
  readonly SLOTS_ACTIVE: number;
  readonly SLOTS_AVAILABLE: number;
}

export type AgentFigures = { readonly activity: string; readonly contactState: string | null };

export declare function queueFigures(center: Center, queueId: QueueId): QueueFigures;
/** Agent Activity and Contact State as supervisors see them (spec §3.3). */
export declare function agentActivity(center: Center, agentId: AgentId): AgentFigures;
