import type { Brand } from './brand.ts';
import { hash32, hashOf, hashStart } from './random.ts';

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

const [DASH, FOUR, A] = [0x2d, 0x34, 0x61];
/** The character of four bits of a number: from 10 on the letters, which stand 39 further on. */
const digit = (n: number, shift: number): number => {
  const bits = (n >>> shift) & 15;
  return 0x30 + bits + 39 * ((bits + 6) >> 4);
};

/**
 * Names the things of one kind: UUID-shaped ids, the same for the same seed, kind and count, so that a replay names
 * things alike. The version and variant digits are those of a random UUID, since consumers of records check them.
 */
export class IdMaker {
  readonly #a: number;
  readonly #b: number;
  readonly #c: number;

  constructor(seed: number, kind: string) {
    this.#a = hashStart(seed, kind);
    this.#b = hashStart(seed ^ 0x5bd1e995, kind);
    this.#c = hashStart(seed ^ 0x27d4eb2f, kind);
  }

  /** The count itself is the tail: two ids of one kind can never collide. All characters at once make a flat string. */
  id(count: number): string {
    const a = hashOf(this.#a, count);
    const b = hashOf(this.#b, count);
    const c = hashOf(this.#c, count);
    return String.fromCharCode(
      digit(a, 28), digit(a, 24), digit(a, 20), digit(a, 16), digit(a, 12), digit(a, 8), digit(a, 4), digit(a, 0), DASH,
      digit(b, 28), digit(b, 24), digit(b, 20), digit(b, 16), DASH, FOUR, digit(b, 8), digit(b, 4), digit(b, 0), DASH,
      A, digit(c, 24), digit(c, 20), digit(c, 16), DASH, digit(c, 12), digit(c, 8), digit(c, 4), digit(c, 0),
      digit(count, 28), digit(count, 24), digit(count, 20), digit(count, 16), digit(count, 12), digit(count, 8), digit(count, 4), digit(count, 0),
    );
  }
}

/** One id, where few of a kind are wanted. */
export const makeId = (seed: number, kind: string, count: number): string => new IdMaker(seed, kind).id(count);

/** The id of a configured thing, from its kind and name: the same configuration gives the same ids everywhere. */
export function idFromName(kind: string, name: string): string {
  const h = hash32(0, `${kind}/${name}`, 1);
  return makeId(hash32(7, `${kind}/${name}`, 2), `${kind}/${name}`, h);
}
