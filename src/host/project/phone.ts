import type { CallbackId, Center, Contact, E164, FlowRun, Line } from '../../engine/index.ts';
import type { PhoneAction, PhoneView } from '../../protocol/views.ts';
import type { Memo } from './memo.ts';
import { heardByCustomer, playingOf } from './playing.ts';
import type { Source } from './source.ts';

/** A customer's phone, as whoever holds it sees it: one's own call and the promise made to one, nothing of the center. */
export function phoneView({ center, index }: Source, number: E164, memo: Memo): PhoneView {
  const customer = center.customers.get(number);
  const inUse = customer?.lineId ?? null;
  const end = inUse === null ? index.lastLine.get(number) : undefined;
  const lineId = inUse ?? end?.lineId ?? null;
  const line = lineId === null ? undefined : center.lines.get(lineId);
  const contact = line && center.contacts.get(line.contactId);
  const run = contact && inUse !== null ? center.flowRuns.get(contact.id) : undefined;
  const callbackId = index.openCallbacks.get(number)?.[0];
  const leg = callbackId === undefined ? undefined : lastLeg(center, callbackId);
  return memo.row(`phone/${number}`, [customer, line, contact, run, end, leg, center.config], () => {
    const state = phoneState(line, inUse !== null);
    const playing = heardByCustomer(run) ? playingOf(run) : null;
    return {
      number,
      name: center.config.customers.get(number)?.name ?? null,
      state,
      otherNumber: line?.ourNumber ?? null,
      direction: line?.direction ?? null,
      sinceMs: (state === 'ended' ? end?.atMs : undefined) ?? line?.openedAtMs ?? null,
      answeredAtMs: line?.answeredAtMs ?? null,
      talkingTo: state === 'inCall' && contact ? companyOf(contact) : null,
      captions: line?.captions ?? [],
      ...(state === 'inCall' && playing !== null && { playing }),
      keysAwaited: state === 'inCall' && awaitsKeys(run),
      endedBy: state === 'ended' ? (end?.by ?? null) : null,
      callbackPending: leg ? pendingOf(leg) : null,
      behavior: behaviorOf(customer),
      can: actionsIn(state),
    };
  });
}

function phoneState(line: Line | undefined, inUse: boolean): PhoneView['state'] {
  if (!line) return 'idle';
  if (!inUse) return 'ended';
  return line.state === 'ringing' ? 'ringing' : 'inCall';
}

function actionsIn(state: PhoneView['state']): readonly PhoneAction[] {
  switch (state) {
    case 'idle':
    case 'ended':
      return ['dial'];
    case 'ringing':
      return ['answer', 'decline', 'letVoicemail'];
    case 'inCall':
      return ['press', 'hangUp'];
  }
}

function companyOf({ stage }: Contact): PhoneView['talkingTo'] {
  switch (stage.name) {
    case 'inFlow':
    case 'scheduled':
      return 'flow';
    // A caller whose offer was accepted goes on hearing the queue until the whisper to the agent is over.
    case 'queued':
    case 'agentWhisper':
      return 'queue';
    case 'dialing':
    case 'ended':
      return null;
    case 'customerWhisper':
      return 'whisper';
    case 'connected':
      return stage.heldSinceMs === null ? 'agent' : 'hold';
  }
}

const awaitsKeys = (run: FlowRun | undefined): boolean => run?.wait?.kind === 'input';

function lastLeg(center: Center, callbackId: CallbackId): Contact | undefined {
  const legId = center.callbacks.get(callbackId)?.legs.at(-1);
  return legId === undefined ? undefined : center.contacts.get(legId);
}

function pendingOf({ stage }: Contact): PhoneView['callbackPending'] {
  if (stage.name === 'scheduled') return { state: 'scheduled', dueAtMs: stage.untilMs };
  return { state: stage.name === 'queued' ? 'queued' : 'inProgress', dueAtMs: null };
}

/** What it does when it is called next: the entry for the coming dial, the last one repeats. */
function behaviorOf(customer: { readonly dials: number; readonly whenCalled: readonly { readonly does: string }[] } | undefined): string {
  if (!customer) return 'manual';
  return (customer.whenCalled[customer.dials] ?? customer.whenCalled.at(-1))?.does ?? 'manual';
}
