import { agentOf } from '../update.ts';
import type { Actor } from '../command.ts';
import type { AgentId, StatusId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import type { AgentStatus } from '../tenant/model.ts';
import type { Agent, AgentContactState } from './model.ts';
import { clearSlot } from './slot.ts';

/** States in which nothing is going on any more: picking a status clears them (spec §4.2). */
const SETTLED: ReadonlySet<AgentContactState> = new Set(['ENDED', 'MISSED', 'ERROR']);

/**
 * The agent picks a status; while at work it becomes the next status, and the latest choice wins (spec §4.2). A supervisor
 * may not while a contact is shown or offered (spec §4.8).
 */
export function setStatus(center: Center, by: Actor, agentId: AgentId, statusId: StatusId): Result<readonly CenterEvent[], Rejection> {
  const agent = center.agents.get(agentId);
  if (!agent) return refuse({ code: 'NO_SUCH_AGENT' });
  const status = center.config.statuses.get(statusId);
  if (!status || (statusId !== agent.statusId && !mayBePicked(status))) return refuse({ code: 'NO_SUCH_STATUS' });
  if (agent.slot === null) {
    const unchanged = agent.statusId === statusId && agent.nextStatusId === null;
    return ok(unchanged ? [] : [{ type: 'agent.statusSet', agentId, statusId }]);
  }
  if (by.role === 'supervisor') return refuse({ code: 'NOT_NOW', state: agent.slot.state });
  if (SETTLED.has(agent.slot.state)) return ok(statusId === agent.statusId ? clearAndStay(center, agent) : clearSlot(center, agent, statusId));
  // Asking for the status one already has takes the wish for another back.
  return ok([{ type: 'agent.nextStatusSet', agentId, statusId: statusId === agent.statusId ? null : statusId }]);
}

/** Custom statuses can be switched off; being available and being gone cannot (spec §4.1). */
export const mayBePicked = ({ type, state }: AgentStatus): boolean => type !== 'CUSTOM' || state !== 'DISABLED';

/** Whoever picks the status that they have only clears: it goes on since it began, and costs nobody their turn (spec §4.1, §5.3). */
function clearAndStay(center: Center, agent: Agent): readonly CenterEvent[] {
  const wishTakenBack: readonly CenterEvent[] = agent.nextStatusId === null ? [] : [{ type: 'agent.nextStatusSet', agentId: agent.id, statusId: null }];
  return [...wishTakenBack, ...clearSlot(center, agent, null)];
}

/** After-contact work done, or a missed or failed contact dismissed (spec §4.4). */
export function clearContact(center: Center, agentId: AgentId, contactId: string): Result<readonly CenterEvent[], Rejection> {
  const agent = center.agents.get(agentId);
  if (!agent) return refuse({ code: 'NO_SUCH_AGENT' });
  if (agent.slot?.contactId !== contactId) return refuse({ code: 'NO_SUCH_CONTACT' });
  if (!SETTLED.has(agent.slot.state)) return refuse({ code: 'NOT_NOW', state: agent.slot.state });
  return ok(clearSlot(center, agent));
}

/** The limit of after-contact work is reached (spec §4.5). */
export function workOver(center: Center, agentId: AgentId): readonly CenterEvent[] {
  return clearSlot(center, agentOf(center, agentId));
}
