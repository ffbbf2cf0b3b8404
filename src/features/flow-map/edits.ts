import type { Edit } from './flow-file.ts';
import { isOfSamePlace } from './flow-file.ts';

/** The messages of a queue that are changed beside its callback action; null is the default flow. */
export interface QueueChange {
  readonly queueId: string;
  readonly use: 'agentWhisper' | 'outboundWhisper';
  readonly flowId: string | null;
}

/** One thing that a person has changed: of the flow's file, or of the queue that it names. */
export type Change = { readonly of: 'flow'; readonly edit: Edit } | { readonly of: 'queue'; readonly change: QueueChange };

/** Changes not yet saved, in the order in which they were made. */
export type Drafts = readonly Change[];

export const noDrafts: Drafts = [];

/** One change more; further typing in one field is one change, so that undo takes back what a person takes for one. */
export function withChange(drafts: Drafts, change: Change): Drafts {
  const last = drafts.at(-1);
  return last !== undefined && isOfSame(last, change) ? [...drafts.slice(0, -1), change] : [...drafts, change];
}

/** Without the last change. */
export const undone = (drafts: Drafts): Drafts => drafts.slice(0, -1);

/** What is changed, each thing once, as it was changed last. */
export function latest(drafts: Drafts): Drafts {
  return drafts.filter((change, at) => !drafts.slice(at + 1).some((later) => isOfSame(later, change)));
}

/** The edits of the flow's file. */
export const editsOf = (drafts: Drafts): readonly Edit[] => drafts.flatMap((change) => (change.of === 'flow' ? [change.edit] : []));

/** The changes of queues, each once. */
export const queueChangesOf = (drafts: Drafts): readonly QueueChange[] => latest(drafts).flatMap((change) => (change.of === 'queue' ? [change.change] : []));

function isOfSame(a: Change, b: Change): boolean {
  if (a.of === 'flow') return b.of === 'flow' && isOfSamePlace(a.edit, b.edit);
  return b.of === 'queue' && a.change.queueId === b.change.queueId && a.change.use === b.change.use;
}
