import type { FlowFindings } from '../../protocol/http-flows.ts';
import type { Json } from './flow-file.ts';

/** A parameter as it stands in the file. */
export interface ParameterRow {
  /** Its place, as `DTMFConfiguration.InterdigitTimeLimitSeconds`. */
  readonly place: string;
  readonly value: string;
  /** What a reference stands for here; null for everything else. */
  readonly standsFor: string | null;
}

/** All parameters, one value a row, however deep they lie: nothing of a file is hidden, known or not. */
export function parameterRows(parameters: Json | undefined, findings: FlowFindings): readonly ParameterRow[] {
  return leaves(parameters ?? null, '').map(({ place, value }) => {
    const resolved = findings.References.find(({ Reference }) => Reference === value)?.ResolvedTo?.Name ?? null;
    return { place, value, standsFor: resolved === value ? null : resolved };
  });
}

function leaves(value: Json, place: string): readonly { readonly place: string; readonly value: string }[] {
  if (typeof value === 'object' && value !== null) {
    const members: readonly (readonly [string, Json])[] = Array.isArray(value) ? value.map((each: Json, at) => [String(at + 1), each]) : Object.entries(value);
    return members.flatMap(([name, each]) => leaves(each, place === '' ? name : `${place}.${name}`));
  }
  return place === '' ? [] : [{ place, value: value === null ? 'null' : String(value) }];
}
