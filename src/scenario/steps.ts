import { ok, refuse, seconds } from '../engine/index.ts';
import type { Actor, Agent, Center, Command, ContactId, E164, Instance, QueueId, Result, StatusId, TransferTarget } from '../engine/index.ts';
import type { TimedStep } from './parse.ts';
import type { AgentStep, CustomerSpec, CustomerStep, EnvironmentStep, SupervisorStep } from './schema.ts';
import { readTime } from './times.ts';
import type { StoryClock } from './times.ts';

/** A command and who gives it. */
export interface Act {
  readonly by: Actor;
  readonly command: Command;
}

/** What a step needs to know besides the center. */
export interface StepWorld {
  readonly customers: readonly CustomerSpec[];
  readonly clock: StoryClock;
  /** The instance that a `configure` step makes of the present one. */
  readonly configured: (step: Extract<TimedStep, { readonly kind: 'environment' }>, present: Instance) => Result<Instance, string>;
}

type Acting = Exclude<TimedStep, { readonly kind: 'expect' }>;

/**
 * The command that a step means in the center's present state; refused with a sentence when there is nothing it could
 * mean. Restarting the host is no command: whoever plays does it.
 */
export function actOf(timed: Acting, center: Center, world: StepWorld): Result<Act, string> {
  switch (timed.kind) {
    case 'customer': return customerAct(timed.step, world);
    case 'agent': return agentAct(timed.step, center);
    case 'supervisor': return supervisorAct(timed.step, center, world);
    case 'environment': {
      if (timed.step.callbackRequest !== undefined) return requestAct(timed.step.callbackRequest, center);
      const made = world.configured(timed, center.config.instance);
      return made.ok ? ok({ by: { role: 'lab' }, command: { type: 'instance.configure', instance: made.value } }) : made;
    }
  }
}

/** True for the step that asks the player's owner to restart the center from its journal. */
export function isRestart(timed: TimedStep): boolean {
  return timed.kind === 'environment' && timed.step.configure === undefined && timed.step.callbackRequest === undefined;
}

/** The open contact that "$n" (in order of creation) or a customer's name stands for. */
export function contactNamed(reference: string, center: Center, customers: readonly CustomerSpec[]): Result<ContactId, string> {
  const index = /^\$(\d+)$/.exec(reference)?.[1];
  if (index !== undefined) {
    const contact = [...center.contacts.values()].toSorted((a, b) => a.seq - b.seq)[Number(index)];
    return contact === undefined ? refuse(`there is no contact ${reference} yet`) : ok(contact.id);
  }
  const number = customers.find((customer) => customer.name === reference)?.number;
  const open = [...center.openContacts].filter((id) => center.contacts.get(id)?.customerNumber === number);
  const newest = open.at(-1);
  return newest === undefined ? refuse(`there is no open contact with ${reference}`) : ok(newest);
}

function customerAct(step: CustomerStep, world: StepWorld): Result<Act, string> {
  const spec = world.customers.find((customer) => customer.name === step.customer);
  if (spec === undefined) return refuse(`there is no customer ${step.customer}`);
  const number = spec.number as E164;
  const act = (command: Command): Result<Act, string> => ok({ by: { role: 'customer', number }, command });
  if (step.dials !== undefined) return act({ type: 'customer.dial', number, to: step.dials as E164 });
  // A caller cannot ask for this by telephone: it stands in for a flow, so the laboratory asks.
  if (step.requestsCallback) return ok({ by: { role: 'lab' }, command: { type: 'customer.requestCallback', number } });
  const keys = step.presses ?? step.enters;
  if (keys !== undefined) return act({ type: 'customer.press', number, keys });
  if (step.answers) return act({ type: 'customer.answer', number });
  if (step.declines) return act({ type: 'customer.decline', number });
  if (step.letsVoicemail) return act({ type: 'customer.letVoicemail', number });
  return act({ type: 'customer.hangUp', number });
}

function agentAct(step: AgentStep, center: Center): Result<Act, string> {
  const agentId = center.config.agentsByUsername.get(step.agent)?.id;
  const agent = agentId === undefined ? undefined : center.agents.get(agentId);
  if (agent === undefined) return refuse(`there is no agent ${step.agent}`);
  const act = (command: Command): Result<Act, string> => ok({ by: { role: 'agent', agentId: agent.id }, command });
  if (step.dials !== undefined) return act({ type: 'agent.dial', agentId: agent.id, number: step.dials });
  if (step.sets !== undefined) return statusAct(step.sets, agent, center, act);
  if (step.setsNext !== undefined) {
    if (agent.slot === null) return refuse(`${step.agent} has no contact, so there is no next status to set`);
    return statusAct(step.setsNext, agent, center, act);
  }
  if (step.accepts === true || step.rejects === true) {
    const offer = agent.slot?.offerId ?? null;
    if (offer === null || !center.offers.has(offer)) return refuse(`${step.agent} is offered nothing`);
    return act({ type: step.accepts === true ? 'offer.accept' : 'offer.reject', offerId: offer });
  }
  const contactId = agent.slot?.contactId;
  if (contactId === undefined) return refuse(`${step.agent} has no contact`);
  if (step.transfersTo !== undefined) {
    const to = targetNamed(step.transfersTo, center);
    return to === null ? refuse(`there is no agent and no queue named ${step.transfersTo}`) : act({ type: 'contact.transfer', contactId, to });
  }
  if (step.conferences) return act({ type: 'contact.conference', contactId });
  if (step.swaps) return act({ type: 'contact.swap', contactId });
  if (step.leaves) return act({ type: 'contact.leave', contactId });
  if (step.drops) return act({ type: 'contact.drop', contactId });
  if (step.clears) return act({ type: 'contact.clear', contactId, agentId: agent.id });
  if (step.holds) return act({ type: 'contact.hold', contactId });
  if (step.resumes) return act({ type: 'contact.resume', contactId });
  if (step.declaresMachine) return act({ type: 'contact.declareMachine', contactId });
  if (step.mutes !== undefined) return act({ type: 'contact.mute', contactId, muted: step.mutes });
  if (step.sendsDigits !== undefined) return act({ type: 'contact.sendDigits', contactId, digits: step.sendsDigits });
  return act({ type: 'contact.end', contactId });
}

/** Whom an agent transfers to: a telephone when it is written as one, else an agent or a queue by name. */
function targetNamed(name: string, center: Center): TransferTarget | null {
  if (name.startsWith('+')) return { kind: 'number', number: name };
  const agentId = center.config.agentsByUsername.get(name)?.id;
  if (agentId !== undefined) return { kind: 'agent', agentId };
  const queueId = center.config.instance.queues.find((queue) => queue.name === name)?.id;
  return queueId === undefined ? null : { kind: 'queue', queueId };
}

function supervisorAct(step: SupervisorStep, center: Center, world: StepWorld): Result<Act, string> {
  const act = (command: Command): Result<Act, string> => ok({ by: { role: 'supervisor' }, command });
  if (step.changesStatus !== undefined) {
    const agentId = center.config.agentsByUsername.get(step.changesStatus.agent)?.id;
    const agent = agentId === undefined ? undefined : center.agents.get(agentId);
    return agent === undefined ? refuse(`there is no agent ${step.changesStatus.agent}`) : statusAct(step.changesStatus.to, agent, center, act);
  }
  const { stopsContact, cancels, moves, reassigns, reschedules, changesPriority } = step;
  const reference = stopsContact ?? cancels ?? (moves ?? reassigns ?? reschedules ?? changesPriority)?.contact ?? '';
  const contact = contactNamed(reference, center, world.customers);
  if (!contact.ok) return contact;
  const contactId = contact.value;
  if (stopsContact !== undefined) return act({ type: 'contact.stop', contactId });
  if (cancels !== undefined) return act({ type: 'callback.cancel', contactId });
  if (moves !== undefined) {
    const queueId = queueNamed(moves.to, center);
    return queueId === undefined ? refuse(`there is no queue ${moves.to}`) : act({ type: 'callback.move', contactId, queueId });
  }
  if (reassigns !== undefined) {
    const agentId = center.config.agentsByUsername.get(reassigns.to)?.id;
    return agentId === undefined ? refuse(`there is no agent ${reassigns.to}`) : act({ type: 'callback.reassign', contactId, agentId });
  }
  if (reschedules !== undefined) {
    const atMs = readTime(reschedules.to, world.clock);
    return atMs === null ? refuse(`${reschedules.to} is no time that exists`) : act({ type: 'callback.reschedule', contactId, atMs });
  }
  const { priority = null, ageAdjustmentSeconds = null } = changesPriority ?? {};
  return act({ type: 'contact.setRouting', contactId, priority, ageAdjustmentSeconds });
}

/** A callback that nobody called for: a web page or a program asks. */
function requestAct({ number, queue, initialDelaySeconds = 0, retries = 0, retryDelaySeconds = 600, attributes = {} }: NonNullable<EnvironmentStep['callbackRequest']>, center: Center): Result<Act, string> {
  const queueId = queueNamed(queue, center);
  if (queueId === undefined) return refuse(`there is no queue ${queue}`);
  const command: Command = { type: 'callback.request', number: number as E164, queueId, initialDelayMs: seconds(initialDelaySeconds), retries, retryDelayMs: seconds(retryDelaySeconds), attributes };
  return ok({ by: { role: 'lab' }, command });
}

function queueNamed(name: string, center: Center): QueueId | undefined {
  return center.config.instance.queues.find((queue) => queue.name === name)?.id;
}

function statusAct(name: string, agent: Agent, center: Center, act: (command: Command) => Result<Act, string>): Result<Act, string> {
  const statusId: StatusId | undefined = center.config.instance.statuses.find((status) => status.name === name)?.id;
  return statusId === undefined ? refuse(`there is no status ${name}`) : act({ type: 'agent.setStatus', agentId: agent.id, statusId });
}
