import type { FlowReader } from '../../mocks/ports.ts';
import type { FlowAction, FlowFault, FlowId, FlowReference, FlowType, Instance, Json, ParsedFlow, ReferenceKind } from '../engine/index.ts';
import { idFromName, limitsOf, parseFlow, resolveReferences, rowOf, speechFacts, validateFlow } from '../engine/index.ts';
import type { FlowFaultFinding, FlowFindings, FlowReferenceFinding, FlowStepFinding } from '../protocol/http-flows.ts';

/** Reads flow files with the engine's own parser, so that what is told of a file is what will run. */
export const flowReader: FlowReader = {
  check: (text, { instance, mapping, type }) => {
    const parsed = parseFlow(text);
    if (!parsed.ok) return { content: null, findings: { ...nothingFound, Faults: parsed.refusal.map(toFault) } };
    const flow = parsed.value;
    return { content: flow.content, findings: findingsOf(flow, { instance, mapping, type: type ?? flow.type }) };
  },
  idFor: (name, kind = 'flow') => idFromName(kind, name) as FlowId,
};

const nothingFound: FlowFindings = { Readable: false, Name: null, Type: null, IsModule: false, Start: null, AttemptsMean: 'retries', Steps: [], References: [], Faults: [] };

interface Asked {
  readonly instance: Instance;
  readonly mapping: Readonly<Record<string, string>>;
  readonly type: FlowType | null;
}

function findingsOf(flow: ParsedFlow, { instance, mapping, type }: Asked): FlowFindings {
  const { content } = flow;
  // Only modules return to whoever invoked them; a file that says it is a flow is a faulty flow.
  const isModule = flow.type === null && Object.values(content.actions).some((action) => action.type === 'EndFlowModuleExecution');
  const { resolved, unresolved } = resolveReferences(content, mapping, instance);
  const promptIds = new Map(resolved.flatMap(({ kind, ref, id }) => (kind === 'prompt' ? [[ref, id] as const] : [])));
  const said: Said = { durationOf: (ref) => instance.prompts.find(({ id }) => id === promptIds.get(ref))?.durationMs ?? null };
  const order = inOrder(content.start, content.actions).map(({ id }) => id);
  // In the order of their first use, chosen or not: a choice must not move what a person is about to choose next.
  const byUse = [...unresolved.map((reference) => ({ reference, id: null })), ...resolved.map((reference) => ({ reference, id: reference.id }))]
    .map((each) => ({ ...each, firstUse: order.findIndex((id) => each.reference.places.includes(id)) }))
    .sort((a, b) => a.firstUse - b.firstUse || (a.reference.ref < b.reference.ref ? -1 : 1))
    .map(({ reference, id }) => toReference(reference, id, instance));
  // A file that does not tell its type was read without the rules of any: they are applied once it is chosen.
  const typed = flow.type === null && type !== null && !isModule ? validateFlow(content, type) : [];
  const faults = [...flow.faults, ...typed.filter((fault) => !flow.faults.some((known) => known.code === fault.code && known.place === fault.place))];
  return {
    Readable: true,
    Name: flow.name,
    Type: isModule ? null : type,
    IsModule: isModule,
    Start: content.start,
    AttemptsMean: instance.policy.maximumConnectionAttemptsMeans,
    Steps: inOrder(content.start, content.actions).map((action) => toStep(action, said)),
    References: byUse,
    Faults: faults.map(toFault),
  };
}

function toFault({ code, stops, place, sentence, remedy }: FlowFault): FlowFaultFinding {
  return { Code: code, Stops: stops, Place: place, Sentence: sentence, Remedy: remedy };
}

function toReference({ ref, kind, name, places }: FlowReference, id: string | null, instance: Instance): FlowReferenceFinding {
  const candidates = candidatesOf(kind, instance);
  return {
    Reference: ref,
    Kind: kind,
    DisplayName: name,
    UsedBy: [...places],
    ResolvedTo: id === null ? null : { Id: id, Name: candidates.find((each) => each.Id === id)?.Name ?? id },
    // A function's answer can be said later: until then its actions take their error branch.
    NeedsChoice: id === null && candidates.length > 0 && kind !== 'lambda',
    Candidates: candidates,
  };
}

function candidatesOf(kind: ReferenceKind, instance: Instance): FlowReferenceFinding['Candidates'] {
  const named = (things: readonly { readonly id: string; readonly name: string }[]) => things.map(({ id, name }) => ({ Id: id, Name: name }));
  switch (kind) {
    case 'queue':
      return named(instance.queues);
    case 'flow':
      return named(instance.flows);
    case 'prompt':
      return named(instance.prompts);
    case 'hours':
      return named(instance.hours);
    case 'agent':
      return instance.agents.map(({ id, username }) => ({ Id: id, Name: username }));
    case 'lambda':
      return instance.lambdas.map(({ arn, name }) => ({ Id: arn, Name: name }));
    case 'module':
      return named(instance.modules);
  }
}

/** How long the prompts of the instance are, by reference. */
interface Said {
  readonly durationOf: (ref: string) => number | null;
}

/** The length of what an action says once; words that hold a reference differ from contact to contact. */
function saysMs({ parameters }: FlowAction, { durationOf }: Said): number | null {
  const text = parameters['Text'] ?? parameters['SSML'];
  if (typeof text === 'string') return /\$\.[A-Za-z]/.test(text) ? null : speechFacts(text).durationMs;
  const prompt = parameters['PromptId'];
  return typeof prompt === 'string' ? durationOf(prompt) : null;
}

function toStep(action: FlowAction, said: Said): FlowStepFinding {
  const row = rowOf(action.type);
  const branches = [
    ...(action.next === null ? [] : [{ On: 'NextAction', To: action.next }]),
    ...action.conditions.map(({ operator, operands, next }) => ({ On: `${operator} ${operands.join(', ')}`, To: next })),
    ...action.errors.map(({ errorType, next }) => ({ On: errorType, To: next })),
  ];
  return {
    Id: action.id,
    Type: action.type,
    Title: row?.title ?? action.type,
    CanRun: row?.supported === 'runs',
    Because: row === undefined ? 'this center does not know this action' : row.because,
    Detail: detailOf(action),
    SaysMs: saysMs(action, said),
    Branches: branches,
    Limits: limitsOf(action.type).map(({ path, min, max }) => ({ Path: path.join('.'), Min: min, Max: max })),
  };
}

/** Parameters that say what an action is about, the most telling first. */
const telling = ['Text', 'SSML', 'CallbackNumber', 'ComparisonValue', 'MetricType', 'QueuePriority', 'QueueTimeAdjustmentSeconds', 'InitialCallDelaySeconds', 'LoopCount', 'TextToSpeechVoice'];

function detailOf({ parameters }: FlowAction): string | null {
  const key = telling.find((name) => Object.hasOwn(parameters, name));
  if (key !== undefined) return key === 'Text' || key === 'SSML' ? `“${short(parameters[key])}”` : `${key}: ${short(parameters[key])}`;
  const attributes = parameters['Attributes'];
  if (typeof attributes === 'object' && attributes !== null) return Object.entries(attributes).map(([name, value]) => `${name} = ${short(value)}`).join(', ').slice(0, 200);
  return null;
}

function short(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Actions as a contact meets them: from the start along the branches, then whatever is not reached. */
function inOrder(start: string, actions: Readonly<Record<string, FlowAction>>): readonly FlowAction[] {
  const seen = new Set<string>();
  const open = [start, ...Object.keys(actions)];
  for (const id of open) {
    if (seen.has(id) || !Object.hasOwn(actions, id)) continue;
    walk(id, actions, seen);
  }
  return [...seen].flatMap((id) => actions[id] ?? []);
}

function walk(from: string, actions: Readonly<Record<string, FlowAction>>, seen: Set<string>): void {
  const open = [from];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const action = Object.hasOwn(actions, id) ? actions[id] : undefined;
    if (action === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...[action.next, ...action.conditions.map(({ next }) => next), ...action.errors.map(({ next }) => next)].filter((next) => next !== null));
  }
}
