import type { EndCause } from '../../engine/index.ts';

/** How a contact can stand with its agent after the fact: an engine's cause, or an offer that was not taken. */
export type CauseWord = EndCause | 'missed' | 'rejected';

/** A few words per cause: for lists and titles. */
export const causeNames = {
  reachedMachine: 'Reached a machine',
  canceled: 'Canceled while waiting',
  customerHungUp: 'Customer hung up',
  agentHungUp: 'You hung up',
  flowDisconnected: 'Ended by the flow',
  flowEnded: 'Flow finished',
  noAnswer: 'Nobody answered',
  networkNoAnswer: 'Not reachable',
  busy: 'Line was busy',
  invalidNumber: 'Number does not exist',
  blocked: 'Number is blocked',
  networkFault: 'Network fault',
  noCallerId: 'No caller ID to show',
  agentCanceled: 'You ended it while it rang',
  agentLeftWhisper: 'You left before dialing',
  customerLeftWhisper: 'Customer left before you were joined',
  whisperTooLong: 'Message ran over its limit',
  queueFull: 'Queue was full',
  stopped: 'Stopped',
  expired: 'Expired after 7 days',
  endlessLoop: 'Flow ran in circles',
  missed: 'Missed',
  rejected: 'Rejected',
} as const satisfies Record<CauseWord, string>;

/** One sentence per cause: who did what, as far as the agent is concerned. */
export const causeSentences = {
  reachedMachine: 'A machine answered, and you said so.',
  canceled: 'The callback was canceled while it waited.',
  customerHungUp: 'The customer hung up.',
  agentHungUp: 'You hung up.',
  flowDisconnected: 'The flow ended the contact.',
  flowEnded: 'The flow came to its end.',
  noAnswer: 'We rang the customer for 60 seconds and nobody answered.',
  networkNoAnswer: 'The network could not reach the customer’s phone.',
  busy: 'The customer’s line was busy.',
  invalidNumber: 'The network says that this number does not exist.',
  blocked: 'The network refuses to place calls to this number.',
  networkFault: 'The network failed while we were calling the customer.',
  noCallerId: 'The queue has no number to show to the customer, so we did not dial.',
  agentCanceled: 'You ended the contact while the customer’s phone was ringing.',
  agentLeftWhisper: 'You ended the contact before we dialed.',
  customerLeftWhisper: 'The customer answered, but hung up before you were joined.',
  whisperTooLong: 'A message ran longer than two minutes, so the contact was ended.',
  queueFull: 'The queue had no room, so the contact was ended.',
  stopped: 'A supervisor stopped the contact.',
  expired: 'The callback waited for 7 days and was removed.',
  endlessLoop: 'The flow ran in circles, so the contact was ended.',
  missed: 'You did not accept in time.',
  rejected: 'You rejected the contact.',
} as const satisfies Record<CauseWord, string>;
