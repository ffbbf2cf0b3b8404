import { must } from './assert.ts';
import type { Brand } from './brand.ts';
import { hash32 } from './random.ts';

/** One leg of an interaction; one contact record (spec glossary). */
export type ContactId = Brand<string, 'ContactId'>;
/** One presentation of a contact to one agent. */
export type OfferId = Brand<string, 'OfferId'>;
/** One phone path between the center and a customer. */
export type LineId = Brand<string, 'LineId'>;
/** One promise to call a customer back, whatever number of legs it takes. */
export type CallbackId = Brand<string, 'CallbackId'>;
export type AgentId = Brand<string, 'AgentId'>;
export type QueueId = Brand<string, 'QueueId'>;
export type RoutingProfileId = Brand<string, 'RoutingProfileId'>;
export type StatusId = Brand<string, 'StatusId'>;
export type FlowId = Brand<string, 'FlowId'>;
export type PromptId = Brand<string, 'PromptId'>;
export type HoursId = Brand<string, 'HoursId'>;
export type InstanceId = Brand<string, 'InstanceId'>;
/** Chosen by the sender of a command; a repeat with the same id gets the first reply. */
export type CommandId = Brand<string, 'CommandId'>;

/** Bytes as two digits; joining them is several times as fast as formatting and padding a number. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byte = (n: number, shift: number): string => must(BYTES[(n >>> shift) & 255], 'a byte');
const hex = (n: number): string => byte(n, 24) + byte(n, 16) + byte(n, 8) + byte(n, 0);

/**
 * A UUID-shaped id, the same for the same seed, kind and count, so that a replay names things alike.
 * The version and variant digits are those of a random UUID, since consumers of records check them.
 */
export function makeId(seed: number, kind: string, count: number): string {
  const a = hex(hash32(seed, kind, count));
  const b = hex(hash32(seed ^ 0x5bd1e995, kind, count));
  const c = hex(hash32(seed ^ 0x27d4eb2f, kind, count));
  // The count itself is the tail: two ids of one kind can never collide.
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${hex(count)}`;
}

/** The id of a configured thing, from its kind and name: the same configuration gives the same ids everywhere. */
export function idFromName(kind: string, name: string): string {
  const h = hash32(0, `${kind}/${name}`, 1);
  return makeId(hash32(7, `${kind}/${name}`, 2), `${kind}/${name}`, h);
}
