import { attributesFit } from '../../contact/attributes.ts';
import { changeRouting, isAdjustment, PRIORITY_MAX } from '../../contact/decide.ts';
import { isObject, member, objectOf } from '../content.ts';
import { NO_NOTES, type HookName, type JsonObject } from '../model.ts';
import { resolveRef } from '../references.ts';
import { goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { numberOf, textOf } from '../values.ts';

/** An action that has nothing to do here. */
export const goOnWith: RunAction = goOn;

export const updateContactAttributes: RunAction = (step) => {
  if (textOf(step.action.parameters['TargetContact'], step) === 'Related') return goToError(step, 'NoMatchingError', 'there is no related contact whose attributes could be set');
  const attributes = textsOf(step, objectOf(step.action.parameters['Attributes']));
  if (!attributesFit({ ...step.contact.attributes, ...attributes })) return goToError(step, 'NoMatchingError', 'the attributes would exceed 32 KB');
  return [{ type: 'contact.attributesSet', contactId: step.contact.id, attributes }, ...goOn(step)];
};

/** Sets attributes of the flow; a value is a text, or an object around it as the designer writes it (spec §6.2). */
export const updateFlowAttributes: RunAction = (step) => {
  const given = objectOf(step.action.parameters['FlowAttributes']);
  const attributes = textsOf(step, Object.fromEntries(Object.entries(given).map(([key, value]) => [key, isObject(value) ? (member(value, 'Value') ?? '') : value])));
  const all = { ...step.run.notes.attributes, ...attributes };
  if (!attributesFit(all)) return goToError(step, 'NoMatchingError', 'the attributes of the flow would exceed 32 KB');
  return [{ type: 'flow.noted', contactId: step.contact.id, notes: { attributes: all } }, ...goOn(step)];
};

/** Set voice: captions sound alike in every voice, but the flow can ask which one it is. */
export const updateContactTextToSpeechVoice: RunAction = (step) => {
  const voice = textOf(step.action.parameters['TextToSpeechVoice'], step) || NO_NOTES.voice;
  return [{ type: 'flow.noted', contactId: step.contact.id, notes: { voice } }, ...goOn(step)];
};

const textsOf = (step: FlowStep, given: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, textOf(value, step)]));

/** Set callback number: invalid and not dialable are told apart (spec §6.4, §7). */
export const updateContactCallbackNumber: RunAction = (step) => {
  const { center, contact, action } = step;
  const { country, dialableCountries } = center.config.instance;
  const text = textOf(action.parameters['CallbackNumber'], step).trim();
  const parsed = center.phoneNumbers.parse(text, text.startsWith('+') ? 'E164' : 'Local', country);
  if (!parsed.ok) return goToError(step, 'InvalidCallbackNumber');
  if (!center.phoneNumbers.isDialable(parsed.e164, dialableCountries)) return goToError(step, 'CallbackNumberNotDialable');
  return [{ type: 'contact.callbackNumberSet', contactId: contact.id, number: parsed.e164 }, ...goOn(step)];
};

const HOOKS: ReadonlySet<string> = new Set<HookName>([
  'AgentHold', 'AgentWhisper', 'CustomerHold', 'CustomerQueue', 'CustomerRemaining', 'CustomerWhisper',
  'DefaultAgentUI', 'DisconnectAgentUI', 'PauseContact', 'ResumeContact',
]);

/** Set event flow: exactly one hook; the last one set wins (spec §1.6, §6.4). */
export const updateContactEventHooks: RunAction = (step) => {
  const entries = Object.entries(objectOf(step.action.parameters['EventHooks']));
  const [hook, reference] = entries[0] ?? [];
  if (entries.length !== 1 || hook === undefined || !isHook(hook)) return goToError(step, 'NoMatchingError', 'exactly one known event hook is set at a time');
  const flowId = resolveRef('flow', textOf(reference, step), step.flow.mapping, step.center.config);
  if (flowId === null) return goToError(step, 'NoMatchingError', `the flow for ${hook} is not known here`);
  return [{ type: 'contact.hookSet', contactId: step.contact.id, hook, flowId }, ...goOn(step)];
};

const isHook = (name: string): name is HookName => HOOKS.has(name);

/** Change routing priority or age (spec §5.4). */
export const updateContactRoutingBehavior: RunAction = (step) => {
  const { action } = step;
  const priority = numberOf(action.parameters['QueuePriority'], step);
  const adjustment = numberOf(action.parameters['QueueTimeAdjustmentSeconds'], step);
  if (priority === null && adjustment === null) return goToError(step, 'NoMatchingError', 'neither a priority nor a time adjustment is given');
  if (adjustment !== null && !isAdjustment(adjustment)) return goToError(step, 'NoMatchingError', 'the time adjustment is longer than anybody can wait');
  return [
    changeRouting(step.center, step.contact, priority === null ? null : Math.min(PRIORITY_MAX, Math.max(1, Math.trunc(priority))), adjustment),
    ...goOn(step),
  ];
};
