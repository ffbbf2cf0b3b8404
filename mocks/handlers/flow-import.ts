import type { FlowContent, FlowModule, FlowResource, Instance } from '../../src/engine/index.ts';
import type { BesideFile, FlowMapping, ImportFlowsRequest } from '../../src/protocol/http-flows.ts';
import type { Answer } from '../answers.ts';
import { fromReply, refusal } from '../answers.ts';
import type { FaceParts, FlowReader } from '../ports.ts';
import { instanceOf } from './route.ts';

type Asked = ImportFlowsRequest['Flows'][number];

/**
 * Saves files that may refer to one another, in circles too: all are read against an instance that has them all. When
 * one of them cannot run, none is saved.
 */
export async function saveTogether({ center, flows }: FaceParts, asked: readonly Asked[]): Promise<Answer> {
  const before = await instanceOf(center);
  const faults = asked.flatMap((each, at) => wrongTogether(each, asked.slice(0, at), before));
  if (faults.length > 0) return refusal('InvalidParameterException', faults[0] ?? '', faults);
  const instance = withPlaces(before, asked, flows);
  const read = asked.map((each) => ({ each, result: readToSave(flows.check(each.Content, { instance, mapping: each.Mapping, type: each.Type === 'MODULE' ? null : each.Type })) }));
  const problems = read.flatMap(({ each, result }) => (result.ok ? [] : result.faults.map((fault) => `${each.Name}: ${fault}`)));
  if (problems.length > 0) return refusal('InvalidContactFlowException', 'The flows cannot run as they are.', problems);

  const saved = new Map(read.flatMap(({ each, result }) => (result.ok ? [[keyOf(each), result] as const] : [])));
  const filled = <Flow extends FlowModule>(flow: Flow, type: Asked['Type']): Flow => {
    const found = saved.get(keyOf({ Name: flow.name, Type: type }));
    return found === undefined ? flow : { ...flow, content: found.content, mapping: found.mapping };
  };
  const next: Instance = { ...instance, flows: instance.flows.map((flow) => filled(flow, flow.type)), modules: instance.modules.map((module) => filled(module, 'MODULE')) };
  const told = { Flows: asked.map(({ Name, Type }) => ({ Name, Type, Id: (Type === 'MODULE' ? next.modules : next.flows).find(({ name }) => name === Name)?.id ?? '' })) };
  const [only] = next.flows.filter(({ name }) => saved.has(`flow ${name}`));
  // One command for all: a page that is closed meanwhile leaves no half of them behind.
  const command = only !== undefined && asked.length === 1 ? { type: 'flow.save' as const, flow: only } : { type: 'instance.configure' as const, instance: next };
  return fromReply(await center.send(command), told);
}

/** The instance with a place for each file of an import: references to a file find it before it is saved. */
export function withPlaces(instance: Instance, files: readonly BesideFile[], flows: FlowReader): Instance {
  if (files.length === 0) return instance;
  const isNew = (known: readonly { readonly name: string }[]) => ({ Name }: BesideFile): boolean => !known.some(({ name }) => name === Name);
  const newFlows = files.filter(isNew(instance.flows)).flatMap(({ Name, Type }): FlowResource[] =>
    Type === 'MODULE' ? [] : [{ id: flows.idFor(Name), name: Name, type: Type, description: '', content: nothing, mapping: {} }]);
  const newModules = files.filter(({ Type }) => Type === 'MODULE').filter(isNew(instance.modules)).map(({ Name }): FlowModule =>
    ({ id: flows.idFor(Name, 'module'), name: Name, description: '', content: nothing, mapping: {} }));
  return { ...instance, flows: [...instance.flows, ...newFlows], modules: [...instance.modules, ...newModules] };
}

/** A check's answer as it is saved, or the sentences that say why it cannot be. */
export function readToSave({ findings, content }: ReturnType<FlowReader['check']>):
  { readonly ok: true; readonly content: FlowContent; readonly mapping: FlowMapping } | { readonly ok: false; readonly faults: readonly string[] } {
  const stops = findings.Faults.filter((fault) => fault.Stops).map(({ Place, Sentence }) => (Sentence.includes(Place) ? Sentence : `${Place}: ${Sentence}`));
  const unresolved = findings.References.filter((each) => each.NeedsChoice).map((each) => `${each.DisplayName ?? each.Reference}: nothing of this contact center is chosen for it.`);
  if (content === null || stops.length + unresolved.length > 0) return { ok: false, faults: [...stops, ...unresolved] };
  return { ok: true, content, mapping: Object.fromEntries(findings.References.flatMap((each) => (each.ResolvedTo === null ? [] : [[each.Reference, each.ResolvedTo.Id]]))) };
}

/** Names are how flows are told apart: one place for each, and none that takes another type's. */
function wrongTogether(asked: Asked, before: readonly Asked[], { flows, modules }: Instance): readonly string[] {
  const { Name, Type, Replace } = asked;
  if (before.some((each) => keyOf(each) === keyOf(asked))) return [`Two of the files have the name “${Name}”.`];
  const known = Type === 'MODULE' ? modules.some(({ name }) => name === Name) : flows.some(({ name }) => name === Name);
  if (known && !Replace) return [`There is a flow of the name “${Name}” already.`];
  const other = Type === 'MODULE' ? undefined : flows.find(({ name, type }) => name === Name && type !== Type);
  return other === undefined ? [] : [`The flow “${Name}” is of type ${other.type}; it cannot become one of type ${Type}.`];
}

const keyOf = ({ Name, Type }: Pick<Asked, 'Name' | 'Type'>): string => `${Type === 'MODULE' ? 'module' : 'flow'} ${Name}`;
const nothing: FlowContent = { start: '', actions: {}, source: {} };
