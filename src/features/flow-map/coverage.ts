import type { FlowActionCount } from '../../protocol/http-flow-trails.ts';
import type { FlowStepFinding } from '../../protocol/http-flows.ts';

/** What of a flow has been visited. */
export interface Coverage {
  /** Visits by action; 0 for those never entered. */
  readonly visits: ReadonlyMap<string, number>;
  readonly branchVisits: (actionId: string, branch: string) => number;
  readonly actionsVisited: number;
  readonly actions: number;
  readonly branchesVisited: number;
  readonly branches: number;
}

/** Counts laid over a flow as it is now: what it no longer has does not count. */
export function coverageOf(steps: readonly FlowStepFinding[], counts: readonly FlowActionCount[]): Coverage {
  const byId = new Map(counts.map((count) => [count.ActionId, count] as const));
  const branchVisits = (actionId: string, branch: string): number => byId.get(actionId)?.Branches.find((each) => each.Branch === branch)?.Visits ?? 0;
  const visits = new Map(steps.map(({ Id }) => [Id, byId.get(Id)?.Visits ?? 0] as const));
  const branches = steps.flatMap(({ Id, Branches }) => Branches.map(({ On }) => branchVisits(Id, On)));
  return {
    visits,
    branchVisits,
    actionsVisited: [...visits.values()].filter((count) => count > 0).length,
    actions: steps.length,
    branchesVisited: branches.filter((count) => count > 0).length,
    branches: branches.length,
  };
}
