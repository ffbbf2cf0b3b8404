import { canRun, parseFlow, resolveReferences, rowOf } from '../../engine/index.ts';
import type { FlowContent, FlowFault, FlowType } from '../../engine/index.ts';
import { emptyInstance } from '../../scenario/instance-draft.ts';

/** What is in a file, for people and for pipelines. */
export interface FlowCheck {
  readonly file: string;
  /** `stopped`: it is a flow that has faults with which it cannot run. */
  readonly verdict: 'runs' | 'stopped' | 'noFlow';
  readonly name: string | null;
  readonly type: FlowType | null;
  readonly isModule: boolean;
  /** In the order of the file; `title`: as the designer calls it, null for types that are not known. */
  readonly actions: readonly { readonly id: string; readonly type: string; readonly title: string | null; readonly runs: boolean }[];
  readonly references: readonly { readonly kind: string; readonly reference: string; readonly name: string | null; readonly usedBy: readonly string[] }[];
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly severity: 'stops' | 'warning';
  readonly code: string;
  readonly place: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** Looks a file over with the engine's own reader: what is told is what will run. */
export function checkFlow(file: string, text: string): FlowCheck {
  const parsed = parseFlow(text);
  if (!parsed.ok) return { file, verdict: 'noFlow', name: null, type: null, isModule: false, actions: [], references: [], faults: parsed.refusal.map(faultOf) };
  const { content, name, type, faults } = parsed.value;
  return {
    file,
    verdict: canRun(faults) ? 'runs' : 'stopped',
    name, type,
    isModule: isModule(content),
    actions: Object.values(content.actions).map(({ id, type: actionType }) => {
      const row = rowOf(actionType);
      return { id, type: actionType, title: row?.title ?? null, runs: row?.supported === 'runs' };
    }),
    references: resolveReferences(content, {}, emptyInstance()).unresolved.map(({ kind, ref, name: known, places }) => ({ kind, reference: ref, name: known, usedBy: places })),
    faults: faults.map(faultOf),
  };
}

/** A file that cannot be read. */
export const unreadable = (file: string, why: string): FlowCheck => ({
  file, verdict: 'noFlow', name: null, type: null, isModule: false, actions: [], references: [],
  faults: [{ severity: 'stops', code: 'FILE_UNREADABLE', place: '(the file)', sentence: `It cannot be read: ${why}.`, remedy: 'Check the path.' }],
});

/** Only modules return to whoever invoked them. */
export const isModule = (content: FlowContent): boolean => Object.values(content.actions).some(({ type }) => type === 'EndFlowModuleExecution');

/** 0: all run. 1: one has faults that stop it. 2: one is no flow. */
export function exitCodeOf(checks: readonly FlowCheck[]): 0 | 1 | 2 {
  if (checks.some(({ verdict }) => verdict === 'noFlow')) return 2;
  return checks.some(({ verdict }) => verdict === 'stopped') ? 1 : 0;
}

/** The checks as people read them. */
export function checkLines(checks: readonly FlowCheck[]): readonly string[] {
  const lines = checks.flatMap((check, index) => [...(index === 0 ? [] : ['']), ...linesOf(check)]);
  if (checks.length === 1) return lines;
  const count = (verdict: FlowCheck['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  return [...lines, '', `${count('runs')} run, ${count('stopped')} have faults that stop them, ${count('noFlow')} are no flows`];
}

const verdictWords = { runs: 'runs', stopped: 'has faults that stop it', noFlow: 'is no flow' } as const satisfies Record<FlowCheck['verdict'], string>;

function linesOf({ file, verdict, name, type, isModule: isOne, actions, references, faults }: FlowCheck): readonly string[] {
  const mark = verdict === 'runs' ? '✓' : '✗';
  if (verdict === 'noFlow') return [`${mark} ${file} ${verdictWords[verdict]}`, ...faults.flatMap(faultLines)];
  const kind = isOne ? 'a module' : type === null ? 'of no type that it tells' : `a flow of the type ${type}`;
  return [
    `${mark} ${file} ${verdictWords[verdict]}`,
    `  ${name === null ? 'Without a name' : `“${name}”`}, ${kind}`,
    `  Actions (${actions.length}): ${counted(actions.map((action) => `${action.type}${action.runs ? '' : ' (not run here)'}`)).join(', ') || 'none'}`,
    ...(references.length === 0 ? [] : [`  References (${references.length}):`, ...references.map((each) => `    ${each.kind} ${each.name ?? each.reference}${each.name === null || each.name === each.reference ? '' : ` (${each.reference})`}`)]),
    ...(faults.length === 0 ? ['  No faults'] : [`  Faults (${faults.length}):`, ...faults.flatMap(faultLines)]),
  ];
}

const faultLines = ({ severity, code, place, sentence, remedy }: Fault): readonly string[] => [
  `    ${severity === 'stops' ? 'stops  ' : 'warning'} ${place}: ${sentence} [${code}]`,
  `            ${remedy}`,
];

function counted(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`));
}

const faultOf = ({ code, stops, place, sentence, remedy }: FlowFault): Fault => ({ severity: stops ? 'stops' : 'warning', code, place, sentence, remedy });
