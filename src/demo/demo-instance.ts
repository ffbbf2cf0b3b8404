import { assert } from '../engine/index.ts';
import type { Instance } from '../engine/index.ts';
import { buildInstance } from '../scenario/instance.ts';
import { readDemoFlow } from './demo-flows.ts';
import { demoSpec } from './demo-spec.ts';

/** The instance with which the demo starts and over which scenarios are laid. Always the same, ids included. */
export function demoInstance(): Instance {
  const built = buildInstance(demoSpec, null, readDemoFlow);
  assert(built.ok, 'the demo is configured without a fault');
  return built.value;
}
