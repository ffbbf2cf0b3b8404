import { isObject, isTrue, member, placeOf } from './content.ts';
import { quoted } from './fault.ts';
import type { FaultList } from './fault.ts';
import type { FlowAction, Json, JsonObject } from './model.ts';

/** Hooks that are kept on the contact and lead to nothing here (docs/flows.md). */
const quietHooks: ReadonlySet<string> = new Set(['DefaultAgentUI', 'DisconnectAgentUI', 'PauseContact', 'ResumeContact']);
const agentMetrics: ReadonlySet<string> = new Set(['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline']);

/** What is right by the language and yet not what its author may expect: none of it stops the flow. */
export function adviseOn(action: FlowAction, faults: FaultList): void {
  const { parameters } = action;
  const warn = (code: string, what: string, remedy: string): void => faults.add({ code, stops: false, place: placeOf(action.id), sentence: `In ${quoted(action.id)} ${what}.`, remedy });
  switch (action.type) {
    case 'GetParticipantInput': {
      const dtmf = objectAt(parameters, 'DTMFConfiguration');
      const keys = member(dtmf, 'InputTerminationSequence');
      if (typeof keys === 'string' && keys.includes('*') && !isTrue(member(dtmf, 'DisableCancelKey'))) {
        warn('TERMINATOR_CANCELS', `the entry is to end with ${quoted(keys)}, but * clears it`, 'Set DisableCancelKey, or end the entry with another key.');
      }
      if (member(parameters, 'InputEncryption') !== undefined) warn('NOT_ENCRYPTED', 'the entry is to be encrypted; here it is kept as it was keyed', 'Try it with numbers that are nobody\'s secret.');
      return adviseOnSpeech(parameters, warn);
    }
    case 'Wait':
      return warn('VOICE_MAY_NOT_WAIT', 'the caller waits; Amazon Connect takes the error branch for voice contacts unless it keeps running meanwhile', 'It waits here; for the service play silence instead.');
    case 'MessageParticipant':
      return adviseOnSpeech(parameters, warn);
    case 'UpdateContactEventHooks':
      for (const name of Object.keys(objectAt(parameters, 'EventHooks'))) {
        if (quietHooks.has(name)) warn('HOOK_NOT_RUN', `the hook ${quoted(name)} is set; its flow is kept and never run here`, 'Nothing is to be done unless you rely on it.');
      }
      return;
    case 'UpdateContactAttributes':
      if (member(parameters, 'TargetContact') === 'Related') warn('NO_RELATED_CONTACT', 'attributes of a related contact are set; there is none here, so the error branch is taken', 'Make sure that the error branch leads to something sensible.');
      return;
    case 'CheckMetricData': {
      const metric = member(parameters, 'MetricType');
      if (typeof metric === 'string' && agentMetrics.has(metric)) {
        const odd = action.conditions.find(({ operator, operands }) => operator !== 'NumberGreaterThan' || operands[0] !== '0');
        if (odd) warn('CONDITION_REFUSED', `agents are compared by ${quoted(`${odd.operator} ${odd.operands.join(', ')}`)}; Amazon Connect takes NumberGreaterThan 0 alone`, 'It runs here; change it before you import the flow there.');
      }
      return;
    }
    default:
  }
}

function adviseOnSpeech(parameters: JsonObject, warn: (code: string, what: string, remedy: string) => void): void {
  const markup = member(parameters, 'SSML');
  if (typeof markup === 'string' && !markup.includes('$.') && !/<speak[\s>]/.test(markup)) {
    warn('SSML_WITHOUT_SPEAK', 'the speech markup is not enclosed in <speak>', 'Put <speak> before it and </speak> after it; Amazon Connect does not say it otherwise.');
  }
}

function objectAt(parameters: JsonObject, key: string): JsonObject {
  const value: Json | undefined = member(parameters, key);
  return isObject(value) ? value : {};
}
