import type { AgentId, ContactId } from '../core/ids.ts';

/**
 * Whom an event is about, if anybody: what is asked of every event, several times. To read a property that may be
 * missing is much quicker than to ask with `in` whether it is there, where events have as many shapes as they do.
 */
export interface About {
  readonly type: string;
  readonly contactId?: ContactId;
  readonly agentId?: AgentId;
}
