import { speechMs } from '../engine/flow/speech.ts';
import type { FlowId, QueueId } from '../engine/index.ts';
import { asE164, idFromName, seconds } from '../engine/index.ts';
import type { SetupBench } from '../features/setup/instance.ts';
import { flowReader } from './flow-reader.ts';

/** What the setup page needs of the engine: what it makes is read and numbered exactly as imports are. */
export const setupBench: SetupBench = {
  readFlow: (file, type, instance) => {
    const { content, findings } = flowReader.check(file, { instance, mapping: {}, type });
    const stops = findings.Faults.filter(({ Stops }) => Stops).map(({ Sentence }) => Sentence);
    const unresolved = findings.References.filter(({ NeedsChoice }) => NeedsChoice).map(({ Reference }) => Reference);
    if (content === null || stops.length + unresolved.length > 0) return { ok: false, faults: [...stops, ...unresolved] };
    return { ok: true, content, mapping: Object.fromEntries(findings.References.flatMap(({ Reference, ResolvedTo }) => (ResolvedTo === null ? [] : [[Reference, ResolvedTo.Id]]))) };
  },
  queueId: (name) => idFromName('queue', name) as QueueId,
  flowId: (name) => idFromName('flow', name) as FlowId,
  number: asE164,
  seconds,
  speechMs,
};
