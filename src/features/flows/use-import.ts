import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { flowImportQuery } from '../../api/flow-import.ts';
import { flowModulesQuery, importFlowsMutation } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { ContactFlowSummary, FlowFindings, FlowMapping, FlowReferenceFinding } from '../../protocol/http-flows.ts';
import type { CheckedFile, ImportChoices, ImportedFlow, ImportState, TakenFile } from './flow-import.ts';
import { importStates, placeOf, typeOf } from './flow-import.ts';

/** What is saved together. */
export type ToSave = Pick<Extract<ImportState, { can: 'save' }>, 'flows' | 'fileIds'>;
/** A flow or module that is in place now. */
export interface Saved {
  readonly name: string;
  readonly isModule: boolean;
  readonly id: string;
}

/** Where what a file misses can be made: its address by the kind of thing. */
export type ResourceHrefs = Readonly<Partial<Record<FlowReferenceFinding['Kind'], string>>>;

/** Files looked over together, and the way to save them. */
export interface FlowImportWork {
  /** By file: absent while it is being read. */
  readonly checked: ReadonlyMap<string, CheckedFile>;
  readonly states: ReadonlyMap<string, ImportState>;
  /** Names of files that are new here, as `flow Main menu` or `module Ask`. */
  readonly newNames: ReadonlySet<string>;
  readonly resourceHrefs: ResourceHrefs;
  readonly checkError: unknown;
  readonly choose: (fileId: string, choices: ImportChoices) => void;
  /** What a reference stands for, in whichever file it is. */
  readonly mapTo: (reference: string, id: string) => void;
  /** null: it was refused, and `saveError` says why. */
  readonly save: (what: ToSave) => Promise<readonly Saved[] | null>;
  /** The first of the files being saved, or that were refused. */
  readonly savingId: string | null;
  readonly isSaving: boolean;
  readonly saveError: unknown;
}

const nothingChosen: ImportChoices = { name: null, type: null };

/** Joins the files a person has taken, what was chosen for them, and what the center finds in them. */
export function useImport(files: readonly TakenFile[], existing: readonly ContactFlowSummary[], resourceHrefs: ResourceHrefs): FlowImportWork {
  const http = useHttp();
  const [choices, setChoices] = useState<Readonly<Record<string, ImportChoices>>>({});
  const [mapping, setMapping] = useState<FlowMapping>({});
  const [savingId, setSavingId] = useState<string | null>(null);
  const modules = useQuery(flowModulesQuery(http));
  const choicesOf = (id: string): ImportChoices => choices[id] ?? nothingChosen;
  const checkedOf = (file: TakenFile, findings: FlowFindings, tellsType: boolean): CheckedFile => ({ file, findings, tellsType, choices: choicesOf(file.id) });
  const fileOf = (id: string): TakenFile | undefined => files.find((file) => file.id === id);
  const check = useQuery({
    ...flowImportQuery(http, {
      files: files.map(({ id, text }) => ({ id, text })),
      mapping,
      placeOf: (id, findings) => {
        const file = fileOf(id);
        return file === undefined ? null : placeOf(checkedOf(file, findings, findings.Type !== null));
      },
      typeOf: (id, findings) => {
        const file = fileOf(id);
        return file === undefined ? null : typeOf(checkedOf(file, findings, false));
      },
      choicesKey: JSON.stringify(files.map(({ id }) => choicesOf(id))),
    }),
    enabled: files.length > 0,
  });
  const saving = useMutation(importFlowsMutation(http));
  const checked = files.flatMap((file) => {
    const found = check.data?.get(file.id);
    return found === undefined ? [] : [checkedOf(file, found.findings, found.tellsType)];
  });
  const save = async ({ flows, fileIds }: ToSave): Promise<readonly Saved[] | null> => {
    setSavingId(fileIds[0] ?? null);
    const saved = await saving.mutateAsync([...flows]).catch(() => null);
    return saved === null ? null : saved.Flows.map(({ Name, Type, Id }) => ({ name: Name, isModule: Type === 'MODULE', id: Id }));
  };
  return {
    checked: new Map(checked.map((each) => [each.file.id, each])),
    states: importStates(checked, { flows: existing, modules: modules.data ?? [] }),
    newNames: new Set(checked.flatMap((each) => newName(each, existing, modules.data ?? []))),
    resourceHrefs,
    checkError: check.error,
    choose: (fileId, chosen) => {
      setChoices((before) => ({ ...before, [fileId]: chosen }));
    },
    mapTo: (reference, id) => {
      setMapping((before) => ({ ...before, [reference]: id }));
    },
    save,
    savingId,
    isSaving: saving.isPending,
    saveError: saving.error,
  };
}

function newName(checked: CheckedFile, flows: readonly { readonly Name: string }[], modules: readonly { readonly Name: string }[]): readonly string[] {
  const place = placeOf(checked);
  if (place === null) return [];
  const isModule = place.Type === 'MODULE';
  return (isModule ? modules : flows).some(({ Name }) => Name === place.Name) ? [] : [`${isModule ? 'module' : 'flow'} ${place.Name}`];
}

/** How many of these take the place of a flow that is there. */
export const replacing = (flows: readonly ImportedFlow[]): number => flows.filter(({ Replace }) => Replace).length;
