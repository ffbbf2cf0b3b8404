import { z } from 'zod';
import type { DialBehavior } from '../engine/index.ts';

const delay = z.number().min(0).max(604_800);

/**
 * What a customer's phone does when it is called, in the words of the scenario format; all numbers are seconds.
 * One entry per dial, the last repeats.
 */
export const dialPlanEntry = z.union([
  z.strictObject({ answersAfter: delay, hangsUpAfter: delay.optional() }),
  z.strictObject({ noAnswer: z.literal(true) }),
  z.strictObject({ busyAfter: delay }),
  z.strictObject({ invalidNumber: z.literal(true) }),
  z.strictObject({ voicemailAfter: delay }),
  z.strictObject({ networkNoAnswerAfter: delay }),
  z.strictObject({ networkFaultAfter: delay }),
  z.strictObject({ blocked: z.literal(true) }),
  // It rings, and whoever holds the phone decides.
  z.strictObject({ manual: z.literal(true) }),
]);
export type DialPlanEntry = z.infer<typeof dialPlanEntry>;

/** The engine's word for a dial plan's entry. */
export function toDialBehavior(entry: DialPlanEntry): DialBehavior {
  if ('answersAfter' in entry) {
    const hangsUpAfterMs = entry.hangsUpAfter === undefined ? null : toMs(entry.hangsUpAfter);
    return { does: 'answers', afterMs: toMs(entry.answersAfter), hangsUpAfterMs };
  }
  if ('busyAfter' in entry) return { does: 'busy', afterMs: toMs(entry.busyAfter) };
  if ('voicemailAfter' in entry) return { does: 'voicemail', afterMs: toMs(entry.voicemailAfter) };
  if ('networkNoAnswerAfter' in entry) return { does: 'networkNoAnswer', afterMs: toMs(entry.networkNoAnswerAfter) };
  if ('networkFaultAfter' in entry) return { does: 'networkFault', afterMs: toMs(entry.networkFaultAfter) };
  if ('blocked' in entry) return { does: 'blocked' };
  if ('manual' in entry) return { does: 'manual' };
  return 'invalidNumber' in entry ? { does: 'invalidNumber' } : { does: 'noAnswer' };
}

type BehaviorMs = Extract<DialBehavior, { readonly does: 'busy' }>['afterMs'];

function toMs(seconds: number): BehaviorMs {
  return Math.round(seconds * 1000) as BehaviorMs;
}
