import { z } from 'zod';
import { flowTypes } from './http-flows.ts';

const seconds = z.number();

/** A contact that went through a flow. Times are epoch seconds, as everywhere on the face. */
const trailSummary = z.object({
  ContactId: z.string(),
  InitiationMethod: z.string(),
  CustomerNumber: z.string(),
  CustomerName: z.string().nullable(),
  StartedTimestamp: seconds,
  EndedTimestamp: seconds.nullable(),
  /** The action of this flow at which it is now; null when it is elsewhere or over. */
  ActionId: z.string().nullable(),
});
export type FlowTrailSummary = z.infer<typeof trailSummary>;

/** How often an action was entered, and left by each branch, by its name in the file. */
const actionCount = z.object({ ActionId: z.string(), Visits: z.number(), Branches: z.array(z.object({ Branch: z.string(), Visits: z.number() })) });
export type FlowActionCount = z.infer<typeof actionCount>;

/** GET /x/flows/{id}/trails: the contacts of a flow, newest first, and what of it they have visited. */
export const flowTrailList = z.object({ Trails: z.array(trailSummary), Coverage: z.array(actionCount) });
export type FlowTrailList = z.infer<typeof flowTrailList>;

const visit = z.object({
  FlowId: z.string(),
  FlowType: z.enum(flowTypes),
  ActionId: z.string(),
  EnteredTimestamp: seconds,
  LeftTimestamp: seconds.nullable(),
  /** The branch by which it was left; null while the contact is there, and where the flow ended. */
  LeftBy: z.string().nullable(),
  Waits: z.string().nullable(),
  Input: z.string().nullable(),
  Fault: z.string().nullable(),
  Ended: z.string().nullable(),
});
export type FlowVisitAnswer = z.infer<typeof visit>;

/** GET /x/flow-trails/{contactId}: the way of one contact through its flows, oldest visit first. */
export const flowTrailAnswer = z.object({
  Trail: z.object({
    ContactId: z.string(),
    StartedTimestamp: seconds,
    EndedTimestamp: seconds.nullable(),
    Visits: z.array(visit),
    VisitsDropped: z.number(),
  }),
});
export type FlowTrailAnswer = z.infer<typeof flowTrailAnswer>['Trail'];
