import { toDialBehavior } from '../../protocol/dial-plan.ts';
import type { DialPlanEntry } from '../../protocol/dial-plan.ts';

/** The ways of answering that this page offers, in display order. */
export const answeringWays = ['manual', 'answers', 'noAnswer', 'busy', 'voicemail', 'invalidNumber'] as const;

export type AnsweringWay = (typeof answeringWays)[number];

/** How many seconds the phone rings before it answers by itself: long enough to be seen ringing. */
const ringsForSeconds = 5;

const plans: Readonly<Record<AnsweringWay, DialPlanEntry>> = {
  manual: { manual: true },
  answers: { answersAfter: ringsForSeconds },
  noAnswer: { noAnswer: true },
  busy: { busyAfter: 0 },
  voicemail: { voicemailAfter: ringsForSeconds },
  invalidNumber: { invalidNumber: true },
};

/** The behavior behind a choice, to be sent to the center. */
export function behaviorFor(way: AnsweringWay): ReturnType<typeof toDialBehavior> {
  return toDialBehavior(plans[way]);
}

/** The choice for a word of PhoneView.behavior, or null for behaviors that only a story sets. */
export function answeringWay(word: string): AnsweringWay | null {
  return answeringWays.find((way) => way === word) ?? null;
}
