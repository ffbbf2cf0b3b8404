import { durationMs, seconds } from '../engine/index.ts';
import type { Command, DialBehavior, E164 } from '../engine/index.ts';
import { toDialBehavior } from '../protocol/dial-plan.ts';
import type { CustomerSpec } from './schema.ts';

/** What each dial meets: as the file says, else the phone rings and whoever holds it decides. */
export function dialPlanOf(customer: CustomerSpec): readonly DialBehavior[] {
  const { whenCalled } = customer;
  if (whenCalled === undefined) return [{ does: 'manual' }];
  return (Array.isArray(whenCalled) ? whenCalled : [whenCalled]).map(toDialBehavior);
}

/** Tells the center how a customer's phone behaves; in a person's hands it rings, and nobody hangs up by themselves. */
export function behaveCommand(customer: CustomerSpec, by: 'script' | 'person'): Command {
  const number = customer.number as E164;
  if (by === 'person') return { type: 'customer.behave', number, whenCalled: [{ does: 'manual' }], talksForMs: null };
  const talksForMs = customer.talksFor === undefined || customer.talksFor === null ? null : durationMs(seconds(customer.talksFor));
  return { type: 'customer.behave', number, whenCalled: dialPlanOf(customer), talksForMs };
}
