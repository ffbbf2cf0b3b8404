import type { FlowTrail, FlowTrailSummary, Instance } from '../src/engine/index.ts';
import type { FlowTrailAnswer, FlowTrailList } from '../src/protocol/http-flow-trails.ts';

/** What the center tells of a flow's contacts. */
export interface FlowTrailsTold {
  readonly trails: readonly FlowTrailSummary[];
  readonly counts: Readonly<Record<string, { readonly visits: number; readonly branches: Readonly<Record<string, number>> }>>;
}

/** The contacts of a flow and what of it was visited. */
export function toTrailList({ trails, counts }: FlowTrailsTold, flowId: string, instance: Instance): FlowTrailList {
  return {
    Trails: trails.map((trail) => {
      const { last } = trail;
      const isThere = last.flowId === flowId && last.leftAtMs === null && trail.endedAtMs === null;
      return {
        ContactId: trail.contactId,
        InitiationMethod: trail.method,
        CustomerNumber: trail.customerNumber,
        CustomerName: instance.customers.find(({ number }) => number === trail.customerNumber)?.name ?? null,
        StartedTimestamp: trail.startedAtMs / 1000,
        EndedTimestamp: inSeconds(trail.endedAtMs),
        ActionId: isThere ? last.actionId : null,
      };
    }),
    Coverage: Object.entries(counts).map(([ActionId, { visits, branches }]) => ({
      ActionId, Visits: visits, Branches: Object.entries(branches).map(([Branch, times]) => ({ Branch, Visits: times })),
    })),
  };
}

/** One contact's way. */
export function toTrail(trail: FlowTrail): FlowTrailAnswer {
  return {
    ContactId: trail.contactId,
    StartedTimestamp: trail.startedAtMs / 1000,
    EndedTimestamp: inSeconds(trail.endedAtMs),
    Visits: trail.visits.map((visit) => ({
      FlowId: visit.flowId,
      FlowType: visit.flowType,
      ActionId: visit.actionId,
      EnteredTimestamp: visit.enteredAtMs / 1000,
      LeftTimestamp: inSeconds(visit.leftAtMs),
      LeftBy: visit.leftBy,
      Waits: visit.waits,
      Input: visit.input,
      Fault: visit.fault,
      Ended: visit.ended,
    })),
    VisitsDropped: trail.visitsDropped,
  };
}

const inSeconds = (atMs: number | null): number | null => (atMs === null ? null : atMs / 1000);
