import { decimal, isDynamic, isList, isObject, isTrue, member, placeOf } from './content.ts';
import { kindOf, quoted } from './fault.ts';
import type { FaultList } from './fault.ts';
import type { FlowAction, Json, JsonObject } from './model.ts';

/** From this many retries on a flow is read with a warning: the seed's own example of a mistake is 20. */
export const RETRIES_WARNED_FROM = 6;

interface Range {
  /** The last of the path. */
  readonly name: string;
  readonly path: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

const threeDaysSeconds = 259_200;
const range = (path: string, min: number, max: number, unit: string): Range => ({ name: path.slice(path.lastIndexOf('.') + 1), path: path.split('.'), min, max, unit });

/** The ranges of spec §6.4. A delay of 0 is taken as none (spec §1.3). */
const ranges: ReadonlyMap<string, readonly Range[]> = new Map(Object.entries({
  CreateCallbackContact: [
    range('InitialCallDelaySeconds', 0, threeDaysSeconds, 'seconds'),
    range('MaximumConnectionAttempts', 0, Number.MAX_SAFE_INTEGER, 'retries'),
    range('RetryDelaySeconds', 1, threeDaysSeconds, 'seconds'),
  ],
  GetParticipantInput: [
    range('InputTimeLimitSeconds', 1, 180, 'seconds'),
    range('DTMFConfiguration.InterdigitTimeLimitSeconds', 1, 20, 'seconds'),
    range('InputValidation.CustomValidation.MaximumLength', 1, Number.MAX_SAFE_INTEGER, 'characters'),
  ],
  MessageParticipantIteratively: [range('InterruptFrequencySeconds', 1, 604_800, 'seconds')],
  UpdateContactRoutingBehavior: [
    range('QueuePriority', 1, Number.MAX_SAFE_INTEGER, ''),
    range('QueueTimeAdjustmentSeconds', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'seconds'),
  ],
  Loop: [range('LoopCount', 0, 100, 'rounds')],
  Wait: [range('TimeLimitSeconds', 1, 604_800, 'seconds'), range('TimeoutSeconds', 1, 604_800, 'seconds')],
  InvokeLambdaFunction: [range('InvocationTimeLimitSeconds', 1, 8, 'seconds')],
}));

/** The ranges that numbers of an action type must keep to; `max` null: any whole number from `min` on. */
export function limitsOf(type: string): readonly { readonly path: readonly string[]; readonly min: number; readonly max: number | null }[] {
  return (ranges.get(type) ?? []).map(({ path, min, max }) => ({ path, min, max: max === Number.MAX_SAFE_INTEGER ? null : max }));
}

const metricTypes: ReadonlySet<string> = new Set([
  'NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline', 'OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue',
]);
const hookNames: ReadonlySet<string> = new Set([
  'AgentHold', 'AgentWhisper', 'CustomerHold', 'CustomerQueue', 'CustomerRemaining', 'CustomerWhisper', 'DefaultAgentUI', 'DisconnectAgentUI',
  'PauseContact', 'ResumeContact',
]);

/** Checks an action's parameters against what the flow language allows (spec §6.4). Dynamic values wait until the flow runs. */
export function checkParameters(action: FlowAction, faults: FaultList): void {
  for (const each of ranges.get(action.type) ?? []) checkRange(action, each, faults);
  const { parameters } = action;
  switch (action.type) {
    case 'CreateCallbackContact':
      return checkRetries(action, faults);
    case 'MessageParticipant':
      return checkMessage(action, parameters, placeOf(action.id), faults);
    case 'MessageParticipantIteratively':
      return checkMessages(action, faults);
    case 'GetParticipantInput':
      return checkInput(action, faults);
    case 'UpdateContactCallbackNumber':
      if (!isDynamic(member(parameters, 'CallbackNumber'))) {
        wrong(action, faults, 'CallbackNumber must name where the number is kept', 'Write $.StoredCustomerInput or an attribute such as $.Attributes.number; a fixed number is not allowed.');
      }
      return;
    case 'UpdateContactEventHooks':
      return checkHooks(action, faults);
    case 'CheckMetricData': {
      const metric = member(parameters, 'MetricType');
      if (typeof metric === 'string' && !metricTypes.has(metric)) wrong(action, faults, `the metric ${quoted(metric)} is not known`, `Known are ${[...metricTypes].join(', ')}.`);
      return;
    }
    default:
  }
}

function checkRange(action: FlowAction, { name, path, min, max, unit }: Range, faults: FaultList): void {
  const value = valueAt(action.parameters, path);
  if (value === undefined || value === null || value === '' || isDynamic(value)) return;
  const number = decimal(value);
  const allowed = max === Number.MAX_SAFE_INTEGER ? (min < 0 ? 'a whole number' : `a whole number from ${min} on`) : `a whole number from ${min} to ${max}`;
  const remedy = `Write ${allowed}${unit === '' ? '' : ` (${unit})`}.`;
  if (number === null || !Number.isInteger(number)) {
    wrong(action, faults, `${name} is ${typeof value === 'string' ? quoted(value) : typeof value === 'number' ? String(value) : kindOf(value)}, not a whole number`, remedy);
  } else if (number < min || number > max) {
    faults.add({ code: 'PARAMETER_OUT_OF_RANGE', stops: true, place: placeOf(action.id), sentence: `In ${quoted(action.id)} ${name} is ${number}; it must be ${allowed}.`, remedy });
  }
}

function checkRetries(action: FlowAction, faults: FaultList): void {
  const retries = decimal(member(action.parameters, 'MaximumConnectionAttempts'));
  if (retries === null || retries < RETRIES_WARNED_FROM) return;
  faults.add({
    code: 'MANY_RETRIES', stops: false, place: placeOf(action.id),
    sentence: `In ${quoted(action.id)} ${retries} retries mean up to ${retries + 1} dials to one customer who does not answer.`,
    remedy: 'Double-check MaximumConnectionAttempts: it counts the retries after the first dial, and each costs an agent\'s time.',
  });
}

function checkMessage(action: FlowAction, message: JsonObject, place: string, faults: FaultList): void {
  const given = ['PromptId', 'Text', 'SSML', 'Media'].filter((key) => member(message, key) !== undefined);
  if (given.length > 1) wrong(action, faults, `${given.join(' and ')} are given together`, 'Keep one of them.');
  for (const key of ['PromptId', 'Text', 'SSML']) {
    const value = member(message, key);
    if (value === undefined) continue;
    if (typeof value !== 'string') wrong(action, faults, `${key} is ${kindOf(value)}`, 'Write text.');
    else if (value.length > 6000) faults.add({ code: 'TEXT_TOO_LONG', stops: false, place, sentence: `In ${quoted(action.id)} the text to speak has ${value.length} characters; Amazon Connect takes 6000.`, remedy: 'Shorten it; nobody listens that long.' });
  }
}

function checkMessages(action: FlowAction, faults: FaultList): void {
  const messages = member(action.parameters, 'Messages');
  const frequency = decimal(member(action.parameters, 'InterruptFrequencySeconds'));
  if (!isList(messages) || messages.length === 0) wrong(action, faults, 'Messages must be a list with at least one message', 'Add a prompt or a text.');
  else for (const message of messages) {
    if (isObject(message) && ['PromptId', 'Text', 'SSML', 'Media'].some((key) => member(message, key) !== undefined)) checkMessage(action, message, placeOf(action.id), faults);
    else wrong(action, faults, 'a message has neither PromptId nor Text nor SSML', 'Give each message one of them.');
  }
  if (frequency !== null && frequency > 0 && frequency <= 20) {
    faults.add({ code: 'INTERRUPTS_TOO_OFTEN', stops: false, place: placeOf(action.id), sentence: `In ${quoted(action.id)} the music is interrupted every ${frequency} seconds.`, remedy: 'Take more than 20 seconds: a customer who is being joined to an agent cannot leave the queue for that long.' });
  }
}

function checkInput(action: FlowAction, faults: FaultList): void {
  const { parameters } = action;
  checkMessage(action, parameters, placeOf(action.id), faults);
  const terminator = valueAt(parameters, ['DTMFConfiguration', 'InputTerminationSequence']);
  if (typeof terminator === 'string' && terminator.length > 5) wrong(action, faults, `the keys that end the entry are ${terminator.length}`, 'Use at most 5 keys.');
  if (!stores(action)) {
    for (const { operator, operands } of action.conditions) {
      if (operator === 'Equals' && /^[0-9#*]$/.test(operands.join(' '))) continue;
      wrong(action, faults, `a menu cannot branch on ${quoted(`${operator} ${operands.join(', ')}`)}`, 'Compare with one key: Equals and 0 to 9, # or *.');
    }
    return;
  }
  const phone = valueAt(parameters, ['InputValidation', 'PhoneNumberValidation']);
  if (phone === undefined && valueAt(parameters, ['InputValidation', 'CustomValidation']) === undefined) {
    return wrong(action, faults, 'the entry is stored without InputValidation', 'Add PhoneNumberValidation or CustomValidation.');
  }
  if (!isObject(phone)) return;
  const format = member(phone, 'NumberFormat');
  const country = member(phone, 'CountryCode');
  if (format !== 'Local' && format !== 'E164') wrong(action, faults, 'NumberFormat is neither Local nor E164', 'Local: numbers of one country; E164: international numbers.');
  if (format === 'Local' && !(typeof country === 'string' && (/^[A-Z]{2}$/.test(country) || isDynamic(country)))) wrong(action, faults, 'a Local number needs the CountryCode', 'Write the country in two capital letters, such as US.');
}

/** True for an entry that is kept ($.StoredCustomerInput), false for a menu. */
export const stores = (action: FlowAction): boolean => isTrue(member(action.parameters, 'StoreInput'));

function checkHooks(action: FlowAction, faults: FaultList): void {
  const hooks = member(action.parameters, 'EventHooks');
  if (!isObject(hooks)) return wrong(action, faults, `EventHooks is ${kindOf(hooks)}`, 'Write an object with one hook and its flow.');
  const names = Object.keys(hooks);
  if (names.length !== 1) wrong(action, faults, `${names.length} event hooks are set at once`, 'Set exactly one; use an action for each.');
  for (const name of names) {
    if (name === 'OutboundWhisper') wrong(action, faults, 'an outbound whisper cannot be set by a flow', 'Assign the outbound whisper flow to the queue.');
    else if (!hookNames.has(name)) wrong(action, faults, `there is no event hook ${quoted(name)}`, `Known are ${[...hookNames].join(', ')}.`);
  }
}

function valueAt(parameters: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = parameters;
  for (const key of path) value = isObject(value) ? member(value, key) : undefined;
  return value;
}

function wrong(action: FlowAction, faults: FaultList, what: string, remedy: string): void {
  faults.add({ code: 'PARAMETER_WRONG', stops: true, place: placeOf(action.id), sentence: `In ${quoted(action.id)} (${action.type}) ${what}.`, remedy });
}
