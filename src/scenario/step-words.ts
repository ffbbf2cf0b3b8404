import type { TimedStep } from './parse.ts';
import type { AgentStep, CustomerStep, EnvironmentStep, SupervisorStep } from './schema.ts';

/** A step as a sentence without its time: "John requests a callback". Numbers of people are not in it. */
export function stepWords(timed: TimedStep): string {
  switch (timed.kind) {
    case 'customer': return `${timed.step.customer} ${customerWords(timed.step)}`;
    case 'agent': return `${timed.step.agent} ${agentWords(timed.step)}`;
    case 'supervisor': return `${timed.step.supervisor === true ? 'the supervisor' : timed.step.supervisor} ${supervisorWords(timed.step)}`;
    case 'environment': return environmentWords(timed.step);
    case 'expect': return timed.step.label ?? 'what is expected is looked at';
  }
}

function environmentWords(step: EnvironmentStep): string {
  if (step.configure !== undefined) return 'the instance is configured anew';
  return step.callbackRequest === undefined ? 'the host restarts' : `a callback is requested through ${step.callbackRequest.queue}`;
}

function customerWords(step: CustomerStep): string {
  if (step.dials !== undefined) return `dials ${step.dials}`;
  if (step.requestsCallback) return 'requests a callback';
  if (step.presses !== undefined) return `presses ${step.presses}`;
  if (step.enters !== undefined) return `enters ${step.enters.length} keys`;
  if (step.answers) return 'answers';
  if (step.declines) return 'declines';
  if (step.letsVoicemail) return 'lets voicemail answer';
  return 'hangs up';
}

function agentWords(step: AgentStep): string {
  if (step.sets !== undefined) return `sets ${step.sets}`;
  if (step.setsNext !== undefined) return `sets ${step.setsNext} as next status`;
  if (step.accepts) return 'accepts';
  if (step.rejects) return 'rejects';
  if (step.clears) return 'clears the contact';
  if (step.holds) return 'puts the customer on hold';
  if (step.resumes) return 'resumes';
  if (step.mutes !== undefined) return step.mutes ? 'mutes' : 'unmutes';
  if (step.sendsDigits !== undefined) return `sends ${step.sendsDigits}`;
  if (step.declaresMachine) return 'says that a machine answered';
  if (step.dials !== undefined) return 'dials out';
  if (step.transfersTo !== undefined) return `transfers to ${step.transfersTo}`;
  if (step.conferences) return 'brings everybody together';
  if (step.swaps) return 'changes over';
  if (step.leaves) return 'leaves the customer to somebody else';
  if (step.drops) return 'gives up whoever was asked for';
  return 'hangs up';
}

function supervisorWords(step: SupervisorStep): string {
  if (step.stopsContact !== undefined) return `stops the contact ${step.stopsContact}`;
  if (step.changesStatus !== undefined) return `changes the status of ${step.changesStatus.agent} to ${step.changesStatus.to}`;
  if (step.cancels !== undefined) return `cancels the callback ${step.cancels}`;
  if (step.moves !== undefined) return `moves the callback ${step.moves.contact} to ${step.moves.to}`;
  if (step.reassigns !== undefined) return `gives the callback ${step.reassigns.contact} to ${step.reassigns.to}`;
  if (step.reschedules !== undefined) return `puts the callback ${step.reschedules.contact} off until ${step.reschedules.to}`;
  return `changes the priority of ${step.changesPriority?.contact ?? 'a contact'}`;
}
