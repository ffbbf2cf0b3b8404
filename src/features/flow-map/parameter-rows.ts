import type { FlowFindings } from '../../protocol/http-flows.ts';
import type { Json } from './flow-file.ts';

/** A parameter as it stands in the file. */
export interface ParameterRow {
  /** Its place, as `DTMFConfiguration.InterdigitTimeLimitSeconds`. */
  readonly place: string;
  readonly value: string;
  /** What a reference stands for here; null for everything else. `flowId`: it is a flow, which has a map too. */
  readonly standsFor: { readonly name: string; readonly flowId: string | null } | null;
}

/** All parameters, one value a row, however deep they lie: nothing of a file is hidden, known or not. */
export function parameterRows(parameters: Json | undefined, findings: FlowFindings): readonly ParameterRow[] {
  return leaves(parameters ?? null, '').map(({ place, value }) => {
    const reference = findings.References.find(({ Reference }) => Reference === value);
    const resolved = reference?.ResolvedTo ?? null;
    return { place, value, standsFor: resolved === null ? null : { name: resolved.Name, flowId: reference?.Kind === 'flow' ? resolved.Id : null } };
  });
}

function leaves(value: Json, place: string): readonly { readonly place: string; readonly value: string }[] {
  if (typeof value === 'object' && value !== null) {
    const members: readonly (readonly [string, Json])[] = Array.isArray(value) ? value.map((each: Json, at) => [String(at + 1), each]) : Object.entries(value);
    return members.flatMap(([name, each]) => leaves(each, place === '' ? name : `${place}.${name}`));
  }
  return place === '' ? [] : [{ place, value: value === null ? 'null' : String(value) }];
}
