import { useState } from 'react';
import type { StoragePort } from '../../store/prefs.ts';
import { useText } from '../../text/use-text.ts';
import { checkDraft, findingsOf } from './check-draft.ts';
import type { Finding } from './check-draft.ts';
import type { Draft, FieldName, KeptDraft } from './draft.ts';
import { freshDraft, readDraft, writeDraft } from './draft.ts';
import { draftOf, existingSetups } from './existing.ts';
import type { ExistingSetup } from './existing.ts';
import { findingSentence } from './form.ts';
import type { SetupForm } from './form.ts';
import type { Instance, SetupBench } from './instance.ts';
import type { StepId } from './steps.ts';
import { fieldsOf, stepIds, stepOf } from './steps.ts';

const key = 'ringback.setup';

/** The draft of this device, what is wrong with it, and how it is changed. */
export interface Setup {
  readonly draft: Draft;
  readonly form: SetupForm;
  readonly found: KeptDraft['found'];
  readonly findings: readonly Finding[];
  readonly existing: readonly ExistingSetup[];
  /** What was to be changed is no longer there: it is made anew. */
  readonly isGone: boolean;
  /** Errors of a step, told from now on. Continuing is possible when there are none. */
  readonly leaveStep: (step: StepId) => readonly Finding[];
  readonly aim: (at: ExistingSetup | null) => void;
  readonly markMade: (flowId: string) => void;
  readonly startOver: () => void;
}

/** Keeps the draft on this device at each change, so that a closed tab loses nothing. */
export function useSetup(storage: StoragePort, instance: Instance, bench: SetupBench): Setup {
  const t = useText();
  const [kept, setKept] = useState(() => readDraft(storage.read(key), freshDraft(instance, t)));
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set());
  const { draft } = kept;
  const existing = existingSetups(instance);
  const findings = checkDraft(draft, { instance, bench });
  const write = (next: Draft): void => {
    storage.write(key, writeDraft(next));
    setKept((before) => ({ ...before, draft: next }));
  };
  const begin = (next: Draft): void => {
    write(next);
    setTouched(new Set());
    setKept((before) => ({ ...before, found: 'nothing' }));
  };
  const isTold = (field: FieldName): boolean => touched.has(field) || draft.passed.includes(stepOf(field));
  const first = (field: FieldName, severity: Finding['severity']): string | undefined => {
    const finding = findings.find((each) => each.field === field && each.severity === severity);
    return finding === undefined ? undefined : findingSentence(finding, t);
  };
  return {
    draft,
    found: kept.found,
    findings,
    existing,
    isGone: draft.changes !== null && !existing.some(({ inbound }) => inbound.id === draft.changes),
    form: {
      draft,
      instance,
      change: (change) => write({ ...draft, ...change }),
      leave: (field) => setTouched((before) => new Set([...before, field])),
      errorOf: (field) => (isTold(field) ? first(field, 'error') : undefined),
      warningOf: (field) => first(field, 'warning'),
    },
    leaveStep: (step) => {
      setTouched((before) => new Set([...before, ...fieldsOf[step]]));
      const errors = findingsOf(findings, step).filter(({ severity }) => severity === 'error');
      if (errors.length === 0 && !draft.passed.includes(step)) write({ ...draft, passed: [...draft.passed, step] });
      return errors;
    },
    aim: (at) => begin(at === null ? freshDraft(instance, t) : { ...draftOf(at, instance, freshDraft(instance, t)), passed: stepIds.filter((step) => step !== 'review') }),
    markMade: (flowId) => write({ ...draft, made: flowId, changes: flowId }),
    startOver: () => begin(freshDraft(instance, t)),
  };
}
