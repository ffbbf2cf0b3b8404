import { describe, expect, test } from 'vitest';
import type { FlowType } from './model.ts';
import { canRun, parseFlow } from './parse.ts';
import { validateFlow } from './validate.ts';

const bye = { Identifier: 'bye', Type: 'DisconnectParticipant' };
const it = { ...bye, Identifier: 'it' };
const flow = (actions: unknown, envelope: object = {}): string => JSON.stringify({ Version: '2019-10-30', StartAction: 'it', Actions: actions, ...envelope });

/** One action, whose errors of these types and conditions lead to the end, as does its ordinary way on. */
function one(Type: string, Parameters: object, errors: readonly string[] = ['NoMatchingError'], conditions: readonly (readonly [string, string])[] = [], NextAction: string | null = 'bye'): string {
  const Transitions = {
    ...(NextAction === null ? {} : { NextAction }), Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'bye' })),
    Conditions: conditions.map(([Operator, operand]) => ({ NextAction: 'bye', Condition: { Operator, Operands: [operand] } })),
  };
  return flow([{ Identifier: 'it', Type, Parameters, Transitions }, bye]);
}
const entry = (more: object, errors: readonly string[] = ['NoMatchingError', 'InvalidPhoneNumber']): string => one('GetParticipantInput', { Text: 'x', StoreInput: 'True', ...more }, errors);
const hooks = (EventHooks: unknown): string => one('UpdateContactEventHooks', { EventHooks });

/** What is said of a file, a line for each fault: whether it stops the flow, the code, the place, what is wrong, and what to do. */
function said(text: string, type: FlowType | null = null): readonly string[] {
  const parsed = parseFlow(text);
  const faults = !parsed.ok ? parsed.refusal : type === null ? parsed.value.faults : validateFlow(parsed.value.content, type);
  return faults.map(({ code, stops, place, sentence, remedy }) => `${stops ? 'stops' : 'warns'}: ${code} at ${place}: ${sentence} ${remedy}`);
}

type Row = readonly [what: string, text: string, ...lines: readonly string[]];

const file: readonly Row[] = [
  ['nothing', ' ', 'stops: FLOW_EMPTY at $: The file is empty. Choose the file that the flow designer exported.'],
  ['half of it', '{', 'stops: FLOW_NOT_JSON at line 1, column 2: The file is not JSON: at line 1, column 2 the file ends where a name in double quotes or the end of the object is expected. Correct the file there, or export the flow again.'],
  ['a hundred and one lists in one another', '['.repeat(101), 'stops: FLOW_TOO_DEEP at line 1, column 101: The file cannot be read: at line 1, column 101 brackets are nested more than 100 deep. No flow is nested like that; check that this is the right file.'],
  ['a list', '[]', 'stops: FLOW_NOT_AN_OBJECT at $: The file holds a list, not a flow. Choose the file that the flow designer exported.'],
  ['modules', '{"modules":[]}', 'stops: FLOW_LEGACY at $.modules: This flow is in the format that the designer exported before 2021 (a list of modules), which cannot be run here. Import it into an Amazon Connect instance, save it there and export it again.'],
  ['no actions', '{"modules":7}', 'stops: FLOW_WITHOUT_ACTIONS at $: The file is JSON, but no flow: it has no list of Actions. Choose the file that the flow designer exported.'],
  ['text for actions', '{"Actions":"x"}', 'stops: WRONG_TYPE at $.Actions: Actions is text; it must be a list. Correct the file, or export the flow again.'],
  ['an empty list of actions', '{"Actions":[]}', 'stops: FLOW_WITHOUT_ACTIONS at $.Actions: The flow has no actions: its list is empty. Add an action in the designer and export the flow again.'],
  ['fifty thousand and one actions', flow(Array.from({ length: 50_001 }, () => 7)), 'stops: FLOW_TOO_LARGE at $.Actions: The flow has 50001 actions; no more than 50000 are read. Amazon Connect takes 250; check that this is the right file.'],
  ['a version of another time', flow([it], { Version: '1' }), 'warns: VERSION_UNKNOWN at $.Version: The file names “1” of the flow language; known is “2019-10-30”. It is read as that version; check that it behaves as it should.'],
  ['no version', flow([it], { Version: undefined }), 'warns: VERSION_UNKNOWN at $.Version: The file names no version of the flow language; known is “2019-10-30”. It is read as that version; check that it behaves as it should.'],
  ['metadata that are none', flow([it], { Metadata: 7 }), 'warns: WRONG_TYPE at $.Metadata: Metadata is a number; it must be an object. Correct the file, or export the flow again.'],
  ['a start that is no text', flow([it], { StartAction: 7 }),
    'stops: WRONG_TYPE at $.StartAction: StartAction is a number; it must be text. Correct the file, or export the flow again.',
    'stops: START_MISSING at $.StartAction: The flow does not say where it starts: StartAction is missing. Set StartAction to the identifier of the first action.',
    'warns: UNREACHABLE at it: No way leads to “it” (DisconnectParticipant): it never runs. Connect it, or delete it.'],
];

const there = 'Correct the file there, or export the flow again.';
const action: readonly Row[] = [
  ['that is a number', flow([7, it]), `stops: WRONG_TYPE at $.Actions[0]: $.Actions[0] is a number; it must be an object. ${there}`],
  ['without an identifier', flow([{ Type: 'x' }, it]), `stops: MISSING at $.Actions[0].Identifier: Identifier is missing at $.Actions[0]. ${there}`],
  ['without a type', flow([{ Identifier: 'x', Type: '' }, it]), `stops: MISSING at $.Actions[0].Type: Type is missing at $.Actions[0]. ${there}`],
  ['whose identifier is blank', flow([{ Identifier: ' ', Type: 'x' }, it]), `stops: WRONG_TYPE at $.Actions[0].Identifier: $.Actions[0].Identifier is text; it must be text. ${there}`],
  ['whose parameters are a list', flow([{ ...it, Parameters: [] }]), `stops: WRONG_TYPE at $.Actions[0].Parameters: $.Actions[0].Parameters is a list; it must be an object. ${there}`],
  ['whose parameters are null', flow([{ ...it, Parameters: null, Transitions: null }])],
  ['whose ways are of wrong types', flow([{ ...it, Transitions: { NextAction: 7, Conditions: [7, { NextAction: 'it' }, { NextAction: 'it', Condition: { Operator: 'Equals', Operands: [{}] } }], Errors: [7, { ErrorType: 'x' }] } }]),
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Conditions[0]: $.Actions[0].Transitions.Conditions[0] is a number; it must be an object. ${there}`,
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Conditions[1].Condition: $.Actions[0].Transitions.Conditions[1].Condition is missing; it must be an object. ${there}`,
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Conditions[2].Condition.Operands[0]: $.Actions[0].Transitions.Conditions[2].Condition.Operands[0] is an object; it must be text or a number. ${there}`,
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Errors[0]: $.Actions[0].Transitions.Errors[0] is a number; it must be an object. ${there}`,
    `stops: MISSING at $.Actions[0].Transitions.Errors[1].NextAction: NextAction is missing at $.Actions[0].Transitions.Errors[1]. ${there}`,
    `stops: WRONG_TYPE at $.Actions[0].Transitions.NextAction: $.Actions[0].Transitions.NextAction is a number; it must be text. ${there}`],
  ['whose lists are none', flow([{ ...it, Transitions: { Conditions: {}, Errors: 'x' } }]),
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Conditions: $.Actions[0].Transitions.Conditions is an object; it must be a list. ${there}`,
    `stops: WRONG_TYPE at $.Actions[0].Transitions.Errors: $.Actions[0].Transitions.Errors is text; it must be a list. ${there}`],
  ['named as another', flow([it, it]), 'stops: IDENTIFIER_TWICE at $.Actions[1].Identifier: Two actions have the identifier “it”. Give each action an identifier of its own.'],
  ['named as all objects have it', flow([{ ...bye, Identifier: 'constructor' }], { StartAction: 'constructor' }), 'stops: IDENTIFIER_FORBIDDEN at $.Actions[0].Identifier: The flow language does not allow the identifier “constructor”. Rename the action.'],
  ['named as Amazon would not', flow([{ ...bye, Identifier: 'a:b' }], { StartAction: 'a:b' }), 'warns: IDENTIFIER_UNUSUAL at $.Actions[0].Identifier: Amazon Connect would refuse the identifier “a:b”: it allows 50 characters, and none of % : ( \\ / ) = $ , ; [ ] { }. It runs here; rename the action before you import the flow there.'],
];

const branch = 'Connect that branch.';
const many = Array.from({ length: 251 }, (_, index) => ({ Identifier: index === 0 ? 'it' : `a${index}`, Type: 'MessageParticipant', Parameters: { Text: 'x' }, Transitions: { NextAction: index === 250 ? 'bye' : `a${index + 1}` } }));
const circle = (length: number) => Array.from({ length }, (_, index) => ({ Identifier: index === 0 ? 'it' : `a${index}`, Type: 'UpdateContactAttributes', Parameters: { Attributes: {} }, Transitions: { NextAction: index === length - 1 ? 'it' : `a${index + 1}`, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'it' }] } }));
const lead = 'Put a Loop with a count, a prompt or an input into the circle, or lead it out.';
const whole: readonly Row[] = [
  ['that starts nowhere', flow([it], { StartAction: 'x' }), 'stops: START_MISSING at $.StartAction: The flow starts at “x”, but there is no such action. Set StartAction to the identifier of the first action.', 'warns: UNREACHABLE at it: No way leads to “it” (DisconnectParticipant): it never runs. Connect it, or delete it.'],
  ['with a way to nowhere', flow([{ Identifier: 'it', Type: 'MessageParticipant', Parameters: { Text: 'x' }, Transitions: { NextAction: 'x' } }]), 'stops: TARGET_MISSING at it → NextAction: “it” leads by “NextAction” to “x”, but there is no such action. Connect the branch to an action of this flow.'],
  ['with an operator nobody knows', one('Compare', { ComparisonValue: '1' }, ['NoMatchingCondition'], [['Resembles', '1']], null), 'warns: OPERATOR_UNKNOWN at it: “it” compares by “Resembles”, which is not known: the condition never holds. Use one of Equals, TextStartsWith, TextEndsWith, TextContains, NumberGreaterThan, NumberGreaterOrEqualTo, NumberLessThan, NumberLessOrEqualTo.'],
  ['with an action nobody knows', one('MakeCoffee', {}), 'warns: ACTION_UNKNOWN at it: “it” is of the type “MakeCoffee”, which is not known here. It is not run: the flow goes on as if it had failed. Check the type; if it is right, make sure that its error branch leads to something sensible.'],
  ['with an action that is not run', one('CreateTask', {}), 'warns: ACTION_NOT_RUN at it: “it” (Create task, CreateTask) is not run here, because this center handles voice contacts only: the flow takes its error branch. Make sure that what follows is sensible.'],
  ['without a parameter', one('TransferToFlow', {}), 'stops: PARAMETER_MISSING at it: “it” (Transfer to flow) lacks ContactFlowId. Fill it in in the designer.'],
  ['without any of some parameters', one('UpdateContactRoutingBehavior', { QueuePriority: '', QueueTimeAdjustmentSeconds: null }), 'stops: PARAMETER_MISSING at it: “it” (Change routing priority / age) lacks QueuePriority or QueueTimeAdjustmentSeconds. Fill it in in the designer.'],
  ['without a branch that is a must', one('TransferContactToQueue', {}, ['NoMatchingError'], [], null), `stops: BRANCH_REQUIRED at it → QueueAtCapacity: “it” (Transfer to queue) has no branch “QueueAtCapacity”; Amazon Connect refuses a flow without it. ${branch}`],
  ['without a branch that may be taken', one('UpdateContactAttributes', { Attributes: {} }, []), `warns: BRANCH_MISSING at it → NoMatchingError: “it” (Set contact attributes) has no branch “NoMatchingError”: when that happens, the flow has nowhere to go. ${branch}`],
  ['without the branch for what is no number', entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } }, ['NoMatchingError']), `warns: BRANCH_MISSING at it → InvalidPhoneNumber: “it” (Get customer input) has no branch “InvalidPhoneNumber”: when that happens, the flow has nowhere to go. ${branch}`],
  ['whose menu has no ways but its keys', one('GetParticipantInput', { Text: 'x' }, [], [['Equals', '1']], null),
    ...['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'].map((name) => `warns: BRANCH_MISSING at it → ${name}: “it” (Get customer input) has no branch “${name}”: when that happens, the flow has nowhere to go. ${branch}`)],
  ['that does not go on after an entry', flow([{ Identifier: 'it', Type: 'GetParticipantInput', Parameters: { Text: 'x', StoreInput: 'True', InputValidation: { CustomValidation: {} } }, Transitions: { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } }, bye]), 'stops: NEXT_MISSING at it → NextAction: “it” (Get customer input) leads nowhere: it has no NextAction. Connect it to the next action, or to Disconnect or End flow.'],
  ['of more than 250 actions', flow([...many, bye]), 'warns: TOO_MANY_ACTIONS at $.Actions: The flow has 252 actions; Amazon Connect takes 250. It runs here; divide it with Transfer to flow before you import it there.'],
  ['with a circle of five', flow(circle(5)), `stops: ENDLESS_LOOP at it: “it” → “a1” → “a2” → “a3” → “a4” → “it” goes round without ever waiting for time, a key or an agent. ${lead}`],
  ['with a circle of six', flow(circle(6)), `stops: ENDLESS_LOOP at it: “it” → “a1” → “a2” → “a3” → “a4” → … (6 actions) → “it” goes round without ever waiting for time, a key or an agent. ${lead}`],
  ['with an action that is not run and leads nowhere', one('CreateTask', {}, ['NoMatchingError'], [], null), 'warns: ACTION_NOT_RUN at it: “it” (Create task, CreateTask) is not run here, because this center handles voice contacts only: the flow takes its error branch. Make sure that what follows is sensible.'],
  ['in which an action leads to itself', flow([{ Identifier: 'it', Type: 'UpdateContactAttributes', Parameters: { Attributes: {} }, Transitions: { NextAction: 'it', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'it' }] } }]), 'stops: ENDLESS_LOOP at it: “it” leads back to itself without ever waiting. Put a Loop with a count, a prompt or an input into the circle, or lead it out.'],
];

const parameters: readonly Row[] = [
  ['a number that is none', one('Wait', { TimeLimitSeconds: 'x' }), 'stops: PARAMETER_WRONG at it: In “it” (Wait) TimeLimitSeconds is “x”, not a whole number. Write a whole number from 1 to 604800 (seconds).', 'warns: VOICE_MAY_NOT_WAIT at it: In “it” the caller waits; Amazon Connect takes the error branch for voice contacts unless it keeps running meanwhile. It waits here; for the service play silence instead.'],
  ['a delay beyond three days', one('CreateCallbackContact', { InitialCallDelaySeconds: 259_201 }), 'stops: PARAMETER_OUT_OF_RANGE at it: In “it” InitialCallDelaySeconds is 259201; it must be a whole number from 0 to 259200. Write a whole number from 0 to 259200 (seconds).'],
  ['less than no retry', one('CreateCallbackContact', { MaximumConnectionAttempts: -1 }), 'stops: PARAMETER_OUT_OF_RANGE at it: In “it” MaximumConnectionAttempts is -1; it must be a whole number from 0 on. Write a whole number from 0 on (retries).'],
  ['six retries', one('CreateCallbackContact', { MaximumConnectionAttempts: 6 }), 'warns: MANY_RETRIES at it: In “it” 6 retries mean up to 7 dials to one customer who does not answer. Double-check MaximumConnectionAttempts: it counts the retries after the first dial, and each costs an agent\'s time.'],
  ['a length of no keys', entry({ InputValidation: { CustomValidation: { MaximumLength: 0 } } }), 'stops: PARAMETER_OUT_OF_RANGE at it: In “it” MaximumLength is 0; it must be a whole number from 1 on. Write a whole number from 1 on (characters).'],
  ['a function’s limit of nine seconds', one('InvokeLambdaFunction', { LambdaFunctionARN: 'a', InvocationTimeLimitSeconds: 9 }), 'stops: PARAMETER_OUT_OF_RANGE at it: In “it” InvocationTimeLimitSeconds is 9; it must be a whole number from 1 to 8. Write a whole number from 1 to 8 (seconds).'],
  ['all there is to play', one('MessageParticipant', { Text: 'x', SSML: '<speak>x</speak>', PromptId: 'p', Media: {} }), 'stops: PARAMETER_WRONG at it: In “it” (MessageParticipant) PromptId and Text and SSML and Media are given together. Keep one of them.'],
  ['a text that is none', one('MessageParticipant', { Text: 7 }), 'stops: PARAMETER_WRONG at it: In “it” (MessageParticipant) Text is a number. Write text.'],
  ['a text without end', one('MessageParticipant', { Text: 'x'.repeat(6001) }), 'warns: TEXT_TOO_LONG at it: In “it” the text to speak has 6001 characters; Amazon Connect takes 6000. Shorten it; nobody listens that long.'],
  ['no messages', one('MessageParticipantIteratively', { Messages: [] }), 'stops: PARAMETER_WRONG at it: In “it” (MessageParticipantIteratively) Messages must be a list with at least one message. Add a prompt or a text.'],
  ['messages that say nothing, or are wrong, and music that is interrupted too often', one('MessageParticipantIteratively', { Messages: [{}, 7, { Media: {} }, { PromptId: 'p' }, { SSML: 7 }], InterruptFrequencySeconds: '20' }),
    'stops: PARAMETER_WRONG at it: In “it” (MessageParticipantIteratively) a message has neither PromptId nor Text nor SSML. Give each message one of them.',
    'stops: PARAMETER_WRONG at it: In “it” (MessageParticipantIteratively) a message has neither PromptId nor Text nor SSML. Give each message one of them.',
    'stops: PARAMETER_WRONG at it: In “it” (MessageParticipantIteratively) SSML is a number. Write text.',
    'warns: INTERRUPTS_TOO_OFTEN at it: In “it” the music is interrupted every 20 seconds. Take more than 20 seconds: a customer who is being joined to an agent cannot leave the queue for that long.'],
  ['music that is never interrupted', one('MessageParticipantIteratively', { Messages: [{ Text: 'x' }], InterruptFrequencySeconds: '0' }), 'stops: PARAMETER_OUT_OF_RANGE at it: In “it” InterruptFrequencySeconds is 0; it must be a whole number from 1 to 604800. Write a whole number from 1 to 604800 (seconds).'],
  ['a text of an entry that is none', entry({ Text: 7, InputValidation: { CustomValidation: {} } }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) Text is a number. Write text.'],
  ['a country that is a number', entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 1 } } }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) a Local number needs the CountryCode. Write the country in two capital letters, such as US.'],
  ['a validation that is null', entry({ InputValidation: null }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) the entry is stored without InputValidation. Add PhoneNumberValidation or CustomValidation.'],
  ['keys without end', entry({ InputValidation: { CustomValidation: {} }, DTMFConfiguration: { InputTerminationSequence: '123456' } }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) the keys that end the entry are 6. Use at most 5 keys.'],
  ['a menu of two keys', one('GetParticipantInput', { Text: 'x', StoreInput: 'False' }, ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'], [['Equals', '12']], null), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) a menu cannot branch on “Equals 12”. Compare with one key: Equals and 0 to 9, # or *.'],
  ['an entry of anything', entry({}), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) the entry is stored without InputValidation. Add PhoneNumberValidation or CustomValidation.'],
  ['a format nobody knows', entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'x' } } }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) NumberFormat is neither Local nor E164. Local: numbers of one country; E164: international numbers.'],
  ['a country nobody names', entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'USA' } } }), 'stops: PARAMETER_WRONG at it: In “it” (GetParticipantInput) a Local number needs the CountryCode. Write the country in two capital letters, such as US.'],
  ['a fixed number to call back', one('UpdateContactCallbackNumber', { CallbackNumber: '+1' }, ['InvalidCallbackNumber', 'CallbackNumberNotDialable']), 'stops: PARAMETER_WRONG at it: In “it” (UpdateContactCallbackNumber) CallbackNumber must name where the number is kept. Write $.StoredCustomerInput or an attribute such as $.Attributes.number; a fixed number is not allowed.'],
  ['a metric nobody knows', one('CheckMetricData', { MetricType: 'Weather' }, ['NoMatchingError', 'NoMatchingCondition']), 'stops: PARAMETER_WRONG at it: In “it” (CheckMetricData) the metric “Weather” is not known. Known are NumberOfAgentsAvailable, NumberOfAgentsStaffed, NumberOfAgentsOnline, OldestContactInQueueAgeSeconds, NumberOfContactsInQueue.'],
  ['hooks that are none', hooks(7), 'stops: PARAMETER_WRONG at it: In “it” (UpdateContactEventHooks) EventHooks is a number. Write an object with one hook and its flow.'],
  ['two hooks', hooks({ a: 'x', OutboundWhisper: 'y' }),
    'stops: PARAMETER_WRONG at it: In “it” (UpdateContactEventHooks) 2 event hooks are set at once. Set exactly one; use an action for each.',
    'stops: PARAMETER_WRONG at it: In “it” (UpdateContactEventHooks) there is no event hook “a”. Known are AgentHold, AgentWhisper, CustomerHold, CustomerQueue, CustomerRemaining, CustomerWhisper, DefaultAgentUI, DisconnectAgentUI, PauseContact, ResumeContact.',
    'stops: PARAMETER_WRONG at it: In “it” (UpdateContactEventHooks) an outbound whisper cannot be set by a flow. Assign the outbound whisper flow to the queue.'],
];

const advice: readonly Row[] = [
  ['an end that clears', entry({ InputValidation: { CustomValidation: {} }, DTMFConfiguration: { InputTerminationSequence: '#*' } }), 'warns: TERMINATOR_CANCELS at it: In “it” the entry is to end with “#*”, but * clears it. Set DisableCancelKey, or end the entry with another key.'],
  ['secrecy', entry({ InputValidation: { CustomValidation: {} }, InputEncryption: {} }), 'warns: NOT_ENCRYPTED at it: In “it” the entry is to be encrypted; here it is kept as it was keyed. Try it with numbers that are nobody\'s secret.'],
  ['markup without its tag', one('MessageParticipant', { SSML: 'x' }), 'warns: SSML_WITHOUT_SPEAK at it: In “it” the speech markup is not enclosed in <speak>. Put <speak> before it and </speak> after it; Amazon Connect does not say it otherwise.'],
  ['markup with its tag', one('MessageParticipant', { SSML: '<speak version="1.1">x</speak>' })],
  ['a quiet hook', hooks({ PauseContact: 'x' }), 'warns: HOOK_NOT_RUN at it: In “it” the hook “PauseContact” is set; its flow is kept and never run here. Nothing is to be done unless you rely on it.'],
  ['a related contact', one('UpdateContactAttributes', { Attributes: {}, TargetContact: 'Related' }), 'warns: NO_RELATED_CONTACT at it: In “it” attributes of a related contact are set; there is none here, so the error branch is taken. Make sure that the error branch leads to something sensible.'],
  ['the contact itself', one('UpdateContactAttributes', { Attributes: {}, TargetContact: 'Current' })],
  ['a comparison of agents', one('CheckMetricData', { MetricType: 'NumberOfAgentsOnline' }, ['NoMatchingCondition', 'NoMatchingError'], [['NumberGreaterThan', '1']]), 'warns: CONDITION_REFUSED at it: In “it” agents are compared by “NumberGreaterThan 1”; Amazon Connect takes NumberGreaterThan 0 alone. It runs here; change it before you import the flow there.'],
  ['a comparison of agents by another operator', one('CheckMetricData', { MetricType: 'NumberOfAgentsAvailable' }, ['NoMatchingCondition', 'NoMatchingError'], [['Equals', '0']]), 'warns: CONDITION_REFUSED at it: In “it” agents are compared by “Equals 0”; Amazon Connect takes NumberGreaterThan 0 alone. It runs here; change it before you import the flow there.'],
  ['the one comparison of agents that is taken', one('CheckMetricData', { MetricType: 'NumberOfAgentsStaffed' }, ['NoMatchingCondition', 'NoMatchingError'], [['NumberGreaterThan', '0']])],
];

describe.each([['a file that holds', file], ['an action', action], ['a flow', whole], ['a parameter:', parameters], ['what is right and yet odd:', advice]] as const)('%s', (_kind, rows) => {
  test.each(rows.map(([what, text, ...lines]) => [what, text, lines] as const))('%s is told what is wrong with it and what to do', (_what, text, lines) => {
    expect(said(text)).toEqual(lines);
  });
});

test('what a flow names and nobody knows is told, and that it is to be chosen', () => {
  const parsed = parseFlow(one('UpdateContactTargetQueue', { QueueId: 'Sales' }));
  expect(parsed.ok && validateFlow(parsed.value.content, null, new Set())).toEqual([{ code: 'REFERENCE_UNRESOLVED', stops: false, place: 'it', sentence: 'The queue “Sales” is not known here; one action names it.', remedy: 'Choose what it stands for.' }]);
});

test('a flow may run when none of its faults stops it', () => {
  const fault = (stops: boolean) => ({ code: 'ODD', stops, place: 'it', sentence: '', remedy: '' });
  expect([canRun([]), canRun([fault(false)]), canRun([fault(false), fault(true)])]).toEqual([true, true, false]);
});

describe('in a flow of a type', () => {
  test.each<[string, FlowType, string, string]>([
    ['a whisper makes no callback', 'AGENT_WHISPER', one('CreateCallbackContact', {}), 'stops: NOT_IN_THIS_TYPE at it: “it” (Transfer to callback queue) is not allowed in a flow of the type AGENT_WHISPER. Take it out, or choose another type; it is allowed in CONTACT_FLOW, AGENT_TRANSFER, QUEUE_TRANSFER, CUSTOMER_QUEUE, CAMPAIGN.'],
    ['nothing returns', 'CONTACT_FLOW', one('EndFlowModuleExecution', {}, []), 'stops: NOT_IN_THIS_TYPE at it: “it” (Return from module) is not allowed in a flow of the type CONTACT_FLOW. Take it out; it is allowed in modules alone.'],
    ['callers are not kept for ever', 'CONTACT_FLOW', flow([{ Identifier: 'it', Type: 'MessageParticipant', Parameters: { Text: 'x' }, Transitions: { NextAction: 'it' } }]), 'warns: LOOP_WITHOUT_INPUT at it: “it” goes round until the caller hangs up: no way leads out, and the caller is never asked for a key. Lead it out after some rounds with a Loop, or ask the caller.'],
  ])('%s', (_what, type, text, line) => {
    expect(said(text, type)[0]).toBe(line);
  });
});
