import type { AgentId } from '../core/ids.ts';
import type { E164 } from '../core/e164.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import type { QueueConfig } from '../tenant/model.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;

/**
 * The agent calls somebody, from any status, Offline included (spec §4.1), as long as the slot is empty. The contact
 * belongs to the agent from the start and was never in a queue; the profile's outbound queue lends it caller id and whisper.
 */
export function dialOut(center: Center, agentId: AgentId, text: string): Decision {
  const agent = center.agents.get(agentId);
  if (!agent) return refuse({ code: 'NO_SUCH_AGENT' });
  if (agent.slot !== null) return refuse({ code: 'NOT_NOW', state: agent.slot.state });
  const number = dialableNumber(center, text);
  if (!number.ok) return number;
  const queue = outboundQueueOf(center, agentId);
  if (!queue) return refuse({ code: 'NO_SUCH_QUEUE' });
  const contactId = newId(center, 'contact');
  const profile = center.config.customers.get(number.value);
  return ok([
    {
      type: 'contact.created',
      contactId,
      method: 'OUTBOUND',
      previousContactId: null,
      initialContactId: null,
      customerNumber: number.value,
      systemNumber: queue.outboundCallerId,
      attributes: profile ? { name: profile.name } : {},
      hooks: {},
      priority: 5,
      ageAdjustmentMs: 0,
      orderingAtMs: null,
      callback: null,
    },
    { type: 'contact.queueTargeted', contactId, queueId: queue.id },
    { type: 'contact.assigned', contactId, agentId },
    { type: 'agent.slotSet', agentId, contactId, offerId: null, state: 'CONNECTING', cause: null, untilMs: null },
  ]);
}

/** A number as an agent enters it, in full or as people of the country write it, if it may be called (spec §7). */
export function dialableNumber(center: Center, text: string): Result<E164, Rejection> {
  const { country, dialableCountries } = center.config.instance;
  const entered = text.trim();
  const parsed = center.phoneNumbers.parse(entered, entered.startsWith('+') ? 'E164' : 'Local', country);
  if (!parsed.ok) return refuse({ code: 'INVALID_NUMBER' });
  return center.phoneNumbers.isDialable(parsed.e164, dialableCountries) ? ok(parsed.e164) : refuse({ code: 'NOT_DIALABLE' });
}

/** The queue in whose name an agent calls out (spec §5.1). */
export function outboundQueueOf(center: Center, agentId: AgentId): QueueConfig | undefined {
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  const queueId = (profileId && center.config.profiles.get(profileId)?.defaultOutboundQueueId) ?? null;
  return queueId === null ? undefined : center.config.queues.get(queueId);
}
