import { assert } from './core/assert.ts';
import type { ContactId, LineId } from './core/ids.ts';
import type { Commit } from './event.ts';
import type { Center } from './state.ts';
import { contactOf, lineOf } from './update.ts';

/** What must hold after every commit, checked in production too: only what the commit touched, so it stays cheap. */
export function checkCommit(center: Center, commit: Commit): void {
  for (const event of commit.events) {
    switch (event.type) {
      case 'offer.made': {
        const agent = center.agents.get(event.agentId);
        assert(agent?.slot?.contactId === event.contactId || !center.offers.has(event.offerId), 'an offered contact is in its agent’s slot');
        break;
      }
      case 'contact.ended':
        assert(!center.flowRuns.has(event.contactId), 'an ended contact runs no flow');
        assert(!center.openContacts.has(event.contactId), 'an ended contact is not open');
        checkConsult(center, event.contactId);
        break;
      case 'contact.consulted':
      case 'contact.consultEnded':
        checkConsult(center, event.contactId);
        break;
      case 'line.opened':
      case 'line.moved':
        checkLine(center, event.lineId);
        break;
      default:
    }
  }
  const nextDueAtMs = center.timers.nextDueAtMs();
  assert(nextDueAtMs === undefined || nextDueAtMs >= center.nowMs, 'no deadline lies in the past');
}

/** Who consults talks with the customer's contact still theirs, and the other contact is open and knows where it comes from. */
function checkConsult(center: Center, contactId: ContactId): void {
  const contact = contactOf(center, contactId);
  if (contact.consult === null) return;
  const other = contactOf(center, contact.consult.contactId);
  assert(contact.stage.name === 'connected', 'only a connected contact consults another');
  assert(other.stage.name !== 'ended' && other.previousContactId === contactId, 'a consulted contact is open and comes from the one that consults it');
}

/** A line that is not over belongs to one open contact, and that contact knows it. */
function checkLine(center: Center, lineId: LineId): void {
  const line = lineOf(center, lineId);
  if (line.state === 'ended') return;
  const { lineId: own, thirdLineId } = contactOf(center, line.contactId);
  assert(center.openContacts.has(line.contactId) && lineId === (line.party === 'third' ? thirdLineId : own), 'a line belongs to one open contact');
}
