import type { FlowRun, FlowWait, Utterance } from '../../engine/index.ts';
import type { PlayingView } from '../../protocol/views.ts';

/** The recordings that a flow is playing; null when none of what it plays is one. */
export function playingOf(run: FlowRun | undefined): PlayingView | null {
  const wait = run?.wait;
  if (!wait || !('fromMs' in wait)) return null;
  const utterances = utterancesOf(wait);
  if (!utterances.some(({ prompt }) => prompt && prompt.clipId !== null)) return null;
  return {
    sinceMs: wait.fromMs,
    parts: utterances.map(({ prompt, durationMs }) => ({ clipId: prompt?.clipId ?? null, name: prompt?.name ?? null, durationMs })),
    loops: wait.kind === 'loop',
  };
}

/** False for flows whose sound goes to the agent alone. */
export function heardByCustomer(run: FlowRun | undefined): boolean {
  return run !== undefined && run.flowType !== 'AGENT_WHISPER' && run.flowType !== 'AGENT_HOLD';
}

function utterancesOf(wait: FlowWait): readonly Utterance[] {
  switch (wait.kind) {
    case 'prompt':
      return [wait.utterance];
    case 'loop':
      return wait.utterances;
    case 'input':
      // A key stops the prompt (spec §6.5).
      return wait.utterance === null || wait.keys !== '' ? [] : [wait.utterance];
    default:
      return [];
  }
}
