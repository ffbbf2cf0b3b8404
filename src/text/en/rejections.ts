import type { RejectionCode } from '../../engine/index.ts';

/** One sentence per refusal: what happened, and what can be done. Shown to people, so no code words. */
export const rejections = {
  OFFER_GONE: 'This contact is no longer offered here: it was taken, went on to another agent, or is over. You need do nothing.',
  NOT_ALLOWED: 'This can only be done by the person it belongs to. Nothing was changed.',
  NO_SUCH_AGENT: 'There is no such agent in this contact center. Choose one of its agents.',
  NO_SUCH_STATUS: 'That status no longer exists. Choose another one from the list.',
  NO_SUCH_CONTACT: 'That contact is no longer there. It has ended or was removed.',
  NO_SUCH_QUEUE: 'There is no such queue in this contact center. Choose one of its queues.',
  NO_SUCH_FLOW: 'There is no such flow in this contact center. Choose or import one.',
  NO_SUCH_NUMBER: 'That number does not belong to this contact center. Dial one of its own numbers.',
  NO_SUCH_PROMPT: 'There is no such prompt in this contact center. It may have been removed; choose or add another.',
  NO_SUCH_LAMBDA: 'Nothing stands in for that Lambda function (any more). Define its answer again.',
  NOT_NOW: 'That is not possible in the contact’s present state. Look at what is shown now and choose again.',
  NOT_STOPPABLE: 'A contact that was passed on cannot be stopped from outside. It ends when the people who are in it end it.',
  LINE_BUSY: 'This phone is already in use. Hang up first.',
  NOT_IN_A_CONVERSATION: 'Nobody is on the line, so there is nothing to do this with.',
  NOT_RINGING: 'This phone has stopped ringing. The other side gave up or was answered already.',
  NOT_A_KEY: 'Only the digits 0 to 9, star and pound can be sent.',
  NO_CALLBACK_CONFIGURED: 'Callbacks are not set up in this contact center. Assign a flow that offers them.',
  DUPLICATE_CALLBACK: 'This number has a callback waiting already. It is called once for both requests.',
  QUEUE_CLOSED: 'The queue is switched off and takes nobody. Choose another one, or have it enabled.',
  QUEUE_FULL: 'The queue is full and takes nobody more at present. Try again later.',
  CHAIN_FULL: 'This contact was passed on as often as one may be. It has to be finished here.',
  INVALID_NUMBER: 'This is not a telephone number. Check the digits and enter it again.',
  NOT_DIALABLE: 'This contact center does not place calls to that country. Enter another number.',
  INVALID_VALUE: 'The value of {{field}} is not accepted. Correct it and try again.',
} as const satisfies Record<RejectionCode, string>;
