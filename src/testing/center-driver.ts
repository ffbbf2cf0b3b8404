import {
  agentActivity, asE164, contactRecords, createEngine, epochMs, must, restoreEngine, seconds, type Actor, type Agent, type CenterEvent, type Command, type CommandId, type Commit,
  type Contact, type ContactRecord, type DialBehavior, type Engine, type EpochMs, type Instance, type OfferId, type Rejection, type TransferTarget,
} from '../engine/index.ts';
import { baseRig, ids, plainNumbers } from './builders.ts';

/** 2024-01-10T00:00:00Z, the day of the spec's scenarios. */
const DAY_MS = 1_704_844_800_000;

/** Drives a real engine with the verbs of a story; every refusal fails the test unless it is asked for. */
export class CenterDriver {
  engine: Engine;
  readonly commits: Commit[];
  #sent = 0;

  constructor(instance: Instance = baseRig(), startsAt = '11:30:00', seed = 1) {
    this.engine = createEngine({ seed, startsAtMs: at(startsAt), instance, phoneNumbers: plainNumbers });
    this.commits = [this.engine.genesis];
  }

  get center(): Engine['center'] {
    return this.engine.center;
  }

  get events(): readonly CenterEvent[] {
    return this.commits.flatMap((commit) => commit.events);
  }

  /** Moves the clock to a time of the day, or past midnight with hours from 24 on. */
  to(time: string): this {
    this.commits.push(...this.engine.advanceTo(at(time)));
    return this;
  }

  /** Moves the clock on by seconds. */
  wait(count: number): this {
    this.commits.push(...this.engine.advanceTo(epochMs(this.center.nowMs + seconds(count))));
    return this;
  }

  send(command: Command): this {
    const refusal = this.ask(command);
    if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  /** Sends a command that may be refused; the refusal, or null. */
  ask(command: Command, id?: CommandId): Rejection | null {
    return this.askAs({ role: 'lab' }, command, id);
  }

  /** The same, as somebody who may not do everything. */
  askAs(by: Actor, command: Command, id: CommandId = `test-${(this.#sent += 1)}` as CommandId): Rejection | null {
    const step = this.engine.command(this.center.nowMs, { id, by, command });
    this.commits.push(...step.commits);
    return step.reply.ok ? null : step.reply.rejection;
  }

  /** The engine is thrown away and restored from its journal; throws when anything has changed. */
  restart(): this {
    const before = this.center;
    const { nowMs } = before;
    this.engine = restoreEngine(JSON.parse(JSON.stringify(this.commits)) as Commit[], this.center.seed, plainNumbers);
    for (const [name, table] of tablesOf(before)) {
      if (JSON.stringify(table) !== JSON.stringify(tablesOf(this.center).get(name))) throw new Error(`restored otherwise: ${name}`);
    }
    // What is due this very instant fires after a restart as it would have without one.
    this.commits.push(...this.engine.advanceTo(nowMs));
    return this;
  }

  customer(text: string): CustomerVerbs {
    const number = asE164(text);
    return {
      dials: (to = '+18005550199') => this.send({ type: 'customer.dial', number, to: asE164(to) }),
      presses: (keys) => this.send({ type: 'customer.press', number, keys }),
      requestsCallback: () => this.send({ type: 'customer.requestCallback', number }),
      answers: () => this.send({ type: 'customer.answer', number }),
      declines: () => this.send({ type: 'customer.decline', number }),
      hangsUp: () => this.send({ type: 'customer.hangUp', number }),
      behaves: (...whenCalled) => this.send({ type: 'customer.behave', number, whenCalled, talksForMs: null }),
    };
  }

  agent(username: string): AgentVerbs {
    const agentId = ids.agent(username);
    const slot = (): NonNullable<Agent['slot']> => must(this.center.agents.get(agentId)?.slot, `${username} has a contact`);
    const offerId = (): OfferId => must(slot().offerId, `${username} has an offer`);
    return {
      sets: (status) => this.send({ type: 'agent.setStatus', agentId, statusId: ids.status(status) }),
      dials: (number) => this.send({ type: 'agent.dial', agentId, number }),
      accepts: () => this.send({ type: 'offer.accept', offerId: offerId() }),
      rejects: () => this.send({ type: 'offer.reject', offerId: offerId() }),
      transfersTo: (to) => this.send({ type: 'contact.transfer', contactId: slot().contactId, to }),
      conferences: () => this.send({ type: 'contact.conference', contactId: slot().contactId }),
      swaps: () => this.send({ type: 'contact.swap', contactId: slot().contactId }),
      leaves: () => this.send({ type: 'contact.leave', contactId: slot().contactId }),
      drops: () => this.send({ type: 'contact.drop', contactId: slot().contactId }),
      clears: () => this.send({ type: 'contact.clear', agentId, contactId: slot().contactId }),
      ends: () => this.send({ type: 'contact.end', contactId: slot().contactId }),
      holds: () => this.send({ type: 'contact.hold', contactId: slot().contactId }),
      resumes: () => this.send({ type: 'contact.resume', contactId: slot().contactId }),
      state: () => this.center.agents.get(agentId)?.slot?.state ?? null,
      cause: () => this.center.agents.get(agentId)?.slot?.cause ?? null,
      activity: () => agentActivity(this.center, agentId).activity,
      status: () => this.center.config.statuses.get(must(this.center.agents.get(agentId), username).statusId)?.name ?? '',
      contact: () => must(this.center.contacts.get(slot().contactId), 'the contact'),
    };
  }

  records(): readonly ContactRecord[] {
    return contactRecords(this.center);
  }
}

/** What a restart must bring back, each table in its order. */
function tablesOf(center: Engine['center']): ReadonlyMap<string, unknown> {
  const { contacts, openContacts, offers, agents, lines, customers, flowRuns, callbacks, counts, seq, timers } = center;
  const tables = { contacts, offers, agents, lines, customers, flowRuns, callbacks };
  return new Map<string, unknown>([
    ...Object.entries(tables).map(([name, table]) => [name, [...table.values()]] as const),
    ['openContacts', [...openContacts]], ['counts', counts], ['seq', seq], ['timers', timers.toJSON()],
  ]);
}

export interface CustomerVerbs {
  dials(to?: string): CenterDriver;
  presses(keys: string): CenterDriver;
  requestsCallback(): CenterDriver;
  answers(): CenterDriver;
  declines(): CenterDriver;
  hangsUp(): CenterDriver;
  behaves(...whenCalled: readonly DialBehavior[]): CenterDriver;
}

export interface AgentVerbs {
  sets(status: string): CenterDriver;
  dials(number: string): CenterDriver;
  accepts(): CenterDriver;
  rejects(): CenterDriver;
  transfersTo(to: TransferTarget): CenterDriver;
  conferences(): CenterDriver;
  swaps(): CenterDriver;
  leaves(): CenterDriver;
  drops(): CenterDriver;
  clears(): CenterDriver;
  ends(): CenterDriver;
  holds(): CenterDriver;
  resumes(): CenterDriver;
  state(): string | null;
  cause(): string | null;
  activity(): string;
  status(): string;
  contact(): Contact;
}

/** A time of the scenarios' day, e.g. 11:35:00. */
export function at(time: string): EpochMs {
  const [hours = 0, minutes = 0, secs = 0] = time.split(':').map(Number);
  return epochMs(DAY_MS + ((hours * 60 + minutes) * 60 + secs) * 1000);
}
