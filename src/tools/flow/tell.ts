import { entryName } from './rig.ts';
import type { CenterEvent, Commit, ContactId, E164, FlowType, FlowWait, Instance, Utterance } from '../../engine/index.ts';

/** What a caller heard, did and got: all of it with seconds from the beginning of the call. */
export interface Told {
  readonly flow: string;
  readonly timeline: readonly Moment[];
  /** The actions gone through, each with the branch that led there. */
  readonly path: readonly { readonly atSeconds: number; readonly flow: string; readonly action: string; readonly by: string }[];
  /** How many entries the flow asked for: so many keys could have been given. */
  readonly entries: number;
  readonly outcome: Outcome;
}

export interface Moment {
  readonly atSeconds: number;
  /** `heard`: `text` was spoken, or stands in brackets for music and silence. */
  readonly what: 'heard' | 'pressed' | 'done' | 'error';
  /** Who heard it; the agent hears whispers that the caller does not. */
  readonly by: 'caller' | 'agent' | null;
  readonly text: string;
  readonly seconds: number | null;
}

export interface Outcome {
  /** Why the call ended, in the engine's words; null: it did not. */
  readonly ended: string | null;
  /** The flow could not go on, or never came to rest. */
  readonly failed: boolean;
  /** Where the caller waited last. */
  readonly queue: string | null;
  readonly callbacks: readonly CallbackTold[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
}

/** The terms of a promise; `dialsMax` counts the first dial. */
export interface CallbackTold {
  readonly number: string;
  readonly queue: string;
  readonly initialDelaySeconds: number;
  readonly dialsMax: number;
  readonly retryDelaySeconds: number;
  readonly callerId: string | null;
}

interface Ground {
  readonly instance: Instance;
  readonly startsAtMs: number;
  readonly tried: string;
  readonly number: E164;
}

/** Tells what the commits of one call brought about. */
export function tell(commits: readonly Commit[], ground: Ground): Told {
  const teller = new Teller(ground);
  for (const { atMs, events } of commits) for (const event of events) teller.take(event, (atMs - ground.startsAtMs) / 1000);
  return teller.told();
}

class Teller {
  readonly #ground: Ground;
  readonly #timeline: Moment[] = [];
  readonly #path: Told['path'][number][] = [];
  readonly #callbacks: CallbackTold[] = [];
  readonly #errors: string[] = [];
  /** The contacts that the caller's line has been in. */
  readonly #theirs = new Set<ContactId>();
  readonly #types = new Map<ContactId, FlowType>();
  #attributes: Readonly<Record<string, string>> = {};
  #queue: string | null = null;
  #ended: string | null = null;
  #failed = false;
  #entries = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  told(): Told {
    const { tried } = this.#ground;
    const outcome = { ended: this.#ended, queue: this.#queue, failed: this.#failed, callbacks: this.#callbacks, attributes: this.#attributes, errors: this.#errors };
    return { flow: tried, timeline: this.#timeline, path: this.#path.filter(({ flow }) => flow !== entryName), entries: this.#entries, outcome };
  }

  take(event: CenterEvent, at: number): void {
    switch (event.type) {
      case 'contact.created':
        // Whoever is called back is on no line yet, and hears nothing; the one who is called from the start is the caller.
        if (event.callback === null || this.#theirs.size === 0) this.#theirs.add(event.contactId);
        if (event.callback !== null && event.previousContactId !== null) this.#promised(event.callback, at);
        return;
      case 'line.moved': this.#theirs.add(event.contactId); return;
      case 'line.keyed': return this.#add(at, 'pressed', event.keys, null, 'caller');
      case 'flow.started':
        this.#types.set(event.contactId, event.flowType);
        this.#goOn(event.contactId, event.flowId, at);
        return this.#enter(event, 'start', at);
      case 'flow.entered': return this.#enter(event, event.branch, at);
      case 'flow.waiting': return this.#hear(event, at);
      default: if (!('contactId' in event) || this.#theirs.has(event.contactId)) this.#do(event, at);
    }
  }

  /** What was done with the caller's own contact. */
  #do(event: CenterEvent, at: number): void {
    const done = (text: string): void => this.#add(at, 'done', text);
    switch (event.type) {
      case 'contact.attributesSet':
        this.#attributes = { ...this.#attributes, ...event.attributes };
        if (Object.keys(event.attributes).length > 0) done(`sets ${Object.entries(event.attributes).map(([key, value]) => `${key} = ${value}`).join(', ')}`);
        return;
      case 'contact.inputStored': return done(event.input === 'Timeout' ? 'notes that nothing was keyed' : `stores ${event.input}`);
      case 'contact.callbackNumberSet': return done(`sets the number to call back: ${event.number}`);
      case 'contact.hookSet': return done(`sets the flow for ${event.hook}`);
      case 'contact.queueTargeted': return done(`sets the working queue ${this.#queueName(event.queueId)}`);
      case 'contact.routingChanged': return done(`sets the priority ${event.priority}`);
      case 'contact.enqueued':
        this.#queue = this.#queueName(event.queueId);
        return done(`the caller waits in ${this.#queue}`);
      case 'contact.joined': return done('agent and customer are joined');
      case 'contact.held': return done('the agent holds the customer');
      case 'flow.moduleEntered': return done('goes into a module');
      case 'flow.lambdaAnswered': return done(`the function ${event.arn} ${{ returned: 'returns', failed: 'fails', timedOut: 'does not answer in time' }[event.how]}`);
      case 'flow.faulted':
        this.#errors.push(`${event.actionId}: ${event.fault}`);
        return this.#add(at, 'error', `${event.actionId}: ${event.fault}`);
      case 'flow.ended':
        this.#failed ||= event.how === 'faulted' || event.how === 'endlessLoop';
        return;
      case 'contact.ended':
        this.#ended = event.cause;
        this.#failed ||= event.cause === 'whisperTooLong';
        return done(`the call ends: ${endWords[event.cause] ?? event.cause}`);
      default:
    }
  }

  #promised({ number, queueId, initialDelayMs, attemptsMax, retryDelayMs, callerId }: NonNullable<Extract<CenterEvent, { type: 'contact.created' }>['callback']>, at: number): void {
    const told: CallbackTold = { number, queue: this.#queueName(queueId), initialDelaySeconds: initialDelayMs / 1000, dialsMax: attemptsMax, retryDelaySeconds: retryDelayMs / 1000, callerId };
    this.#callbacks.push(told);
    this.#add(at, 'done', `promises a callback to ${number} in ${told.queue}: after ${told.initialDelaySeconds} s, up to ${attemptsMax} ${attemptsMax === 1 ? 'dial' : `dials, ${told.retryDelaySeconds} s apart`}`);
  }

  #enter({ contactId, flowId, actionId }: { readonly contactId: ContactId; readonly flowId: string; readonly actionId: string }, by: string, at: number): void {
    if (this.#theirs.has(contactId)) this.#path.push({ atSeconds: at, flow: this.#nameOf(flowId), action: actionId, by });
  }

  /** Says so where a flow leads to another. */
  #goOn(contactId: ContactId, flowId: string, at: number): void {
    const name = this.#nameOf(flowId);
    if (this.#theirs.has(contactId) && name !== entryName && name !== this.#ground.tried) this.#add(at, 'done', `goes on in the flow “${name}”`);
  }

  #nameOf(flowId: string): string {
    const { flows, modules } = this.#ground.instance;
    return [...flows, ...modules].find(({ id }) => id === flowId)?.name ?? flowId;
  }

  #hear({ contactId, wait }: Extract<CenterEvent, { type: 'flow.waiting' }>, at: number): void {
    if (!this.#theirs.has(contactId)) return;
    const type = this.#types.get(contactId);
    if (wait.kind === 'input') this.#entries += 1;
    for (const utterance of utterancesOf(wait)) this.#add(at, 'heard', wordsOf(utterance), utterance.durationMs / 1000, type === 'AGENT_WHISPER' || type === 'AGENT_HOLD' ? 'agent' : 'caller');
  }

  #add(atSeconds: number, what: Moment['what'], text: string, seconds: number | null = null, by: Moment['by'] = null): void {
    this.#timeline.push({ atSeconds, what, by, text, seconds });
  }

  #queueName(queueId: string): string {
    return this.#ground.instance.queues.find(({ id }) => id === queueId)?.name ?? this.#ground.instance.agents.find(({ id }) => queueId.endsWith(id))?.username ?? queueId;
  }
}

function utterancesOf(wait: FlowWait): readonly Utterance[] {
  if (wait.kind === 'prompt') return [wait.utterance];
  if (wait.kind === 'loop') return wait.utterances;
  return wait.kind === 'input' && wait.utterance !== null ? [wait.utterance] : [];
}

const wordsOf = ({ text, kind, prompt }: Utterance): string => (text !== '' ? text : kind === 'speech' && prompt === undefined ? '' : `[${prompt?.name ?? kind}]`);

const endWords: Readonly<Record<string, string>> = {
  customerHungUp: 'the caller hangs up', customerLeftWhisper: 'the caller hangs up', flowDisconnected: 'the flow disconnects', flowEnded: 'the flow ended without leading anywhere',
  endlessLoop: 'the flow goes round without ever waiting', whisperTooLong: 'the whisper takes longer than two minutes',
};

/** The call as people read it. */
export function toldLines({ flow, timeline, outcome }: Told): readonly string[] {
  return [
    `A caller in “${flow}”`,
    ...timeline.map(momentLine),
    '',
    outcome.callbacks.length === 0 ? 'No callback was promised.' : `Promised: ${outcome.callbacks.map(({ number, queue }) => `a callback to ${number} in ${queue}`).join(', ')}.`,
    outcome.errors.length === 0 ? 'Nothing went wrong.' : `${outcome.errors.length} ${outcome.errors.length === 1 ? 'thing' : 'things'} went wrong.`,
  ];
}

function momentLine({ atSeconds, what, by, text, seconds }: Moment): string {
  const clock = `${String(Math.floor(atSeconds / 60)).padStart(2, '0')}:${(atSeconds % 60).toFixed(1).padStart(4, '0')}`;
  if (what === 'heard') return `  ${clock}  the ${by ?? 'caller'} hears “${text}” (${seconds?.toFixed(1) ?? '?'} s)`;
  if (what === 'pressed') return `  ${clock}  the caller presses ${text}`;
  return `  ${clock}  ${what === 'error' ? '! ' : ''}${text}`;
}
