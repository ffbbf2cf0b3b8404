import type { AgentId } from '../core/ids.ts';
import { durationMs, type EpochMs } from '../core/time.ts';
import type { AgentShare } from './model.ts';

const NONE = durationMs(0);

/** An agent's part in a leg at its beginning: nothing talked, nothing held. */
export function beginShare(agentId: AgentId, offeredAtMs: EpochMs, acceptedAtMs: EpochMs): AgentShare {
  return {
    agentId, offeredAtMs, acceptedAtMs,
    connectedAtMs: null, holds: 0, heldMs: NONE, longestHoldMs: NONE, workStartedAtMs: null, workEndedAtMs: null,
  };
}
