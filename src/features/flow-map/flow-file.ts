/*
 * A flow's file as the designer wrote it: what the map needs of it beyond the findings (places, parameters), and edits
 * that change what they name and nothing else, so that the file stays the author's own.
 */

/** JSON as it is in a file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** A place on the designer's canvas. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a step on the way into a value is: a member of an object, or an element of a list. */
export type Path = readonly (string | number)[];

/** A parameter of an action and its new text; null takes it out. */
export interface Edit {
  readonly actionId: string;
  /** Below `Parameters`. */
  readonly path: Path;
  readonly value: string | null;
  /** What people call the new value, for the designer's own notes; null where there is no name for it. */
  readonly name: string | null;
  /** Parameters that give way to the new value: what is spoken is a text or a prompt. */
  readonly replaces?: readonly Path[];
}

/** A flow's file, read. */
export interface FlowFile {
  readonly source: JsonObject;
  /** Saved places by action; those without one are absent. */
  readonly places: ReadonlyMap<string, Point>;
  readonly entry: Point | null;
  /** Parameters by action. */
  readonly parameters: ReadonlyMap<string, JsonObject>;
  /** Identifiers in the order of the file. */
  readonly order: readonly string[];
}

/** Reads a flow's text; null when it is no flow, which the check says better. */
export function readFlowFile(text: string): FlowFile | null {
  const source = parse(text);
  if (!isObject(source)) return null;
  const notes = objectAt(source, 'Metadata', 'ActionMetadata');
  const actions = listOf(memberOf(source, 'Actions')).filter(isObject);
  const idOf = (action: JsonObject): string => textOf(memberOf(action, 'Identifier'));
  return {
    source,
    places: new Map(actions.flatMap((action) => {
      const place = pointOf(memberOf(objectAt(notes, idOf(action)), 'position'));
      return place === null ? [] : [[idOf(action), place] as const];
    })),
    entry: pointOf(memberOf(objectAt(source, 'Metadata'), 'entryPointPosition')),
    parameters: new Map(actions.map((action) => [idOf(action), objectAt(action, 'Parameters')])),
    order: actions.map(idOf),
  };
}

/** The value at a path below an action's parameters; undefined when there is none. */
export function valueAt(parameters: Json | undefined, path: Path): Json | undefined {
  let here = parameters;
  for (const key of path) here = typeof key === 'number' ? listOf(here)[key] : memberOf(here, key);
  return here;
}

/** A parameter as people edit it; an absent one is empty. */
export function textAt(parameters: Json | undefined, path: Path): string {
  const value = valueAt(parameters, path);
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The file with these edits, as the face takes it. Whatever they do not name stays as it was, in its order. */
export function edited(file: FlowFile, edits: readonly Edit[]): string {
  let source = file.source;
  // Of several edits of one thing the last counts: what an earlier one put aside is back.
  const last = edits.filter((edit, at) => !edits.slice(at + 1).some((later) => isOfSamePlace(later, edit)));
  for (const edit of last) {
    const index = file.order.indexOf(edit.actionId);
    const actions = listOf(memberOf(source, 'Actions'));
    // The order skips what is no object, which the face would have refused: the identifier is looked for instead.
    const at = actions.findIndex((action) => isObject(action) && textOf(memberOf(action, 'Identifier')) === edit.actionId);
    if (index === -1 || at === -1) continue;
    source = asObject(put(source, ['Actions', at, 'Parameters', ...edit.path], edit.value));
    source = renamed(source, edit);
    if (edit.value !== null) for (const path of edit.replaces ?? []) source = asObject(put(source, ['Actions', at, 'Parameters', ...path], null));
  }
  return JSON.stringify(source);
}

/** Whether two edits are of one parameter of one action. */
export const isOfSamePlace = (a: Pick<Edit, 'actionId' | 'path'>, b: Pick<Edit, 'actionId' | 'path'>): boolean => a.actionId === b.actionId && a.path.join('\n') === b.path.join('\n');

/** The designer shows the name it noted down, not the one that the reference has: it must not go on to say the old one. */
function renamed(source: JsonObject, { actionId, path, name }: Edit): JsonObject {
  const notes: Path = ['Metadata', 'ActionMetadata', actionId, 'parameters', ...path, 'displayName'];
  return typeof valueAt(source, notes) === 'string' ? asObject(put(source, notes, name)) : source;
}

function put(here: Json | undefined, path: Path, value: string | null): Json {
  const [key, ...rest] = path;
  if (key === undefined) return typeof here === 'number' && value !== null && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof key === 'number') return listOf(here).map((each, at) => (at === key ? put(each, rest, value) : each));
  const before = isObject(here) ? Object.entries(here) : [];
  if (rest.length === 0 && value === null) return Object.fromEntries(before.filter(([name]) => name !== key));
  const isThere = before.some(([name]) => name === key);
  const after = before.map(([name, each]) => [name, name === key ? put(each, rest, value) : each] as const);
  return Object.fromEntries(isThere ? after : [...after, [key, put(undefined, rest, value)] as const]);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** Names in files may be those that every object inherits. */
const memberOf = (value: Json | undefined, key: string): Json | undefined => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);

function objectAt(value: Json | undefined, ...path: readonly string[]): JsonObject {
  let here = value;
  for (const key of path) here = memberOf(here, key);
  return asObject(here);
}

function pointOf(value: Json | undefined): Point | null {
  const x = memberOf(value, 'x');
  const y = memberOf(value, 'y');
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}
