import type { AgentId, FlowId, HoursId, PromptId, QueueId } from '../core/ids.ts';
import { indexInstance } from '../tenant/index-instance.ts';
import type { InstanceIndex } from '../tenant/index-instance.ts';
import type { Instance } from '../tenant/model.ts';
import { rowOf } from './catalogue.ts';
import type { ReferenceKind } from './catalogue.ts';
import { isDynamic, isList, isObject, member } from './content.ts';
import type { FlowAction, FlowContent, Json, JsonObject } from './model.ts';

export type { ReferenceKind } from './catalogue.ts';

/** Something outside the flow that it names: a queue by its ARN, say. */
export interface FlowReference {
  /** As written in the file; the key of the flow's mapping. */
  readonly ref: string;
  readonly kind: ReferenceKind;
  /** What people call it, when the file tells. */
  readonly name: string | null;
  /** Identifiers of the actions that name it. */
  readonly places: readonly string[];
}

/** A reference and what it stands for here. */
export interface ResolvedReference extends FlowReference {
  readonly id: string;
  readonly by: 'mapping' | 'reference' | 'name';
}

/** The ids that each kind of reference stands for. */
export interface ReferenceIds {
  readonly queue: QueueId;
  readonly flow: FlowId;
  readonly prompt: PromptId;
  readonly hours: HoursId;
  readonly agent: AgentId;
  /** The ARN of the mock that answers for it. */
  readonly lambda: string;
  readonly module: FlowId;
}

/** The fixed references of a flow in the order of its actions; those looked up at run time (`$.Attributes.queue`) are none. */
export function findReferences(content: FlowContent): readonly FlowReference[] {
  const found = new Map<string, { ref: string; kind: ReferenceKind; name: string | null; places: string[] }>();
  for (const action of Object.values(content.actions)) {
    for (const { path, kind } of rowOf(action.type)?.references ?? []) {
      const nameOf = namesInMetadata(content, action, path);
      for (const ref of textsAt(action.parameters, path)) {
        if (ref.trim() === '' || isDynamic(ref)) continue;
        const key = `${kind} ${ref}`;
        const known = found.get(key) ?? { ref, kind, name: null, places: [] };
        found.set(key, known);
        known.name ??= nameOf(ref);
        if (known.places.at(-1) !== action.id) known.places.push(action.id);
      }
    }
  }
  return [...found.values()].map((each) => ({ ...each, name: each.name ?? nameInReference(each.ref) }));
}

/** Divides a flow's references into those that stand for something of this instance and those that need a choice. */
export function resolveReferences(content: FlowContent, mapping: Readonly<Record<string, string>>, instance: Instance): { readonly resolved: readonly ResolvedReference[]; readonly unresolved: readonly FlowReference[] } {
  const index = indexInstance(instance);
  const resolved: ResolvedReference[] = [];
  const unresolved: FlowReference[] = [];
  for (const reference of findReferences(content)) {
    const { kind, ref, name } = reference;
    const mapped = member(mapping, ref);
    const byMapping = typeof mapped === 'string' ? lookUp(kind, mapped, index) : null;
    const byReference = byMapping ?? lookUp(kind, ref, index);
    const id = byReference ?? (name === null ? null : lookUp(kind, name, index));
    if (id === null) unresolved.push(reference);
    else resolved.push({ ...reference, id, by: byMapping !== null ? 'mapping' : byReference !== null ? 'reference' : 'name' });
  }
  return { resolved, unresolved };
}

/** The mapping that makes these references stand for what was found, beside what was mapped before. */
export function mappingOf(resolved: readonly ResolvedReference[], before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries([...Object.entries(before), ...resolved.map(({ ref, id }) => [ref, id] as const)]);
}

/** What a reference stands for: by the flow's mapping, else by id, the tail of its ARN, or name. null: nothing here. */
export function resolveRef<Kind extends ReferenceKind>(kind: Kind, ref: string, mapping: Readonly<Record<string, string>>, index: InstanceIndex): ReferenceIds[Kind] | null {
  const mapped = member(mapping, ref);
  const id = (typeof mapped === 'string' ? lookUp(kind, mapped, index) : null) ?? lookUp(kind, ref, index);
  // The lookup searched the things of this kind, so the id is of its brand.
  return id as ReferenceIds[Kind] | null;
}

/** What was found in an instance, by kind and reference: flows ask for the same few things again and again. */
const found = new WeakMap<InstanceIndex, Map<ReferenceKind, Map<string, string | null>>>();
/** References made of what callers key in never come to an end; more than so many of a kind are not worth keeping. */
const FOUND_MAX = 1000;

function lookUp(kind: ReferenceKind, ref: string, index: InstanceIndex): string | null {
  const known = foundOf(kind, index);
  const before = known.get(ref);
  if (before !== undefined) return before;
  const id = search(kind, ref, index);
  if (known.size >= FOUND_MAX) known.clear();
  known.set(ref, id);
  return id;
}

function foundOf(kind: ReferenceKind, index: InstanceIndex): Map<string, string | null> {
  let byKind = found.get(index);
  if (byKind === undefined) found.set(index, (byKind = new Map()));
  let known = byKind.get(kind);
  if (known === undefined) byKind.set(kind, (known = new Map()));
  return known;
}

function search(kind: ReferenceKind, ref: string, index: InstanceIndex): string | null {
  const things = thingsOf(kind, index);
  const tail = arnTail(ref);
  const same = plainName(nameInReference(ref) ?? ref);
  return (
    things.find(({ id }) => id === ref)?.id ??
    things.find(({ id }) => id === tail)?.id ??
    things.find(({ name }) => name === ref)?.id ??
    things.find(({ name }) => plainName(name) === same)?.id ??
    null
  );
}

function thingsOf(kind: ReferenceKind, { instance }: InstanceIndex): readonly { readonly id: string; readonly name: string }[] {
  switch (kind) {
    case 'queue':
      return instance.queues;
    case 'flow':
      return instance.flows;
    case 'prompt':
      return instance.prompts;
    case 'hours':
      return instance.hours;
    case 'agent':
      return instance.agents.map(({ id, username }) => ({ id, name: username }));
    case 'lambda':
      return instance.lambdas.map(({ arn, name }) => ({ id: arn, name }));
    case 'module':
      return instance.modules;
  }
}

/** The last part of an ARN, without a qualifier such as `:$SAVED`. */
const arnTail = (ref: string): string => (ref.startsWith('arn:') ? ref.slice(ref.lastIndexOf('/') + 1).replace(/:.*$/, '') : ref);

/** Names are compared without case and punctuation: exports write `sample_queue_flow` for “Sample queue flow”. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** A name that the reference itself carries: a Lambda's in its ARN, a variable's in `${…}`, or plain text that is no id. */
function nameInReference(ref: string): string | null {
  const variable = /^\$\{(.*)\}$/s.exec(ref)?.[1];
  if (variable !== undefined) return /\["([^"]+)"\]/.exec(variable)?.[1] ?? /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(variable)?.[1] ?? variable;
  const lambda = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)/.exec(ref)?.[1];
  const name = lambda ?? arnTail(ref);
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name) || name === '' ? null : name;
}

/**
 * Where the designer keeps what the user saw when choosing; its habits changed over the years. Made ready once for all
 * references of a path: a hostile file may have a hundred thousand of each.
 */
function namesInMetadata(content: FlowContent, action: FlowAction, path: readonly string[]): (ref: string) => string | null {
  const notes = at(content.source, 'Metadata', 'ActionMetadata', action.id);
  if (!isObject(notes)) return () => null;
  const audio = member(notes, 'audio');
  const clips = new Map((isList(audio) ? audio : []).flatMap((clip) => [clip, at(clip, 'prompt')]).map((clip) => [at(clip, 'id'), at(clip, 'text')]));
  const before = [
    at(notes, 'parameters', ...path.filter((key) => key !== '*'), 'displayName'),
    ...Object.values(objectOr(at(notes, 'parameters', ...path.slice(0, 1)))).map((each) => at(each, 'displayName')),
  ].find(isName);
  const after = [
    path[0] === 'QueueId' ? at(notes, 'queue', 'text') : undefined,
    path.includes('PromptId') ? at(notes, 'promptName') : undefined,
    path[0] === 'HoursOfOperationId' ? (at(notes, 'Hours', 'text') ?? at(notes, 'hours', 'text')) : undefined,
    path[0] === 'ContactFlowId' || path[0] === 'EventHooks' ? (at(notes, 'contactFlow', 'text') ?? at(notes, 'ContactFlow', 'text')) : undefined,
  ].find(isName);
  return (ref) => [before, clips.get(ref), after].find(isName) ?? null;
}

const isName = (value: Json | undefined): value is string => typeof value === 'string' && value.trim() !== '';

const objectOr = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) here = isObject(here) ? member(here, key) : undefined;
  return here;
}

/** All texts at a path; `*` goes through every element of a list or object. */
function textsAt(value: Json | undefined, path: readonly string[]): readonly string[] {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? [value] : [];
  if (key === '*') return (isList(value) ? value : isObject(value) ? Object.values(value) : []).flatMap((each) => textsAt(each, rest));
  return isObject(value) ? textsAt(member(value, key), rest) : [];
}
