import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BesideFile, FlowFindings, FlowMapping, FlowTypeName } from '../protocol/http-flows.ts';
import { flowCheckQuery } from './flows.ts';
import type { HttpClient } from './http-client.ts';
import { keys } from './keys.ts';

/** A file of an import as it is to be checked. */
export interface FileToCheck {
  /** Stands for the text, which never changes. */
  readonly id: string;
  readonly text: string;
}

/** What was found in a file, and whether it tells its own type. */
export interface FileFindings {
  readonly findings: FlowFindings;
  readonly tellsType: boolean;
}

/** How files are looked over together. */
export interface ImportToCheck {
  readonly files: readonly FileToCheck[];
  /** Of all files: what was chosen for one is asked of none. */
  readonly mapping: FlowMapping;
  /** The type of a file that does not tell it; null as long as nobody has chosen. `alone` is what it says by itself. */
  readonly typeOf: (id: string, alone: FlowFindings) => FlowTypeName | null;
  /** As what a file is going to be saved, as far as it alone can tell; null when nothing can refer to it. */
  readonly placeOf: (id: string, findings: FlowFindings) => BesideFile | null;
  /** Changes with whatever `typeOf` and `placeOf` make their answers of. */
  readonly choicesKey: string;
}

/**
 * What is in each file of an import, by id; references find the other files. A file is asked about anew only when what it
 * refers to has changed.
 */
export function flowImportQuery(http: HttpClient, { files, mapping, typeOf, placeOf, choicesKey }: ImportToCheck) {
  return queryOptions({
    queryKey: keys.flowImport([...files.map(({ id }) => ({ id })), mapping, { choicesKey }]),
    queryFn: async ({ client }): Promise<ReadonlyMap<string, FileFindings>> => {
      const check = (file: FileToCheck, chosen: FlowMapping, type: FlowTypeName | null, beside: readonly BesideFile[]): Promise<FlowFindings> =>
        client.fetchQuery({ ...flowCheckQuery(http, { content: file.text, contentKey: file.id, mapping: chosen, type, beside }), staleTime: Number.POSITIVE_INFINITY, gcTime: KEPT_MS });
      const alone = await Promise.all(files.map((file) => check(file, {}, null, [])));
      const places = files.flatMap(({ id }, at) => {
        const findings = alone[at];
        const place = findings === undefined ? null : placeOf(id, findings);
        return place === null ? [] : [place];
      });
      const found = await Promise.all(files.map(async (file, at) => {
        const references = alone[at]?.References ?? [];
        const chosen = Object.fromEntries(references.flatMap(({ Reference }) => (Object.hasOwn(mapping, Reference) ? [[Reference, mapping[Reference] ?? '']] : [])));
        const leadsToFiles = references.some(({ Kind }) => Kind === 'flow' || Kind === 'module');
        const own = alone[at];
        const tellsType = own === undefined || own.Type !== null || own.IsModule || !own.Readable;
        const type = own === undefined || tellsType ? null : typeOf(file.id, own);
        return [file.id, { findings: await check(file, chosen, type, leadsToFiles ? places : []), tellsType }] as const;
      }));
      return new Map(found);
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Long enough to choose among many files; they go when the page does. */
const KEPT_MS = 600_000;
