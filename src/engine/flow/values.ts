import type { Contact } from '../contact/model.ts';
import type { AgentId } from '../core/ids.ts';
import { estimatedQueueWait } from '../metrics/estimated-wait.ts';
import { queueFigures } from '../metrics/realtime.ts';
import { arnOf } from '../record/arn.ts';
import { ownerOf, queueConfigOf } from '../queue/agent-queue.ts';
import type { Center } from '../state.ts';
import { isObject, member } from './content.ts';
import { NO_NOTES, type FlowNotes, type Json } from './model.ts';

/** What a reference can be asked about. */
export interface Scope {
  readonly center: Center;
  readonly contact: Contact;
}

const REFERENCE = /\$\.[A-Za-z]+(?:\.[A-Za-z0-9_-]+|\['[^']*'\]|\[\d+\])*/g;

/** A parameter as text with its references filled in; an unknown reference is empty (spec §6.2). */
export function textOf(value: Json | undefined, scope: Scope): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  if (!value.includes('$.')) return value;
  // A reference inside a sentence may be followed by its full stop: "…for $.Queue.Name." names the queue.
  return value.replace(REFERENCE, (reference) => valueOf(reference, scope));
}

/** A parameter as a number; the designer writes numbers as text (spec §6.1). null when it is none. */
export function numberOf(value: Json | undefined, scope: Scope): number | null {
  const text = textOf(value, scope).trim();
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A True/False parameter. */
export const flagOf = (value: Json | undefined): boolean => value === true || value === 'True' || value === 'true';

/** What a reference stands for now. */
export function valueOf(reference: string, { center, contact }: Scope): string {
  const [root, ...path] = segments(reference);
  const key = path.join('.');
  switch (root) {
    case 'Attributes':
      return own(contact.attributes, key);
    case 'StoredCustomerInput':
      return contact.storedInput;
    case 'CallbackNumber':
      return contact.callbackNumber ?? '';
    case 'CustomerEndpoint':
      return key === 'Address' ? contact.customerNumber : key === 'Type' ? 'TELEPHONE_NUMBER' : '';
    case 'SystemEndpoint':
      return key === 'Address' ? (contact.systemNumber ?? '') : key === 'Type' ? 'TELEPHONE_NUMBER' : '';
    case 'Channel':
      return 'VOICE';
    case 'ContactId':
      return contact.id;
    case 'InitialContactId':
      return contact.initialContactId ?? contact.id;
    case 'PreviousContactId':
      return contact.previousContactId ?? '';
    case 'InitiationMethod':
      return contact.method;
    case 'InstanceARN':
      return arnOf(center.config.instance.id, 'instance', '');
    case 'LanguageCode':
      return 'en-US';
    case 'TextToSpeechVoiceId':
      return notesOf(center, contact).voice;
    case 'SegmentAttributes':
      return key === 'connect:Subtype' ? 'connect:Telephony' : '';
    case 'Queue':
      return queueValue(key, center, contact);
    case 'Agent':
      return agentValue(key, center, contact);
    case 'FlowAttributes':
      return own(notesOf(center, contact).attributes, key);
    case 'External':
      return textIn(center.flowRuns.get(contact.id)?.external, path);
    case 'Metrics':
      return metricValue(key, center, contact);
    default:
      return '';
  }
}

const notesOf = (center: Center, contact: Contact): FlowNotes => center.flowRuns.get(contact.id)?.notes ?? NO_NOTES;

function segments(reference: string): readonly string[] {
  return [...reference.slice(2).matchAll(/\['([^']*)'\]|[^.[\]]+/g)].map(([plain, quoted]) => quoted ?? plain);
}

const own = (values: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(values, key) ? values[key] : undefined) ?? '';

/** What a Lambda function returned, at a path; objects and lists as JSON, as the service writes them. */
function textIn(json: Json | undefined, path: readonly string[]): string {
  let value = json;
  for (const key of path) value = isObject(value) ? member(value, key) : Array.isArray(value) ? value[Number(key)] : undefined;
  if (value === undefined || value === null || path.length === 0) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function queueValue(key: string, center: Center, contact: Contact): string {
  const queueId = contact.queue?.queueId ?? contact.callback?.queueId ?? contact.targetQueueId;
  const queue = queueId === null ? undefined : queueConfigOf(center.config, queueId);
  if (!queue) return '';
  if (key === 'Name') return queue.name;
  if (key === 'ARN') return arnOf(center.config.instance.id, 'queue', queue.id);
  if (key === 'OutboundCallerId.Address') return queue.outboundCallerId ?? '';
  return '';
}

function agentValue(key: string, center: Center, contact: Contact): string {
  const agentId = contact.agent?.agentId ?? agentOfTransfer(center, contact);
  const agent = agentId === null ? undefined : center.config.agents.get(agentId);
  if (!agent) return '';
  if (key === 'UserName') return agent.username;
  if (key === 'FirstName') return agent.firstName;
  if (key === 'LastName') return agent.lastName;
  if (key === 'ARN') return arnOf(center.config.instance.id, 'agent', agent.id);
  return '';
}

/** In a transfer flow: who was asked for, when that was an agent, else who asked (spec §6.2). */
function agentOfTransfer(center: Center, { id, targetQueueId, previousContactId }: Contact): AgentId | null {
  const type = center.flowRuns.get(id)?.flowType;
  if (type === 'AGENT_TRANSFER' && targetQueueId !== null) return ownerOf(targetQueueId);
  const previous = type === 'QUEUE_TRANSFER' && previousContactId !== null ? center.contacts.get(previousContactId) : undefined;
  return previous?.agent?.agentId ?? null;
}

const NAMES: ReadonlySet<string> = new Set(['Queue.Name', 'Queue.ARN']);

function metricValue(key: string, center: Center, contact: Contact): string {
  const queueId = notesOf(center, contact).metricsQueueId ?? contact.queue?.queueId ?? contact.targetQueueId;
  if (queueId === null) return '';
  const queue = queueConfigOf(center.config, queueId);
  const figures = queueFigures(center, queueId);
  // Where nobody waits, works or is online, Amazon tells no figure at all, not even 0 (spec §3.7).
  const isStill = Object.values(figures).every((figure) => figure === 0);
  if (isStill && !NAMES.has(key)) return '';
  switch (key) {
    case 'Queue.Size':
      return String(figures.CONTACTS_IN_QUEUE);
    case 'Queue.OldestContactAge':
      return String(figures.OLDEST_CONTACT_AGE);
    case 'Queue.EstimatedWaitTime':
      return String(estimatedQueueWait(center, queueId) ?? '');
    case 'Queue.Name':
      return queue?.name ?? '';
    case 'Queue.ARN':
      return arnOf(center.config.instance.id, 'queue', queueId);
    case 'Agents.Online.Count':
      return String(figures.AGENTS_ONLINE);
    case 'Agents.Available.Count':
      return String(figures.AGENTS_AVAILABLE);
    case 'Agents.Staffed.Count':
      return String(figures.AGENTS_STAFFED);
    case 'Agents.AfterContactWork.Count':
      return String(figures.AGENTS_AFTER_CONTACT_WORK);
    case 'Agents.Busy.Count':
      return String(figures.AGENTS_ON_CONTACT - figures.AGENTS_AFTER_CONTACT_WORK);
    case 'Agents.Missed.Count':
      return String(figures.AGENTS_ERROR);
    case 'Agents.NonProductive.Count':
      return String(figures.AGENTS_NON_PRODUCTIVE);
    case 'Contact.PositionInQueue':
      return String(center.waiting.get(queueId)?.positionOf(contact.id) ?? '');
    default:
      return '';
  }
}
