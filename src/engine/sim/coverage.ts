import type { CommandInput } from '../command.ts';
import type { CenterEvent, Commit } from '../event.ts';
import type { Center } from '../state.ts';

/** How often each kind of trouble was met. A run that never met one has proved nothing about it. */
export type Coverage = Map<string, number>;

/** Every kind of trouble that a thorough run must meet. */
export const FAULT_CLASSES = [
  'accepted in the last millisecond', 'accepted too late', 'accepted twice', 'command twice', 'command lost', 'command late', 'command resent', 'refused to a stranger', 'offer missed', 'offer rejected', 'offer withdrawn',
  'restart', 'jump of an hour', 'jump of a day', 'clock set back', 'configured while somebody waits', 'flow changed while it runs', 'expired while it rings',
  'customer leaves inFlow', 'customer leaves queued', 'customer leaves agentWhisper', 'customer leaves customerWhisper', 'customer leaves connected',
  'agent wants to go in whisper', 'phone engaged', 'retry', 'retry exhausted', 'moved to another queue', 'ended on hold', 'work limit', 'two deadlines at one instant',
  'postponed', 'moved by hand', 'machine declared', 'requests merged', 'agent dials out', 'place changed later',
  'transfer to agent', 'transfer to queue', 'transfer to number', 'left blind to agent', 'left blind to queue', 'left blind to number', 'left attended', 'conference', 'swapped', 'queue opens',
  'customer remains', 'flow to an agent', 'flow to a queue', 'in a module', 'function returned', 'function failed', 'function timedOut',
  ...(['customerHungUp', 'agentHungUp', 'flowDisconnected', 'flowEnded', 'noAnswer', 'networkNoAnswer', 'busy', 'invalidNumber', 'blocked', 'networkFault', 'noCallerId',
    'agentCanceled', 'agentLeftWhisper', 'customerLeftWhisper', 'whisperTooLong', 'queueFull', 'stopped', 'expired', 'endlessLoop', 'canceled', 'reachedMachine', 'requeued', 'transferred', 'thirdPartyHungUp',
    'consultCanceled', 'consultDropped', 'customerLeftTransfer', 'endedForAll', 'colleagueMissed', 'colleagueRejected'] as const).map((cause) => `ended: ${cause}`),
] as const;

export function count(coverage: Coverage, what: string): void {
  coverage.set(what, (coverage.get(what) ?? 0) + 1);
}

/** The names of classes that differ by one word, each made once: put together anew, a name is looked up as slowly as a new one. */
function classes(name: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? name(word);
    known.set(word, found);
    return found;
  };
}

const leaves = classes((stage) => `customer leaves ${stage}`);
const leftBlind = classes((kind) => `left blind to ${kind}`);
const ended = classes((cause) => `ended: ${cause}`);
const transfer = classes((kind) => `transfer to ${kind}`);

/** Adds the counts of one run to those of all. */
export function addTo(total: Coverage, one: Coverage): void {
  for (const [what, times] of one) total.set(what, (total.get(what) ?? 0) + times);
}

/** A run is as thorough as continuous integration wants it with so many seeds, of two hundred contacts each. */
const THOROUGH_SEEDS = 10_000;
const CONTACTS_PER_MEETING = 2000;

/** Which classes were met too seldom: never, or in a thorough run less than a thousand times in ten thousand seeds. */
export function tooSeldomMet(coverage: Coverage, { seeds, contacts }: { readonly seeds: number; readonly contacts: number }): readonly string[] {
  const least = seeds < THOROUGH_SEEDS ? 1 : Math.floor(contacts / CONTACTS_PER_MEETING);
  return FAULT_CLASSES.filter((what) => (coverage.get(what) ?? 0) < least);
}

/** Counts how long nothing was put in. */
export function countPause(coverage: Coverage, ms: number): void {
  if (ms >= 86_400_000) count(coverage, 'jump of a day');
  else if (ms >= 3_600_000) count(coverage, 'jump of an hour');
}

/** Counts two deadlines, one after the other, at the same instant. */
export function countTie(coverage: Coverage, before: Commit | null, after: Commit): void {
  if (before?.cause.kind === 'timer' && after.cause.kind === 'timer' && before.atMs === after.atMs) count(coverage, 'two deadlines at one instant');
}

/** Counts what a command is about to meet. */
export function countCommand(coverage: Coverage, center: Center, { command }: CommandInput): void {
  switch (command.type) {
    case 'offer.accept': {
      const offer = center.offers.get(command.offerId);
      if (!offer) count(coverage, 'accepted too late');
      else if (offer.expiresAtMs - center.nowMs === 1) count(coverage, 'accepted in the last millisecond');
      return;
    }
    case 'customer.hangUp': {
      const lineId = center.customers.get(command.number)?.lineId ?? null;
      const line = lineId === null ? undefined : center.lines.get(lineId);
      const contact = line && center.contacts.get(line.contactId);
      if (contact) count(coverage, leaves(contact.stage.name));
      if (contact?.stage.name === 'connected' && contact.stage.heldSinceMs !== null) count(coverage, 'ended on hold');
      return;
    }
    case 'contact.leave': {
      const consult = center.contacts.get(command.contactId)?.consult;
      const other = consult && center.contacts.get(consult.contactId);
      if (other) count(coverage, other.stage.name === 'connected' ? 'left attended' : leftBlind(consult.kind));
      return;
    }
    case 'contact.swap':
    case 'contact.conference':
      if (center.contacts.get(command.contactId)?.consult) count(coverage, command.type === 'contact.swap' ? 'swapped' : 'conference');
      return;
    case 'agent.setStatus':
      if (center.agents.get(command.agentId)?.slot?.state === 'PENDING' && center.config.statuses.get(command.statusId)?.type === 'OFFLINE') count(coverage, 'agent wants to go in whisper');
      return;
    case 'instance.configure':
      if ([...center.waiting.values()].some((line) => line.size > 0)) count(coverage, 'configured while somebody waits');
      return;
    case 'flow.save':
      if ([...center.flowRuns.values()].some((run) => run.flowId === command.flow.id)) count(coverage, 'flow changed while it runs');
      return;
    default:
  }
}

const word: Partial<Record<CenterEvent['type'], string>> = {
  'offer.expired': 'offer missed', 'offer.rejected': 'offer rejected', 'offer.withdrawn': 'offer withdrawn',
  'contact.postponed': 'postponed', 'contact.callbackMoved': 'moved by hand', 'contact.outcomeDeclared': 'machine declared', 'callback.merged': 'requests merged', 'queue.opened': 'queue opens',
  'contact.assigned': 'agent dials out', 'contact.routingAsked': 'place changed later', 'flow.moduleEntered': 'in a module',
};

/** Counts what a commit brought. */
export function countCommit(coverage: Coverage, center: Center, commit: Commit): void {
  if (commit.cause.kind === 'timer' && commit.cause.timer === 'work' && commit.events.length > 0) count(coverage, 'work limit');
  for (const event of commit.events) {
    const known = word[event.type];
    if (known !== undefined) count(coverage, known);
    switch (event.type) {
      case 'contact.ended':
        count(coverage, ended(event.cause));
        if (event.cause === 'expired' && commit.events.some(({ type }) => type === 'offer.withdrawn')) count(coverage, 'expired while it rings');
        break;
      case 'contact.created':
        if (event.method === 'DISCONNECT') count(coverage, 'customer remains');
        break;
      case 'flow.started':
        if (event.flowType === 'AGENT_TRANSFER' || event.flowType === 'QUEUE_TRANSFER') count(coverage, event.flowType === 'AGENT_TRANSFER' ? 'flow to an agent' : 'flow to a queue');
        break;
      case 'flow.lambdaAnswered':
        count(coverage, `function ${event.how}`);
        break;
      case 'contact.consulted':
        count(coverage, transfer(event.kind));
        break;
      case 'callback.attemptFailed':
        if (event.retry) count(coverage, 'retry');
        break;
      case 'callback.closed':
        if (event.cause === 'exhausted') count(coverage, 'retry exhausted');
        break;
      case 'contact.dequeued':
        if (event.why === 'moved') count(coverage, 'moved to another queue');
        break;
      case 'line.opened':
        if (event.direction === 'out' && center.customers.get(event.number)?.lineId !== event.lineId) count(coverage, 'phone engaged');
        break;
      default:
    }
  }
}
