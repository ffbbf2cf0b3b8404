import { BaseEdge, getBezierPath } from '@xyflow/react';
import type { Edge, EdgeProps } from '@xyflow/react';
import { lanePath } from './edge-path.ts';

/** A line of the map; `lane` is the y at which it runs above the flow, null for one drawn straight. */
export type FlowEdgeType = Edge<{ readonly lane: number | null; readonly row: number }, 'flow'>;

/** Draws a line from a way out to the action it leads to. */
export function FlowEdge({ id, data, markerEnd, sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition }: EdgeProps<FlowEdgeType>) {
  const lane = data?.lane ?? null;
  const path = lane === null || data === undefined
    ? getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition })[0]
    : lanePath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, lane, data.row);
  return <BaseEdge id={id} path={path} {...(markerEnd !== undefined && { markerEnd })} interactionWidth={0} />;
}
