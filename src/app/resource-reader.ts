import type { OpenReference as Open, ResourceUse as Use } from '../protocol/http-resources.ts';
import type { ResourceReader } from '../../mocks/ports.ts';
import { idFromName, readLambdaAnswer, resolveReferences, speechFacts } from '../engine/index.ts';
import type { FlowContent, Instance, PromptId, ReferenceKind } from '../engine/index.ts';

/** Looks over what flows refer to and what is spoken, with the engine's own eyes. */
export const resourceReader: ResourceReader = {
  speech: speechFacts,
  lambdaAnswer: readLambdaAnswer,
  promptIdFor: (name) => idFromName('prompt', name) as PromptId,
  uses: (instance, kind) => {
    const byId = new Map<string, Use[]>();
    const open = new Map<string, { Reference: string; DisplayName: string | null; UsedIn: Use[] }>();
    for (const user of usersIn(instance)) {
      const { resolved, unresolved } = referencesOf(user, instance, kind);
      const actionsOf = new Map<string, Set<string>>();
      for (const { id, places } of resolved) actionsOf.set(id, new Set([...(actionsOf.get(id) ?? []), ...places]));
      for (const [id, places] of actionsOf) byId.set(id, [...(byId.get(id) ?? []), usageBy(user, places.size)]);
      for (const { ref, name, places } of unresolved) {
        const known = open.get(ref) ?? { Reference: ref, DisplayName: name, UsedIn: [] };
        known.DisplayName ??= name;
        known.UsedIn.push(usageBy(user, places.length));
        open.set(ref, known);
      }
    }
    return { byId, open: [...open.values()] };
  },
  adopters: (instance, kind, id, reference) =>
    instance.flows.flatMap((flow) => {
      const { resolved, unresolved } = referencesOf({ ...flow, Type: flow.type }, instance, kind);
      const refs = [...resolved.filter((each) => each.id === id && each.by !== 'mapping'), ...unresolved.filter((each) => each.ref === reference)].map(({ ref }) => ref);
      return refs.length === 0 ? [] : [{ ...flow, mapping: { ...flow.mapping, ...Object.fromEntries(refs.map((ref) => [ref, id])) } }];
    }),
};

interface User {
  readonly id: string;
  readonly name: string;
  readonly Type: Use['Type'];
  readonly content: FlowContent;
  readonly mapping: Readonly<Record<string, string>>;
}

/** Everything that can play or ask: flows, and the modules they invoke. */
function usersIn({ flows, modules }: Instance): readonly User[] {
  return [...flows.map((flow) => ({ ...flow, Type: flow.type })), ...modules.map((module) => ({ ...module, Type: 'MODULE' as const }))];
}

function referencesOf({ content, mapping }: User, instance: Instance, kind: ReferenceKind) {
  const { resolved, unresolved } = resolveReferences(content, mapping, instance);
  return { resolved: resolved.filter((each) => each.kind === kind), unresolved: unresolved.filter((each) => each.kind === kind) };
}

const usageBy = ({ id, name, Type }: User, Actions: number): Open['UsedIn'][number] => ({ FlowId: id, Name: name, Type, Actions });
