/*
 * The words of the flow language that the template is written in. A flow of the template carries, in the notes for the
 * designer, from which template it came and to which setup it belongs; the language leaves room for that there.
 */
import type { Flow } from './instance.ts';

/** The template and its version. */
export const template = 'queued-callback/1';
/** The key of our notes in a flow's Metadata. */
const templateNotes = 'ringback';

export type TemplatePart = 'inbound' | 'waiting' | 'customerWhisper' | 'agentWhisper';

/** An action as it is written into the file, with the place it has on the map (columns and rows). */
export interface FileAction {
  readonly id: string;
  readonly type: string;
  readonly parameters: object;
  readonly next?: string;
  /** Conditions: value → identifier of the next action. */
  readonly on?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly place: readonly [column: number, row: number];
  /** What people call the things that the parameters name by id, as the designer notes it. */
  readonly shows?: object;
}

interface FileHead {
  readonly name: string;
  readonly description: string;
  /** The designer's word for the flow's type. */
  readonly type: 'contactFlow' | 'customerQueue' | 'outboundWhisper' | 'agentWhisper';
  readonly notes: { readonly part: TemplatePart; readonly of: string; readonly queue: string };
}

/** A flow's file in Amazon's flow language (version 2019-10-30); the first action is where it starts. */
export function flowFile({ name, description, type, notes }: FileHead, actions: readonly FileAction[]): string {
  const position = ([column, row]: FileAction['place']) => ({ x: 200 + 240 * column, y: 40 + 180 * row });
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: actions[0]?.id ?? '',
    Metadata: {
      entryPointPosition: { x: 20, y: 40 },
      name, description, type,
      [templateNotes]: { template, ...notes },
      ActionMetadata: Object.fromEntries(actions.map(({ id, place, shows }) => [id, { position: position(place), ...(shows === undefined ? {} : { parameters: shows }) }])),
    },
    Actions: actions.map(({ id, type, parameters, next, on = {}, errors = {} }) => ({
      Identifier: id,
      Type: type,
      Parameters: parameters,
      Transitions: {
        ...(next === undefined ? {} : { NextAction: next }),
        ...orNothing('Conditions', Object.entries(on).map(([value, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [value] } }))),
        ...orNothing('Errors', Object.entries(errors).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType }))),
      },
    })),
  });
}

const orNothing = (name: string, list: readonly object[]): object => (list.length === 0 ? {} : { [name]: list });

/** A parameter of an action of a flow; undefined when there is no such action or parameter. */
export function at(flow: Flow | undefined, actionId: string, parameter: string): unknown {
  const actions = flow?.content.actions ?? {};
  const action = Object.hasOwn(actions, actionId) ? actions[actionId] : undefined;
  return action !== undefined && Object.hasOwn(action.parameters, parameter) ? action.parameters[parameter] : undefined;
}

/** A thing of the instance that a flow names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An event hook: which flow runs at that event from here on. */
export function hook(id: string, event: 'CustomerQueue' | 'AgentWhisper', flow: Named, next: string, place: FileAction['place']): FileAction {
  return {
    id, type: 'UpdateContactEventHooks', parameters: { EventHooks: { [event]: flow.id } }, next, errors: { NoMatchingError: next }, place,
    shows: { EventHooks: { [event]: { displayName: flow.name } } },
  };
}

/** A message that goes on to `next`, whatever happens. */
export function say(id: string, text: string, next: string, place: FileAction['place']): FileAction {
  return { id, type: 'MessageParticipant', parameters: { Text: text }, next, errors: { NoMatchingError: next }, place };
}

export const end = (id: string, type: 'DisconnectParticipant' | 'EndFlowExecution', place: FileAction['place']): FileAction => ({ id, type, parameters: {}, place });
