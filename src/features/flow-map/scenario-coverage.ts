import { z } from 'zod';
import type { FlowActionCount } from '../../protocol/http-flow-trails.ts';
import counted from './scenario-coverage.json' with { type: 'json' };

/*
 * What the scenarios of this project visit, counted when it is built: running them takes seconds and files that a page
 * does not have. scenario-coverage.test.ts runs them all and holds the file to what it finds.
 */
const shape = z.record(z.string(), z.object({
  scenarios: z.number(),
  actions: z.record(z.string(), z.object({ visits: z.number(), branches: z.record(z.string(), z.number()) })),
}));

/** What scenarios visit of a flow. */
export interface ScenarioCounts {
  /** How many of them run it. */
  readonly scenarios: number;
  readonly counts: readonly FlowActionCount[];
}

/** The counts of a flow by its id; null when no scenario runs it as the demo ships it. */
export function scenarioCountsOf(flowId: string): ScenarioCounts | null {
  const flows = shape.parse(counted);
  const flow = Object.hasOwn(flows, flowId) ? flows[flowId] : undefined;
  if (flow === undefined) return null;
  return {
    scenarios: flow.scenarios,
    counts: Object.entries(flow.actions).map(([ActionId, { visits, branches }]) => ({
      ActionId, Visits: visits, Branches: Object.entries(branches).map(([Branch, Visits]) => ({ Branch, Visits })),
    })),
  };
}
