import { flowReader } from '../app/flow-reader.ts';
import { readDemoFlow } from '../demo/demo-flows.ts';
import { demoInstance } from '../demo/demo-instance.ts';
import type { FlowFile } from '../features/flow-map/flow-file.ts';
import { readFlowFile } from '../features/flow-map/flow-file.ts';
import type { MapSnapshot } from '../features/flow-map/map-snapshot.ts';
import { mapSnapshot } from '../features/flow-map/map-snapshot.ts';
import type { FlowFindings, FlowStepFinding } from '../protocol/http-flows.ts';
import { createText } from '../text/create-text.ts';

/** A flow as the map has it, read by the engine’s own reader. */
export interface DemoMap {
  readonly file: FlowFile;
  readonly findings: FlowFindings;
  readonly map: MapSnapshot;
  readonly step: (id: string) => FlowStepFinding;
}

export const { t } = createText();

/** The demo’s flow that offers a callback, or any other flow’s text, on the map. */
export function demoMap(text = readDemoFlow('offer-callback.json') ?? ''): DemoMap {
  const file = readFlowFile(text);
  const { findings } = flowReader.check(text, { instance: demoInstance(), mapping: {}, type: null });
  if (file === null || !findings.Readable) throw new Error(`no flow: ${JSON.stringify(findings.Faults)}`);
  const step = (id: string): FlowStepFinding => {
    const found = findings.Steps.find(({ Id }) => Id === id);
    if (found === undefined) throw new Error(`no action ${id}`);
    return found;
  };
  return { file, findings, map: mapSnapshot(findings, file, t), step };
}
