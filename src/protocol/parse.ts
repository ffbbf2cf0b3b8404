import { z } from 'zod';
import type { FromHost, ToHost } from './envelope.ts';
import { commandId, tabCommand } from './parse-command.ts';
import { centerQuery } from './parse-query.ts';
import type { LiveTables } from './views.ts';

/** A message that could be read, or why not, in words for the log. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly id: string | null; readonly fault: string };

/** Longer names are cut off by nobody: they are refused. */
const NAME_MAX = 10_000;

const build = z.object({ id: z.string(), atMs: z.number() });
const audience = z.discriminatedUnion('role', [
  z.object({ role: z.literal('agent'), username: z.string().max(NAME_MAX) }),
  z.object({ role: z.literal('customer'), number: z.string().max(NAME_MAX) }),
  z.object({ role: z.literal('viewer') }),
]);
const genesis = z.object({ seed: z.number().nullable(), startsAtMs: z.number().nullable(), speed: z.number().min(0).nullable() });
const tabId = z.string().min(1).max(200);

/** Only the head of a greeting: enough to tell another build, whose other fields may have changed. */
const greeting = z.looseObject({ kind: z.literal('hello'), protocol: z.number(), build });

const toHost: z.ZodType<ToHost> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), protocol: z.number(), build, tabId, audience, genesis }),
  z.object({ kind: z.literal('command'), id: commandId, command: tabCommand }),
  z.object({ kind: z.literal('query'), id: z.string(), query: centerQuery }),
  z.object({ kind: z.literal('ping') }),
  z.object({ kind: z.literal('bye') }),
]);

const rows = z.record(z.string(), z.looseObject({}));
const tableShape = {
  clock: rows, center: rows, agents: rows, offers: rows, contacts: rows, phones: rows, queues: rows, directory: rows, notices: rows, mastership: rows,
} satisfies { readonly [Name in keyof LiveTables]: typeof rows };
const patch = z.object({
  seq: z.number(),
  set: z.partialRecord(z.enum(Object.keys(tableShape)), rows),
  del: z.partialRecord(z.enum(Object.keys(tableShape)), z.array(z.string())),
});
const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), seq: z.number() }),
  z.object({ ok: z.literal(false), code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);

/** The host is of the same build (the handshake sees to it), so rows are taken as they are and only the frame is checked. */
const fromHost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome'), protocol: z.number(), build, epoch: z.number(), seq: z.number(), holdsLock: z.boolean(), tables: z.object(tableShape) }),
  z.object({ kind: z.literal('otherBuild'), build, newer: z.enum(['host', 'tab']) }),
  z.object({ kind: z.literal('refused'), why: z.enum(['unknownAgent', 'invalidNumber', 'journalCorrupt']), detail: z.string() }),
  z.object({ kind: z.literal('patch'), epoch: z.number(), patch }),
  z.object({ kind: z.literal('hint'), hints: z.array(z.enum(['contact-records', 'flows', 'instance', 'metrics', 'flow-trails'])) }),
  z.object({ kind: z.literal('reply'), id: z.string(), reply }),
  z.object({ kind: z.literal('answer'), id: z.string(), answer: z.unknown() }),
  z.object({ kind: z.literal('pong') }),
  z.object({ kind: z.literal('log'), level: z.enum(['info', 'warn', 'error']), text: z.string() }),
]);

/** Reads what a tab sent. A bad command keeps its id in the fault, so that it can be answered. */
export function parseToHost(message: unknown): Parsed<ToHost> {
  return read(toHost, message);
}

/** Reads who greets, however old or new: null when it is no greeting at all. */
export function parseGreeting(message: unknown): { readonly protocol: number; readonly build: { readonly id: string; readonly atMs: number } } | null {
  const read = greeting.safeParse(message);
  return read.success ? { protocol: read.data.protocol, build: read.data.build } : null;
}

/** Reads what the host sent. */
export function parseFromHost(message: unknown): Parsed<FromHost> {
  return read(fromHost as unknown as z.ZodType<FromHost>, message);
}

function read<T>(schema: z.ZodType<T>, message: unknown): Parsed<T> {
  const result = schema.safeParse(message);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const id = z.looseObject({ id: z.string() }).safeParse(message);
  return { ok: false, id: id.success ? id.data.id : null, fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}` };
}
