import type { CallbackTerms, Contact } from '../contact/model.ts';
import { durationMs, type DurationMs } from '../core/time.ts';
import type { ContactCreated } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { untilWindow } from './window.ts';

/**
 * The next leg of a callback that nobody answered: a new contact with its own record, waiting out the gap, with the
 * same queue, number, caller id, attributes, hooks, priority and place in line (spec §1.10).
 */
export function retryLeg(center: Center, contact: Contact, terms: CallbackTerms, gapMs: DurationMs): ContactCreated {
  const delayMs = untilWindow(center, terms.queueId, terms.number, gapMs);
  // A callback that began without a call is itself the root of its retries.
  const rootId = contact.initialContactId ?? contact.id;
  return {
    type: 'contact.created',
    contactId: newId(center, 'contact'),
    method: 'CALLBACK',
    previousContactId: contact.id,
    initialContactId: rootId,
    customerNumber: contact.customerNumber,
    systemNumber: contact.systemNumber,
    attributes: contact.attributes,
    hooks: contact.hooks,
    priority: contact.priority,
    ageAdjustmentMs: contact.ageAdjustmentMs,
    // Not where the failed leg stood: a flow that took it to another queue gave it a new place there (spec §5.2, decision #7).
    orderingAtMs: center.config.instance.policy.callbackOrdering === 'originalStart' ? contactOf(center, rootId).initiatedAtMs : null,
    callback: {
      ...terms,
      attempt: terms.attempt + 1,
      delayMs,
      // A gap is no initial delay: the record's queue duration does not count it (spec §2.2b).
      initialDelayMs: durationMs(0),
    },
  };
}
