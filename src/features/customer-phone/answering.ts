import type { TabCommand } from '../../protocol/envelope.ts';

/** A behavior as the center takes it: what a phone does when it is called. */
export type Behavior = Extract<TabCommand, { readonly type: 'customer.behave' }>['whenCalled'][number];

/** The ways of answering that this page offers, in display order. */
export const answeringWays = ['manual', 'answers', 'noAnswer', 'busy', 'voicemail', 'invalidNumber'] as const;

export type AnsweringWay = (typeof answeringWays)[number];

/** How long the phone rings before it answers by itself, in ms; long enough to be seen ringing. */
export const ringsForMs = 5_000;

type Duration = Extract<Behavior, { readonly does: 'answers' }>['afterMs'];

/** Durations lose their brand on the way to a page; this is where one gets it back. */
const duration = (ms: number): Duration => Math.max(0, Math.trunc(ms)) as Duration;

const behaviors: Readonly<Record<AnsweringWay, Behavior>> = {
  manual: { does: 'manual' },
  answers: { does: 'answers', afterMs: duration(ringsForMs), hangsUpAfterMs: null },
  noAnswer: { does: 'noAnswer' },
  busy: { does: 'busy', afterMs: duration(0) },
  voicemail: { does: 'voicemail', afterMs: duration(ringsForMs) },
  invalidNumber: { does: 'invalidNumber' },
};

/** The behavior behind a choice, to be sent to the center. */
export function behaviorFor(way: AnsweringWay): Behavior {
  return behaviors[way];
}

/** The choice for a word of PhoneView.behavior, or null for behaviors that only a story sets. */
export function answeringWay(word: string): AnsweringWay | null {
  return answeringWays.find((way) => way === word) ?? null;
}
