import type { AgentId, ContactId, LineId, OfferId, QueueId } from '../core/ids.ts';
import { promiseLedger } from '../metrics/promise-ledger.ts';
import { queueFigures } from '../metrics/realtime.ts';
import { bestContact } from '../routing/match.ts';
import type { Center } from '../state.ts';
import { checkAgent, checkContact, type Told } from './places.ts';
import { holds } from './violation.ts';

/** Counts everything anew, from end to end: dear, so it is done now and then. */
export function checkWhole(center: Center, told: Told): void {
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    holds(contact !== undefined, 'an open contact is there');
    checkContact(center, contact, told);
  }
  for (const agent of center.agents.values()) checkAgent(center, agent);
  checkCounts(center);
  checkQueues(center, told);
  checkTimers(center);
  checkPromises(center, told);
  checkPhones(center);
  checkNobodyForgotten(center);
}

function checkCounts(center: Center): void {
  holds(center.contacts.size === center.counts.contact, 'no two contacts have one id');
  holds(center.lines.size === center.counts.line, 'no two lines have one id');
  holds(center.callbacks.size === center.counts.callback, 'no two promises have one id');
  const idle = [...center.agents.keys()].filter((id) => center.idle.has(id)).length;
  holds(idle === center.idle.size, 'nobody is idle who is no agent');
}

/** Queue figures against a walk over all open contacts. */
function checkQueues(center: Center, { uncounted }: Told): void {
  const ringingCounts = center.config.instance.policy.dequeueMoment === 'accept';
  const waiting = new Map<QueueId, { size: number; count: number; oldest: number }>();
  const scheduled = new Map<QueueId, number>();
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (contact?.stage.name === 'scheduled' && contact.callback && !uncounted.has(id)) scheduled.set(contact.callback.queueId, (scheduled.get(contact.callback.queueId) ?? 0) + 1);
    if (!contact?.queue || contact.queue.dequeuedAtMs !== null) continue;
    const known = waiting.get(contact.queue.queueId) ?? { size: 0, count: 0, oldest: Infinity };
    // Decision #2 may count only those who ring nowhere.
    const counts = ringingCounts || (contact.stage.name === 'queued' && contact.stage.offerId === null);
    const oldest = counts ? Math.min(known.oldest, contact.queue.enqueuedAtMs) : known.oldest;
    waiting.set(contact.queue.queueId, { size: known.size + 1, count: known.count + (counts ? 1 : 0), oldest });
  }
  for (const [queueId, line] of center.waiting) {
    const figures = queueFigures(center, queueId);
    const counted = waiting.get(queueId) ?? { size: 0, count: 0, oldest: Infinity };
    const detail = (): string => JSON.stringify({ figures, counted });
    holds(figures.CONTACTS_IN_QUEUE === counted.count && line.size === counted.size, '“In queue” equals a recount', detail);
    holds(figures.CONTACTS_SCHEDULED === (scheduled.get(queueId) ?? 0), '“Scheduled” equals a recount', detail);
    holds(figures.OLDEST_CONTACT_AGE === (counted.count === 0 ? 0 : Math.trunc((center.nowMs - counted.oldest) / 1000)), '“Oldest” equals a recount', detail);
    holds(figures.AGENTS_AVAILABLE <= figures.AGENTS_STAFFED && figures.AGENTS_STAFFED + figures.AGENTS_NON_PRODUCTIVE === figures.AGENTS_ONLINE, 'agents’ figures add up', detail);
    checkOrder(center, queueId);
  }
}

/** The line in order, and each one's position, are those of a plain sort. */
function checkOrder(center: Center, queueId: QueueId): void {
  const line = center.waiting.get(queueId);
  const all: { readonly id: ContactId; readonly rank: readonly number[]; readonly rings: boolean }[] = [];
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (!contact?.queue || contact.queue.queueId !== queueId || contact.queue.dequeuedAtMs !== null) continue;
    const rings = contact.stage.name !== 'queued' || contact.stage.offerId !== null;
    all.push({ id, rings, rank: [contact.priority, (contact.orderingAtMs ?? contact.queue.enqueuedAtMs) - contact.ageAdjustmentMs, contact.seq] });
  }
  all.sort((a, b) => (a.rank[0] ?? 0) - (b.rank[0] ?? 0) || (a.rank[1] ?? 0) - (b.rank[1] ?? 0) || (a.rank[2] ?? 0) - (b.rank[2] ?? 0));
  holds([...(line?.byOrder ?? [])].map(({ contactId }) => contactId).join() === all.filter(({ rings }) => !rings).map(({ id }) => id).join(), 'the line is in order of priority, age and creation');
  for (const [index, { id }] of all.entries()) holds(line?.positionOf(id) === index + 1, 'a position counts everybody ahead');
}

/** Every deadline has somebody who waits for it, and every wait that ends by itself has its deadline. */
function checkTimers(center: Center): void {
  const { timers } = center.timers.toJSON();
  for (const { kind, of } of timers) holds(hasOwner(center, kind, of.split('/', 1)[0] ?? ''), 'a deadline belongs to something that is there', () => kind);
  for (const offer of center.offers.values()) holds(center.timers.get('offer', offer.id)?.dueAtMs === offer.expiresAtMs, 'an offer has its deadline');
  for (const line of center.lines.values()) {
    if (line.state === 'ringing') holds(center.timers.get('ring', line.id) !== undefined, 'a ringing phone rings out');
  }
  for (const run of center.flowRuns.values()) {
    const wait = run.wait;
    holds(wait !== null, 'a flow at rest waits for something');
    const open = wait.kind === 'answer' || (wait.kind === 'loop' && wait.interruptAtMs === null);
    holds(open !== (center.timers.get('flow', run.contactId) !== undefined), 'a flow that waits for time has its deadline', () => wait.kind);
  }
}

function hasOwner(center: Center, kind: string, id: string): boolean {
  const isOpen = (contactId: string): boolean => center.openContacts.has(contactId as ContactId);
  switch (kind) {
    case 'offer':
      return center.offers.has(id as OfferId);
    case 'flow':
      return center.flowRuns.has(id as ContactId);
    case 'whisper':
    case 'life':
    case 'callback':
    case 'route':
      return isOpen(id);
    case 'line':
    case 'ring':
    case 'hangUp':
      return (center.lines.get(id as LineId)?.state ?? 'ended') !== 'ended';
    case 'work':
      return center.agents.get(id as AgentId)?.slot?.state === 'ENDED';
    default:
      // A kind of deadline that is not known here has an owner until this list says otherwise.
      return true;
  }
}

/** A promise is open exactly as long as one of its legs is. */
function checkPromises(center: Center, { promisesOpened, promisesClosed }: Told): void {
  const { created, open, closedByCause } = promiseLedger(center);
  const closed = Object.values(closedByCause).reduce((sum, count) => sum + count, 0);
  holds(created === promisesOpened && closed === promisesClosed && open === created - closed, 'promises made are those open and those closed with a cause', () => `${created} ${open} ${closed}`);
  const alive = new Map<string, number>();
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (contact?.callback) alive.set(contact.callback.callbackId, (alive.get(contact.callback.callbackId) ?? 0) + 1);
  }
  for (const promise of center.callbacks.values()) {
    holds((promise.closed === null ? 1 : 0) === (alive.get(promise.id) ?? 0), 'an open promise has one leg at work, a closed one none', () => `${promise.closed?.cause} ${alive.get(promise.id)}`);
  }
}

function checkPhones(center: Center): void {
  for (const customer of center.customers.values()) {
    if (customer.lineId === null) continue;
    const line = center.lines.get(customer.lineId);
    holds(line?.number === customer.number && line.state !== 'ended', 'a phone in use has a line');
  }
  for (const line of center.lines.values()) {
    if (line.state === 'ended') continue;
    const owner = center.contacts.get(line.contactId);
    holds(center.openContacts.has(line.contactId) && (line.party === 'third' ? owner?.thirdLineId : owner?.lineId) === line.id, 'a line that is not over belongs to one open contact');
  }
}

/** Nobody waits whom a free agent could serve: once everything due has been done, no such pair is left. */
export function checkNobodyForgotten(center: Center): void {
  const next = center.timers.peek();
  if (next !== undefined && next.dueAtMs <= center.nowMs) return;
  if (!isAnybodyUnserved(center)) return;
  for (const { id } of center.config.agents.values()) {
    if (center.idle.has(id)) holds(bestContact(center, id) === null, 'nobody waits whom a free agent could serve');
  }
}

/** Somebody stands in a queue and rings nowhere. */
function isAnybodyUnserved({ waiting }: Center): boolean {
  for (const line of waiting.values()) if (line.byOrder.size > 0) return true;
  return false;
}
