import { member, objectOf } from '../content.ts';
import { goOn, goToError, type RunAction } from '../step.ts';
import { looksLikeE164 } from '../../core/e164.ts';
import { textOf } from '../values.ts';
import { awaitsAnswer, waiting } from './play.ts';

/**
 * Call phone number: places the call that the first prompt would place, with a caller ID of its own if it names one
 * (spec §1.7). It has no error branch; after the customer has picked up there is nothing left to do.
 */
export const completeOutboundCall: RunAction = (step) => {
  if (!awaitsAnswer(step)) return goOn(step);
  const callerId = textOf(member(objectOf(step.action.parameters['CallerId']), 'Number'), step);
  if (callerId === '') return [waiting(step, { kind: 'answer' })];
  if (!looksLikeE164(callerId)) return goToError(step, 'NoMatchingError', 'the caller ID is no telephone number in international form; the one of the callback or its queue is shown');
  return [waiting(step, { kind: 'answer', callerId })];
};
