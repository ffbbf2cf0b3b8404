import type { RunAction } from '../step.ts';
import { checkHoursOfOperation } from './check-hours.ts';
import { checkMetricData, getMetricData } from './check-metrics.ts';
import { compare } from './compare.ts';
import { createCallbackContact } from './create-callback.ts';
import { disconnectParticipant, endFlowExecution } from './endings.ts';
import { getParticipantInput } from './get-input.ts';
import { invokeLambdaFunction } from './lambda.ts';
import { endFlowModuleExecution, invokeFlowModule } from './module.ts';
import { completeOutboundCall } from './outbound.ts';
import { distributeByPercentage, loop } from './loop.ts';
import { messageParticipant, messageParticipantIteratively, wait } from './play.ts';
import { transferContactToAgent, transferContactToQueue, dequeueContactAndTransferToQueue, transferToFlow, updateContactTargetQueue } from './queue.ts';
import {
  goOnWith, updateContactAttributes, updateContactCallbackNumber, updateContactEventHooks, updateContactRoutingBehavior, updateContactTextToSpeechVoice,
  updateFlowAttributes,
} from './update-contact.ts';

/** The actions that run here (spec §6.4). A type that is not among them takes its error branch and says so. */
export const ACTIONS: ReadonlyMap<string, RunAction> = new Map([
  ['MessageParticipant', messageParticipant],
  ['MessageParticipantIteratively', messageParticipantIteratively],
  ['GetParticipantInput', getParticipantInput],
  ['Wait', wait],
  ['Compare', compare],
  ['CheckHoursOfOperation', checkHoursOfOperation],
  ['CheckMetricData', checkMetricData],
  ['GetMetricData', getMetricData],
  ['DistributeByPercentage', distributeByPercentage],
  ['Loop', loop],
  ['UpdateContactAttributes', updateContactAttributes],
  ['UpdateContactCallbackNumber', updateContactCallbackNumber],
  ['UpdateContactEventHooks', updateContactEventHooks],
  ['UpdateContactRoutingBehavior', updateContactRoutingBehavior],
  ['InvokeLambdaFunction', invokeLambdaFunction],
  ['InvokeFlowModule', invokeFlowModule],
  ['EndFlowModuleExecution', endFlowModuleExecution],
  ['CompleteOutboundCall', completeOutboundCall],
  ['UpdateFlowAttributes', updateFlowAttributes],
  ['UpdateContactTextToSpeechVoice', updateContactTextToSpeechVoice],
  ['UpdateContactTargetQueue', updateContactTargetQueue],
  ['CreateCallbackContact', createCallbackContact],
  ['TransferContactToQueue', transferContactToQueue],
  ['TransferContactToAgent', transferContactToAgent],
  ['DequeueContactAndTransferToQueue', dequeueContactAndTransferToQueue],
  ['TransferToFlow', transferToFlow],
  ['EndFlowExecution', endFlowExecution],
  ['DisconnectParticipant', disconnectParticipant],
  // Recording and logging settings change nothing that this center does; the flow goes on.
  ['UpdateFlowLoggingBehavior', goOnWith],
  ['UpdateContactRecordingBehavior', goOnWith],
]);
