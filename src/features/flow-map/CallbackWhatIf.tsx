import { queueChangesOf } from './edits.ts';
import { hookedFlows, queueIdOf } from './queue-of.ts';
import { RetryWhatIf } from './RetryWhatIf.tsx';
import type { FlowDraft } from './use-flow-map.ts';
import { useWhisperLength } from './use-whisper-length.ts';
import { whispersOf } from './whisper-length.ts';

interface CallbackWhatIfProps {
  readonly draft: FlowDraft;
  /** As the file names it; empty for the working queue. */
  readonly queueRef: string;
  readonly delay: string;
  readonly attempts: string;
  readonly gap: string;
}

/** The what-if of a callback action, with the messages that its queue plays. */
export function CallbackWhatIf({ draft, queueRef, delay, attempts, gap }: CallbackWhatIfProps) {
  const whispers = whispersOf(queueIdOf(queueRef, draft), draft.assignments, queueChangesOf(draft.drafts), hookedFlows(draft.findings, draft.file));
  const toAgent = useWhisperLength(whispers.agent);
  const toCustomer = useWhisperLength(whispers.customer);
  return <RetryWhatIf delay={delay} attempts={attempts} gap={gap} mean={draft.findings.AttemptsMean} toAgent={toAgent} toCustomer={toCustomer} />;
}
