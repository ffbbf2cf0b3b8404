import { asE164, createEngine, epochMs, must, seconds } from '../../engine/index.ts';
import type { Command, CommandId, Commit, ContactId, E164, Engine, EpochMs, FlowRun, Instance, PhoneNumberRules } from '../../engine/index.ts';
import { agentId, availableId, frontQueueId, ourNumber, rigFor, startsWithCaller } from './rig.ts';
import type { ReadFlow, RigWishes } from './rig.ts';
import { tell } from './tell.ts';
import type { Told } from './tell.ts';
import type { CallerWishes } from './words.ts';

export interface Play extends RigWishes {
  readonly caller: Pick<CallerWishes, 'keys' | 'from' | 'seconds'>;
  readonly phoneNumbers: PhoneNumberRules;
}

/** 2024-01-10T12:00:00Z, a Wednesday; only how long things take is told. */
const STARTS_AT = epochMs(1_704_888_000_000);
/** A called customer lets it ring so long. */
const PICKS_UP_AFTER = seconds(2);
/** More instants than one caller can sensibly bring about. */
const instantsMax = 100_000;

/** Plays one caller through a flow, to the end of the call or of the caller's patience. Never throws, whatever the flow holds. */
export function play(wishes: Play): Told {
  const instance = rigFor(wishes);
  return tell(new Played(instance, wishes).commits(), { instance, startsAtMs: STARTS_AT, tried: wishes.tried.name, number: asE164(wishes.caller.from) });
}

class Played {
  readonly #engine: Engine;
  readonly #commits: Commit[];
  readonly #wishes: Play;
  readonly #number: E164;
  #sent = 0;
  /** How many entries the flow has asked for, and for how many of them something was pressed. */
  #asked = 0;
  #pressed = 0;
  #seen = 0;

  constructor(instance: Instance, wishes: Play) {
    this.#wishes = wishes;
    this.#number = asE164(wishes.caller.from);
    this.#engine = createEngine({ seed: 1, startsAtMs: STARTS_AT, instance, phoneNumbers: wishes.phoneNumbers });
    this.#commits = [this.#engine.genesis];
  }

  commits(): readonly Commit[] {
    const { tried, caller } = this.#wishes;
    const givesUpAtMs = epochMs(STARTS_AT + seconds(caller.seconds));
    this.#begin(tried);
    for (let instants = 0; instants < instantsMax && this.#isOn(); instants += 1) {
      if (this.#act()) continue;
      if (this.#engine.center.nowMs >= givesUpAtMs) {
        this.#leave();
        break;
      }
      const nextAtMs = Math.min(this.#engine.nextDueAtMs() ?? Infinity, this.#keysDueAtMs() ?? Infinity, givesUpAtMs);
      this.#commits.push(...this.#engine.advanceTo(epochMs(nextAtMs)));
    }
    return this.#commits;
  }

  /** Calls, or has whoever is to hear the flow called. */
  #begin({ type }: ReadFlow): void {
    const number = this.#number;
    if (!startsWithCaller(type) && type !== 'CUSTOMER_QUEUE') this.#send({ type: 'agent.setStatus', agentId, statusId: availableId });
    if (type !== 'OUTBOUND_WHISPER') return this.#send({ type: 'customer.dial', number, to: ourNumber });
    this.#send({ type: 'customer.behave', number, whenCalled: [{ does: 'answers', afterMs: PICKS_UP_AFTER, hangsUpAfterMs: null }], talksForMs: null });
    this.#send({ type: 'callback.request', number, queueId: frontQueueId, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(600), attributes: this.#wishes.attributes });
  }

  /** What a person does at this instant; false when nobody does anything. */
  #act(): boolean {
    const contactId = this.#contactId();
    const { center } = this.#engine;
    const contact = contactId === null ? undefined : center.contacts.get(contactId);
    const dueAtMs = this.#keysDueAtMs();
    if (dueAtMs !== null && dueAtMs <= center.nowMs) this.#press();
    else if (contact?.stage.name === 'connected' && !center.flowRuns.has(contact.id)) this.#joined(contact.id, contact.stage.heldSinceMs !== null);
    else return false;
    return true;
  }

  /** Customer and agent talk: for flows of hold the agent holds, for the others this is the end. */
  #joined(contactId: ContactId, isHeld: boolean): void {
    const holds = this.#wishes.tried.type === 'CUSTOMER_HOLD' || this.#wishes.tried.type === 'AGENT_HOLD';
    if (holds && !isHeld) this.#send({ type: 'contact.hold', contactId });
    else this.#leave();
  }

  #press(): void {
    const keys = must(this.#wishes.caller.keys[this.#asked - 1], 'the keys of this entry');
    this.#pressed = this.#asked;
    this.#send({ type: 'customer.press', number: this.#number, keys });
  }

  #leave(): void {
    this.#send({ type: 'customer.hangUp', number: this.#number });
  }

  /** When the next keys are pressed: at the end of the prompt, so that what is heard is heard; null: none are to be. */
  #keysDueAtMs(): EpochMs | null {
    this.#count();
    const wait = this.#run()?.wait;
    const keys = this.#wishes.caller.keys[this.#asked - 1];
    return wait?.kind === 'input' && this.#pressed < this.#asked && keys !== undefined && keys !== '' ? wait.promptUntilMs : null;
  }

  #count(): void {
    for (; this.#seen < this.#commits.length; this.#seen += 1) {
      this.#asked += this.#commits[this.#seen]?.events.filter((event) => event.type === 'flow.waiting' && event.wait.kind === 'input').length ?? 0;
    }
  }

  #run(): FlowRun | undefined {
    const contactId = this.#contactId();
    return contactId === null ? undefined : this.#engine.center.flowRuns.get(contactId);
  }

  /** The contact whose line the caller holds. */
  #contactId(): ContactId | null {
    const { customers, lines } = this.#engine.center;
    const lineId = customers.get(this.#number)?.lineId ?? null;
    return lineId === null ? null : (lines.get(lineId)?.contactId ?? null);
  }

  /** Somebody is on the line, or is going to be. */
  #isOn(): boolean {
    if (this.#contactId() !== null) return true;
    const { center } = this.#engine;
    return this.#wishes.tried.type === 'OUTBOUND_WHISPER' && center.openContacts.size > 0;
  }

  #send(command: Command): void {
    this.#sent += 1;
    const step = this.#engine.command(this.#engine.center.nowMs, { id: `trial-${this.#sent}` as CommandId, by: { role: 'lab' }, command });
    this.#commits.push(...step.commits);
  }
}
