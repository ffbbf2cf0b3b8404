/*
 * The template of this project: the guide's procedure with its other branches filled in. A caller who gives no number
 * in three tries, or whose callback cannot be arranged, waits in line as if they had never asked.
 */
import type { Plan } from './plan.ts';
import { end, flowFile, hook, say } from './template.ts';
import type { FileAction, Named } from './template.ts';

/** What the flows speak of. */
export interface OfferThings {
  /** The id of the inbound flow, under which all its parts belong together. */
  readonly of: string;
  readonly callbackQueue: Named;
  readonly waitingQueue: Named;
  /** What callers hear while they wait: the flow that offers, or the usual one; null: what the queue itself has. */
  readonly waitingFlow: Named | null;
  readonly agentWhisper: Named | null;
  readonly music: Named | null;
  readonly country: string;
  /** As the block counts them. */
  readonly attempts: number;
  /** Sentences of the branches that the form does not ask for. */
  readonly says: { readonly notDialable: string; readonly failed: string; readonly full: string; readonly sorry: string };
  readonly describes: { readonly inbound: string; readonly waiting: string };
}

/** The flow behind the number: greets, then offers at once, or sends the caller to wait where it is offered. */
export function inboundFlow(plan: Plan, things: OfferThings): string {
  const { of, callbackQueue, waitingQueue, waitingFlow, says, describes } = things;
  const atOnce = plan.offered === 'atOnce';
  const toWait = atOnce ? 'offer' : 'wait-in-line';
  const column = atOnce ? 9 : 3;
  return flowFile({ name: plan.flowName, description: describes.inbound, type: 'contactFlow', notes: { part: 'inbound', of, queue: callbackQueue.id } }, [
    say('greet', plan.says.greeting, 'set-queue', [0, 0]),
    {
      id: 'set-queue', type: 'UpdateContactTargetQueue', parameters: { QueueId: waitingQueue.id }, shows: { QueueId: { displayName: waitingQueue.name } },
      next: waitingFlow === null ? toWait : 'set-waiting', errors: { NoMatchingError: 'sorry' }, place: [1, 0],
    },
    ...(waitingFlow === null ? [] : [hook('set-waiting', 'CustomerQueue', waitingFlow, toWait, [2, 0])]),
    ...(atOnce ? offerActions(plan, things, { keepsWaiting: 'wait-in-line', column: 3 }) : []),
    { id: 'wait-in-line', type: 'TransferContactToQueue', parameters: {}, errors: { QueueAtCapacity: 'full', NoMatchingError: 'sorry' }, place: [column, atOnce ? 3 : 0] },
    say('full', says.full, 'end-call', [column + 1, atOnce ? 3 : 0]),
    say('sorry', says.sorry, 'end-call', [column + 1, atOnce ? 4 : 1]),
    end('end-call', 'DisconnectParticipant', [column + 2, atOnce ? 3 : 0]),
  ]);
}

/** The customer queue flow: music, and every so often the offer. */
export function waitingFlow(plan: Plan, name: string, things: OfferThings): string {
  const { of, callbackQueue, music, describes } = things;
  const musicOrNone = music === null ? [] : [{ PromptId: music.id }];
  return flowFile({ name, description: describes.waiting, type: 'customerQueue', notes: { part: 'waiting', of, queue: callbackQueue.id } }, [
    {
      id: 'wait', type: 'MessageParticipantIteratively',
      parameters: { Messages: [{ Text: plan.says.waiting }, ...musicOrNone], InterruptFrequencySeconds: String(plan.offerEverySeconds) },
      ...(music === null ? {} : { shows: { Messages: { PromptId: { displayName: music.name } } } }),
      on: { MessagesInterrupted: 'offer' }, errors: { NoMatchingError: 'stay' }, place: [0, 0],
    },
    ...offerActions(plan, things, { keepsWaiting: 'wait', column: 1 }),
    end('stay', 'EndFlowExecution', [0, 1]),
  ]);
}

/** The two whispers: one message each. */
export function whisperFlow(which: 'customerWhisper' | 'agentWhisper', text: string, head: { readonly name: string; readonly description: string; readonly of: string; readonly queue: string }): string {
  const { name, description, of, queue } = head;
  const type = which === 'customerWhisper' ? 'outboundWhisper' : 'agentWhisper';
  return flowFile({ name, description, type, notes: { part: which, of, queue } }, [
    say(which === 'customerWhisper' ? 'greet' : 'tell', text, 'end', [0, 0]),
    end('end', 'EndFlowExecution', [1, 0]),
  ]);
}

/** Get customer input, Store customer input, Set callback number, Transfer to callback queue. */
function offerActions(plan: Plan, things: OfferThings, { keepsWaiting, column }: { readonly keepsWaiting: string; readonly column: number }): readonly FileAction[] {
  const { callbackQueue, agentWhisper, says } = things;
  const place = (right: number, row: number): FileAction['place'] => [column + right, row];
  const create = agentWhisper === null ? 'request-callback' : 'set-agent-whisper';
  const validation = plan.format === 'Local' ? { NumberFormat: 'Local', CountryCode: things.country } : { NumberFormat: 'E164' };
  return [
    {
      id: 'offer', type: 'GetParticipantInput', parameters: { Text: plan.says.offer, StoreInput: 'False', InputTimeLimitSeconds: '5' },
      on: { 1: 'ask-number', 2: keepsWaiting }, errors: { InputTimeLimitExceeded: keepsWaiting, NoMatchingCondition: keepsWaiting, NoMatchingError: keepsWaiting }, place: place(0, 0),
    },
    {
      id: 'ask-number', type: 'GetParticipantInput',
      parameters: {
        Text: plan.says.askNumber, StoreInput: 'True', InputTimeLimitSeconds: '10', InputValidation: { PhoneNumberValidation: validation },
        DTMFConfiguration: { InputTerminationSequence: '#', InterdigitTimeLimitSeconds: '5' },
      },
      next: 'check-entry', errors: { InvalidPhoneNumber: 'not-valid', NoMatchingError: 'failed' }, place: place(1, 0),
    },
    // Nothing keyed in time is stored as the word Timeout (spec §6.5).
    { id: 'check-entry', type: 'Compare', parameters: { ComparisonValue: '$.StoredCustomerInput' }, on: { Timeout: 'not-valid' }, errors: { NoMatchingCondition: 'set-number' }, place: place(2, 0) },
    {
      id: 'set-number', type: 'UpdateContactCallbackNumber', parameters: { CallbackNumber: '$.StoredCustomerInput' },
      next: create, errors: { InvalidCallbackNumber: 'not-valid', CallbackNumberNotDialable: 'not-dialable' }, place: place(3, 0),
    },
    ...(agentWhisper === null ? [] : [hook('set-agent-whisper', 'AgentWhisper', agentWhisper, 'request-callback', place(4, 0))]),
    {
      id: 'request-callback', type: 'CreateCallbackContact',
      parameters: {
        ...(plan.setsQueue ? { QueueId: callbackQueue.id } : {}),
        InitialCallDelaySeconds: String(plan.initialDelaySeconds), MaximumConnectionAttempts: String(things.attempts), RetryDelaySeconds: String(plan.gapSeconds),
      },
      ...(plan.setsQueue ? { shows: { QueueId: { displayName: callbackQueue.name } } } : {}),
      next: 'promise', errors: { NoMatchingError: 'failed' }, place: place(5, 0),
    },
    say('promise', plan.says.promise, 'hang-up', place(6, 0)),
    end('hang-up', 'DisconnectParticipant', place(7, 0)),
    say('not-valid', plan.says.notValid, 'ask-again', place(2, 1)),
    say('not-dialable', says.notDialable, 'ask-again', place(3, 1)),
    {
      id: 'ask-again', type: 'Loop', parameters: { LoopCount: '2' }, on: { ContinueLooping: 'ask-number', DoneLooping: 'failed' }, place: place(2, 2),
    },
    say('failed', says.failed, keepsWaiting, place(4, 2)),
  ];
}
