/*
 * Every state of the softphone as a tab would be shown it, at a held clock: for the gallery page, whose pictures are
 * looked at and checked for accessibility. John's day of the demo, with fictional numbers.
 */
import type { AgentView, ConsultView, ContactView, LiveTables, OfferView, StatusView, StepView } from '../../protocol/views.ts';

const second = 1_000;
const minute = 60_000;
const nowMs = Date.UTC(2026, 10, 3, 19, 39, 0);

const available: StatusView = { id: 's-available', name: 'Available', type: 'ROUTABLE' };
const lunch: StatusView = { id: 's-break', name: 'Break', type: 'CUSTOM' };
const training: StatusView = { id: 's-training', name: 'Training', type: 'CUSTOM' };
const offline: StatusView = { id: 's-offline', name: 'Offline', type: 'OFFLINE' };

const ana: AgentView = {
  id: 'a-ana', username: 'ana', name: 'Ana Silva', status: available, statusSinceMs: nowMs - 12 * minute - 40 * second, nextStatus: null,
  statuses: [available, lunch, training, offline], activity: 'Available', activitySinceMs: nowMs - 12 * minute,
  routingProfile: 'Callbacks first', waiting: { inQueue: 2, scheduled: 1 }, offerId: null, contactId: null, can: ['dial'],
};

const offer: OfferView = {
  id: 'o-1', contactId: 'c-2', kind: 'callback', fromAgent: null, customerName: 'John Doe', maskedNumber: '+1 ••• ••• ••42',
  reason: 'A question about the invoice of October', queueName: 'Inbound queue', askedAtMs: nowMs - 2 * minute, enqueuedAtMs: nowMs - 21 * second,
  attempt: 2, attemptsMax: 3, callerId: '+18005550199', customerZone: 'America/New_York', madeAtMs: nowMs - 6 * second,
  expiresAtMs: nowMs + 14 * second, can: ['accept', 'reject'],
};

const step = (name: StepView['name'], state: StepView['state'], fromS: number | null = null, toS: number | null = null, rest: Partial<StepView> = {}): StepView => ({
  name, state, fromMs: fromS === null ? null : nowMs + fromS * second, toMs: toS === null ? null : nowMs + toS * second, untilMs: null, caption: null, ...rest,
});
const accepted = step('accepted', 'done', -40, -40);
const toAgent = 'Callback from John Doe, waiting since 11:37, about an invoice.';
const toThem = 'This is Example Corporation with the call you asked for. The call may be recorded. Please stay on the line, an agent will be with you now.';

const whispering: ContactView = {
  id: 'c-2', kind: 'callback', fromAgent: null, fromAgentTalks: null, consult: null, stage: 'agentWhisper', stageSinceMs: nowMs - 6 * second, customerName: 'John Doe', number: '+12065550142',
  reason: offer.reason, queueName: 'Inbound queue', askedAtMs: offer.askedAtMs, attempt: 2, attemptsMax: 3, callerId: '+18005550199', customerZone: 'America/New_York',
  steps: [
    step('accepted', 'done', -6, -6), step('agentWhisper', 'now', -6, null, { untilMs: nowMs + 4 * second, caption: toAgent }),
    step('dialing', 'waiting'), step('ringing', 'waiting'), step('customerWhisper', 'waiting'),
  ],
  connectedAtMs: null, heldSinceMs: null, heldMs: 0, muted: false, digitsSent: '', cause: null, retryAtMs: null, workUntilMs: null,
  attributes: { accountTier: 'Gold', invoice: '2026-10-1184', language: 'en-US' }, can: ['end'],
};

const reached = [accepted, step('agentWhisper', 'done', -40, -30), step('dialing', 'done', -30, -28), step('ringing', 'done', -28, -16)] as const;
const dialing: ContactView = {
  ...whispering, stage: 'dialing',
  steps: [accepted, step('agentWhisper', 'done', -40, -30), step('dialing', 'now', -2), step('ringing', 'waiting'), step('customerWhisper', 'waiting')],
};
const ringing: ContactView = {
  ...whispering, stage: 'dialing',
  steps: [accepted, step('agentWhisper', 'done', -40, -30), step('dialing', 'done', -30, -12), step('ringing', 'now', -12), step('customerWhisper', 'waiting')],
};
const customerWhisper: ContactView = {
  ...whispering, stage: 'customerWhisper',
  steps: [...reached, step('customerWhisper', 'now', -9, null, { untilMs: nowMs + 6 * second, caption: toThem })],
};
const talking: ContactView = {
  ...whispering, stage: 'connected', stageSinceMs: nowMs - 192 * second, connectedAtMs: nowMs - 192 * second,
  steps: [accepted, ...reached.slice(1), step('customerWhisper', 'done', -16, -1)].map((each) => ({
    ...each, fromMs: each.fromMs === null ? null : each.fromMs - 191 * second, toMs: each.toMs === null ? null : each.toMs - 191 * second,
  })),
  can: ['end', 'hold', 'mute', 'sendDigits', 'transfer'],
};
const held: ContactView = { ...talking, stage: 'held', heldSinceMs: nowMs - 35 * second, heldMs: 30 * second, can: ['end', 'resume', 'mute', 'sendDigits', 'transfer'] };
const consult = (change: Partial<ConsultView> = {}): ContactView => ({
  ...held, consult: { kind: 'agent', who: 'Ben Okafor', takenBy: null, state: 'connected', sinceMs: nowMs - 20 * second, talk: 'third', ...change },
  can: ['end', 'mute', 'sendDigits', 'conference', 'swap', 'leave', 'drop'],
});
const asked: ContactView = { ...talking, kind: 'transfer', fromAgent: 'Ben Okafor', fromAgentTalks: 'third', attempt: null, attemptsMax: null, callerId: null, can: ['end', 'mute', 'sendDigits'] };
const outbound: ContactView = {
  ...whispering, kind: 'outbound', stage: 'dialing', reason: null, attempt: null, attemptsMax: null, attributes: {},
  steps: [step('dialing', 'done', -12, -12), step('ringing', 'now', -12), step('customerWhisper', 'waiting')],
};
const work: ContactView = {
  ...talking, stage: 'afterContactWork', stageSinceMs: nowMs - 48 * second, connectedAtMs: nowMs - 400 * second, cause: 'customerHungUp',
  heldMs: 65 * second, workUntilMs: nowMs + 72 * second, can: ['clear'],
};
const closed: ContactView = { ...whispering, number: offer.maskedNumber, steps: [], can: ['clear'], attributes: {} };
const failed: ContactView = {
  ...whispering, stage: 'failed', cause: 'noAnswer', retryAtMs: nowMs + 13 * minute, can: ['clear'],
  steps: [accepted, step('agentWhisper', 'done', -40, -30), step('dialing', 'done', -30, -28), step('ringing', 'failed', -28, -1), step('customerWhisper', 'waiting')],
};

const withOffer = (change: Partial<OfferView> = {}): LiveTables => tables({ ...ana, offerId: offer.id }, { ...offer, ...change });
const withContact = (contact: ContactView, change: Partial<AgentView> = {}): LiveTables => tables({ ...ana, contactId: contact.id, ...change }, null, contact);

/** States by name, as in the gallery's address. */
export const galleryStates: Readonly<Record<string, LiveTables>> = {
  available: tables(ana),
  break: tables({ ...ana, status: lunch, statusSinceMs: nowMs - 65 * second }),
  offline: tables({ ...ana, status: offline, statusSinceMs: nowMs - 3 * 60 * minute, waiting: { inQueue: 0, scheduled: 0 } }),
  'silent-tab': { ...tables(ana), mastership: { 'ring:a-ana': { resource: 'ring:a-ana', mine: false, tabs: 2 } } },
  offer: withOffer(),
  'offer-nameless': withOffer({ customerName: null, reason: null, attempt: 1, customerZone: null, askedAtMs: nowMs - 125 * minute }),
  'offer-inbound': withOffer({ kind: 'inbound', attempt: null, attemptsMax: null, callerId: null, reason: null }),
  'offer-long': withOffer({
    customerName: 'Maximiliane-Charlotte von Hohenstein-Wildenfels', queueName: 'International warranty and repairs (German, French)',
    reason: 'The dishwasher that was delivered last Thursday leaks from below after the second program, and the customer would like to know whether the kitchen floor is covered too',
    expiresAtMs: nowMs + 3 * second,
  }),
  'agent-whisper': withContact(whispering),
  dialing: withContact(dialing),
  ringing: withContact(ringing),
  'customer-whisper': withContact(customerWhisper),
  talking: withContact(talking),
  muted: withContact({ ...talking, muted: true, can: ['end', 'hold', 'unmute', 'sendDigits'] }, { nextStatus: lunch }),
  held: withContact(held),
  'may-be-a-machine': withContact({ ...talking, can: [...talking.can, 'declareMachine'] }),
  'outbound-ringing': withContact(outbound),
  'consult-waiting': withContact({ ...consult({ kind: 'queue', who: 'Billing', state: 'waiting' }), can: ['end', 'mute', 'sendDigits', 'leave', 'drop'] }),
  'consult-ringing': withContact({ ...consult({ kind: 'number', who: '+12065550177', state: 'ringing' }), can: ['end', 'mute', 'sendDigits', 'leave', 'drop'] }),
  'consult-talking': withContact(consult()),
  'consult-swapped': withContact({ ...consult({ talk: 'customer' }), stage: 'connected', heldSinceMs: null }),
  conference: withContact({ ...consult({ talk: 'all' }), stage: 'connected', heldSinceMs: null, can: ['end', 'mute', 'sendDigits', 'leave', 'drop'] }),
  asked: withContact(asked),
  'asked-held': withContact({ ...asked, stage: 'held', heldSinceMs: nowMs - 12 * second, fromAgentTalks: 'customer' }),
  'offer-transfer': withOffer({ kind: 'transfer', fromAgent: 'Ben Okafor', attempt: null, attemptsMax: null, callerId: null }),
  digits: withContact({ ...talking, heldMs: 30 * second, digitsSent: '4711#' }),
  work: withContact(work, { nextStatus: lunch }),
  'work-unlimited': withContact({ ...work, workUntilMs: null, heldMs: 0, cause: 'agentHungUp' }),
  missed: withContact({ ...closed, stage: 'missed', cause: 'missed' }),
  rejected: withContact({ ...closed, stage: 'rejected', cause: 'rejected' }),
  failed: withContact(failed),
  'failed-for-good': withContact({ ...failed, cause: 'invalidNumber', retryAtMs: null, attempt: 1 }),
};

function tables(agent: AgentView, ringing: OfferView | null = null, contact: ContactView | null = null): LiveTables {
  return {
    clock: { clock: { engineMs: nowMs, wallMs: 0, speed: 0, nextDueAtMs: null } },
    center: {
      center: {
        instanceName: 'Example Corporation', country: 'US', timeZone: 'America/Los_Angeles', numbers: [], agents: [{ username: 'ana', name: 'Ana Silva' }],
        customers: [], scenario: null,
      },
    },
    agents: { [agent.id]: agent },
    offers: ringing === null ? {} : { [ringing.id]: ringing },
    contacts: contact === null ? {} : { [contact.id]: contact },
    phones: {},
    queues: {
      inbound: { id: 'inbound', name: 'Inbound queue', inQueue: 2, scheduled: 1, oldestSinceMs: nowMs - 4 * minute },
      billing: { id: 'billing', name: 'Billing', inQueue: 0, scheduled: 0, oldestSinceMs: null },
    },
    directory: { directory: { agents: [{ id: 'a-ben', name: 'Ben Okafor' }, { id: 'a-chloe', name: 'Chloé Laurent' }], queues: [{ id: 'inbound', name: 'Inbound queue' }, { id: 'billing', name: 'Billing' }] } },
    notices: {},
    mastership: {},
  };
}
