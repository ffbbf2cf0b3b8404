import type { Edit } from './flow-file.ts';
import { isEditOf } from './fields.ts';

/** Changes not yet saved, in the order in which they were made. */
export interface Drafts {
  readonly edits: readonly Edit[];
}

export const noDrafts: Drafts = { edits: [] };

/** A change; further typing in one field is one change, so that undo takes back what a person takes for one. */
export function withEdit({ edits }: Drafts, edit: Edit): Drafts {
  const last = edits.at(-1);
  return { edits: last !== undefined && isEditOf(last, edit) ? [...edits.slice(0, -1), edit] : [...edits, edit] };
}

/** Without the last change. */
export const undone = ({ edits }: Drafts): Drafts => ({ edits: edits.slice(0, -1) });

/** How many parameters are changed. */
export function changedCount({ edits }: Drafts): number {
  return edits.filter((edit, at) => !edits.slice(at + 1).some((later) => isEditOf(later, edit))).length;
}
