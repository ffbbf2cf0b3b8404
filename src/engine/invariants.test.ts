import { describe, expect, test } from 'vitest';
import { ids } from '../testing/builders.ts';
import { CenterDriver } from '../testing/center-driver.ts';
import { consulting, contactsOf, JOHN, lineOf, secondOf, talking, toBen, toExpert } from '../testing/talking.ts';
import type { Contact } from './contact/model.ts';
import { must } from './core/assert.ts';
import { epochMs } from './core/time.ts';
import type { CenterEvent, Commit } from './event.ts';
import { checkCommit } from './invariants.ts';

const ana = ids.agent('ana');
/** The last commit in which this happened. */
const commitOf = (center: CenterDriver, type: CenterEvent['type']): Commit => must(center.commits.findLast(({ events }) => events.some((event) => event.type === type)), type);
const check = (center: CenterDriver, type: CenterEvent['type']) => () => checkCommit(center.center, commitOf(center, type));
/** Changes a contact as nothing in the engine would. */
const bend = (center: CenterDriver, contact: Contact, changes: Partial<Contact>): CenterDriver => {
  center.center.contacts.set(contact.id, { ...contact, ...changes });
  return center;
};
const first = (center: CenterDriver): Contact => must(contactsOf(center)[0], 'a contact');

test('all that the stories here do is in order', () => {
  const center = consulting().agent('ana').leaves().customer(JOHN).hangsUp();
  for (const commit of center.commits) expect(() => checkCommit(center.center, commit)).not.toThrow();
});

describe('a commit is refused', () => {
  test('when an offer rings at an agent who has something else in hand', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    expect(check(center, 'offer.made')).not.toThrow();
    center.center.agents.set(ana, { ...must(center.center.agents.get(ana), 'ana'), slot: null });
    expect(check(center, 'offer.made')).toThrow('in its agent');
    // Taken or over within the same commit, it is not offered any more.
    center.center.offers.clear();
    expect(check(center, 'offer.made')).not.toThrow();
  });

  test('when a contact that has ended still runs a flow, or is still open', () => {
    const ended = (): CenterDriver => new CenterDriver().customer(JOHN).dials().customer(JOHN).hangsUp();
    expect(check(ended(), 'contact.ended')).not.toThrow();
    const running = ended();
    running.center.flowRuns.set(first(running).id, {} as never);
    expect(check(running, 'contact.ended')).toThrow('runs no flow');
    const open = ended();
    open.center.openContacts.add(first(open).id);
    expect(check(open, 'contact.ended')).toThrow('not open');
  });

  test('when a contact that is not connected consults another, or one that is over or comes from elsewhere', () => {
    expect(check(consulting(), 'contact.consulted')).not.toThrow();
    expect(check(bend(consulting(), first(consulting()), { stage: { name: 'inFlow' } }), 'contact.consulted')).toThrow('only a connected contact');
    expect(check(bend(consulting(), secondOf(consulting()), { stage: { name: 'ended' } }), 'contact.consulted')).toThrow('a consulted contact is open');
    expect(check(bend(consulting(), secondOf(consulting()), { previousContactId: null }), 'contact.consulted')).toThrow('a consulted contact is open');
  });

  test.each<CenterEvent['type']>(['contact.consultEnded', 'contact.ended'])('when after %s a consultation goes on with who is gone', (type) => {
    const center = consulting().agent('ana').drops();
    expect(check(center, type)).not.toThrow();
    const { consult } = first(consulting());
    // The commit names the contact that consulted, or the one that was consulted: both are looked at.
    for (const contact of contactsOf(center)) bend(center, contact, { consult, stage: { name: 'ended' } });
    expect(check(center, type)).toThrow('only a connected contact');
  });

  test('when a line that is not over belongs to nobody, or to a contact that does not know it', () => {
    const center = (): CenterDriver => new CenterDriver().customer(JOHN).dials();
    expect(check(center(), 'line.opened')).not.toThrow();
    expect(check(bend(center(), first(center()), { lineId: null }), 'line.opened')).toThrow('one open contact');
    const closed = center();
    closed.center.openContacts.clear();
    expect(check(closed, 'line.opened')).toThrow('one open contact');
    const over = bend(closed, first(closed), { lineId: null });
    over.center.lines.set(lineOf(over).id, { ...lineOf(over), state: 'ended' });
    expect(check(over, 'line.opened')).not.toThrow();
  });

  test('when a line that has moved is not known where it went', () => {
    const center = talking().agent('ana').transfersTo(toBen).agent('ana').leaves();
    expect(check(center, 'line.moved')).not.toThrow();
    expect(check(bend(center, secondOf(center), { lineId: null }), 'line.moved')).toThrow('one open contact');
  });

  test('when the line of a third party is taken for the customer’s', () => {
    const center = talking().agent('ana').transfersTo(toExpert);
    const { thirdLineId } = secondOf(center);
    expect(check(center, 'line.opened')).not.toThrow();
    expect(check(bend(center, secondOf(center), { lineId: thirdLineId, thirdLineId: null }), 'line.opened')).toThrow('one open contact');
  });

  test('when a deadline was forgotten', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    const due = must(center.engine.nextDueAtMs(), 'a deadline');
    center.center.nowMs = due;
    expect(check(center, 'offer.made')).not.toThrow();
    center.center.nowMs = epochMs(due + 1);
    expect(check(center, 'offer.made')).toThrow('no deadline lies in the past');
  });
});
