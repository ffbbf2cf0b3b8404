import { ok, refuse } from '../engine/index.ts';
import type { Actor, Agent, Center, Command, ContactId, E164, Instance, Result, StatusId } from '../engine/index.ts';
import type { TimedStep } from './parse.ts';
import type { AgentStep, CustomerSpec, CustomerStep, SupervisorStep } from './schema.ts';

/** A command and who gives it. */
export interface Act {
  readonly by: Actor;
  readonly command: Command;
}

/** What a step needs to know besides the center. */
export interface StepWorld {
  readonly customers: readonly CustomerSpec[];
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
      const made = world.configured(timed, center.config.instance);
      return made.ok ? ok({ by: { role: 'lab' }, command: { type: 'instance.configure', instance: made.value } }) : made;
    }
  }
}

/** True for the step that asks the player's owner to restart the center from its journal. */
export function isRestart(timed: TimedStep): boolean {
  return timed.kind === 'environment' && timed.step.configure === undefined;
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
  if (step.dials !== undefined) return refuse('the engine does not do this yet: an agent dials out');
  if (step.transfersTo !== undefined) return refuse('the engine does not do this yet: an agent transfers a contact');
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
  if (step.clears) return act({ type: 'contact.clear', contactId, agentId: agent.id });
  if (step.holds) return act({ type: 'contact.hold', contactId });
  if (step.resumes) return act({ type: 'contact.resume', contactId });
  if (step.mutes !== undefined) return act({ type: 'contact.mute', contactId, muted: step.mutes });
  if (step.sendsDigits !== undefined) return act({ type: 'contact.sendDigits', contactId, digits: step.sendsDigits });
  return act({ type: 'contact.end', contactId });
}

function supervisorAct(step: SupervisorStep, center: Center, world: StepWorld): Result<Act, string> {
  const act = (command: Command): Result<Act, string> => ok({ by: { role: 'supervisor' }, command });
  if (step.changesStatus !== undefined) {
    const agentId = center.config.agentsByUsername.get(step.changesStatus.agent)?.id;
    const agent = agentId === undefined ? undefined : center.agents.get(agentId);
    return agent === undefined ? refuse(`there is no agent ${step.changesStatus.agent}`) : statusAct(step.changesStatus.to, agent, center, act);
  }
  const reference = step.stopsContact ?? step.changesPriority?.contact ?? '';
  const contact = contactNamed(reference, center, world.customers);
  if (!contact.ok) return contact;
  if (step.stopsContact !== undefined) return act({ type: 'contact.stop', contactId: contact.value });
  const { priority = null, ageAdjustmentSeconds = null } = step.changesPriority ?? {};
  return act({ type: 'contact.setRouting', contactId: contact.value, priority, ageAdjustmentSeconds });
}

function statusAct(name: string, agent: Agent, center: Center, act: (command: Command) => Result<Act, string>): Result<Act, string> {
  const statusId: StatusId | undefined = center.config.instance.statuses.find((status) => status.name === name)?.id;
  return statusId === undefined ? refuse(`there is no status ${name}`) : act({ type: 'agent.setStatus', agentId: agent.id, statusId });
}
