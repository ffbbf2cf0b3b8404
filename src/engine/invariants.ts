import { assert } from './core/assert.ts';
import type { Commit } from './event.ts';
import type { Center } from './state.ts';

/** What must hold after every commit, checked in production too: only what the commit touched, so it stays cheap. */
export function checkCommit(center: Center, commit: Commit): void {
  for (const event of commit.events) {
    if (event.type === 'offer.made') {
      const agent = center.agents.get(event.agentId);
      assert(agent?.slot?.contactId === event.contactId || !center.offers.has(event.offerId), 'an offered contact is in its agent’s slot');
    }
    if (event.type === 'contact.ended') {
      assert(!center.flowRuns.has(event.contactId), 'an ended contact runs no flow');
      assert(!center.openContacts.has(event.contactId), 'an ended contact is not open');
    }
  }
  const next = center.timers.peek();
  assert(next === undefined || next.dueAtMs >= center.nowMs, 'no deadline lies in the past');
}
