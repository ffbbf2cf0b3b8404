import type { CallbackTerms, Contact, EndCause } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { DurationMs } from '../core/time.ts';
import type { CallbackClose, CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import { extrasOf } from '../tenant/extras.ts';
import { retryLeg } from './retry.ts';

/** What the end of a leg means for the promise: another leg, or its close with the exact cause. */
export function settleCallback(center: Center, contact: Contact, cause: EndCause): readonly CenterEvent[] {
  const terms = must(contact.callback, 'the terms of a callback');
  const { callbackId } = terms;
  const contactId = contact.id;
  const joined = contact.agent !== null && contact.agent.connectedAtMs !== null;
  const rule = retryRuleFor(center, terms, cause);
  const retry = rule !== null && terms.attempt < rule.attemptsMax;
  const facts: CenterEvent[] = contact.agent && !joined ? [{ type: 'callback.attemptFailed', callbackId, contactId, cause, retry }] : [];
  if (retry) facts.push(retryLeg(center, contact, terms, rule.gapMs));
  else facts.push({ type: 'callback.closed', callbackId, contactId, cause: closeCause(cause, joined, rule !== null && rule.attemptsMax > 1) });
  return facts;
}

/**
 * Whether this outcome is tried again at all, up to which dial and after which gap: only ringing that nobody picks up,
 * unless decision #8 or a rule of the queue says otherwise (spec §1.8, §1.10).
 */
function retryRuleFor(center: Center, terms: CallbackTerms, cause: EndCause): { readonly attemptsMax: number; readonly gapMs: DurationMs } | null {
  const { instance } = center.config;
  const extras = extrasOf(instance, terms.queueId);
  const rule = extras.retryRules[cause];
  const machineRetried = cause === 'reachedMachine' && extras.machine === 'retry';
  if (!rule && !machineRetried && !instance.policy.retriedOutcomes.includes(cause)) return null;
  return { attemptsMax: rule?.attemptsMax ?? terms.attemptsMax, gapMs: rule?.gapMs ?? terms.retryDelayMs };
}

/** A machine closes as such, whoever was joined as reached; tries that were used up as exhausted; all else by its cause. */
function closeCause(cause: EndCause, joined: boolean, triesUsedUp: boolean): CallbackClose {
  if (cause === 'reachedMachine') return 'machine';
  if (joined) return 'reached';
  return triesUsedUp ? 'exhausted' : cause;
}
