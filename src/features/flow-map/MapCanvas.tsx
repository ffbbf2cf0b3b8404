import { useEffect, useMemo, useRef, useState } from 'react';
import { Background, BackgroundVariant, MarkerType, MiniMap, Panel, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import type { ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ActionNode } from './ActionNode.tsx';
import type { ActionNodeType } from './ActionNode.tsx';
import type { Coverage } from './coverage.ts';
import { gapFor, isLaned, lanesOf } from './edge-path.ts';
import { FlowEdge } from './FlowEdge.tsx';
import type { FlowEdgeType } from './FlowEdge.tsx';
import type { FlowFile, Point } from './flow-file.ts';
import { placesOf } from './layout.ts';
import type { MapSnapshot } from './map-snapshot.ts';
import styles from './MapCanvas.module.css';
import { marksOf } from './marks.ts';
import { NODE_WIDTH, nodeHeight } from './node-size.ts';
import type { PathSnapshot } from './path-snapshot.ts';
import type { Stand } from './walk.ts';
import { isWalkKey, walked } from './walk.ts';

interface MapCanvasProps {
  readonly name: string;
  readonly map: MapSnapshot;
  readonly file: FlowFile;
  readonly path: PathSnapshot | null;
  /** The map goes where the contact goes. */
  readonly isFollowing: boolean;
  readonly coverage: Coverage | null;
  readonly selectedId: string | null;
  readonly onSelect: (actionId: string) => void;
  /** Escape: the focus goes elsewhere. */
  readonly onLeave: () => void;
}

const nodeTypes = { action: ActionNode };
const edgeTypes = { flow: FlowEdge };
const START_ZOOM = 0.85;
/** From here on words are too small to be read: titles, then numbers, are drawn larger in their place. */
const FAR_ZOOM = 0.45;
const VERY_FAR_ZOOM = 0.24;
const WHOLE_ZOOM_MIN = 0.6;
const miniSize = { width: 176, height: 112 };

/** The flow drawn. */
export function MapCanvas(props: MapCanvasProps) {
  return <ReactFlowProvider><Canvas {...props} /></ReactFlowProvider>;
}

function Canvas({ name, map, file, path, isFollowing, coverage, selectedId, onSelect, onLeave }: MapCanvasProps) {
  const t = useText();
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const [stand, setStand] = useState<Stand | null>(null);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isWide = useMedia('(width >= 720px)');
  const { how, places } = useMemo(() => placesOf(map.actions.map((action) => ({ id: action.id, width: NODE_WIDTH, height: nodeHeight(action), to: action.rows.map(({ toId }) => toId) })), file.places), [map, file]);
  const nodes = useMemo(() => map.actions.map((action): ActionNodeType => ({
    id: action.id, type: 'action', position: places.get(action.id) ?? origin, width: NODE_WIDTH, height: nodeHeight(action),
    // Nodes that cannot be dragged or selected would let clicks through to the pane.
    style: { pointerEvents: 'all' }, domAttributes: { 'aria-roledescription': undefined },
    data: { action, marks: marksOf(action, path, coverage), isSelected: action.id === selectedId, onSelect },
  })), [map, places, path, coverage, selectedId, onSelect]);
  const edges = useMemo(() => edgesOf(map, places, path, coverage), [map, places, path, coverage]);

  const glideMs = isStill ? 0 : 240;
  const show = (actionId: string): void => {
    const place = places.get(actionId);
    const action = map.byId.get(actionId);
    if (place === undefined || action === undefined) return;
    const { x, y, zoom } = flow.getViewport();
    const box = frame.current?.getBoundingClientRect();
    const [left, top, right, bottom] = [place.x * zoom + x, place.y * zoom + y, (place.x + NODE_WIDTH) * zoom + x, (place.y + nodeHeight(action)) * zoom + y];
    if (box !== undefined && left >= 8 && top >= 12 && right <= box.width - 8 && bottom <= box.height - 8) return;
    void flow.setCenter(place.x + NODE_WIDTH / 2, place.y + nodeHeight(action) / 2, { zoom: Math.max(zoom, 0.6), duration: glideMs });
  };
  const hereId = path?.hereId ?? null;
  useEffect(() => {
    if (isFollowing && hereId !== null) show(hereId);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map moves when the contact does, not when a person has panned it
  }, [hereId, isFollowing]);
  useEffect(() => {
    if (selectedId !== null) show(selectedId);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same, for what a person chooses
  }, [selectedId]);

  /** A flow that can be read whole is shown whole; of a larger one its beginning. */
  const showWhole = ({ getNodesBounds, fitView }: ReactFlowInstance<ActionNodeType, FlowEdgeType>): void => {
    const box = frame.current?.getBoundingClientRect();
    const bounds = getNodesBounds(nodes);
    if (box === undefined || selectedId !== null || Math.min(box.width / bounds.width, box.height / bounds.height) < WHOLE_ZOOM_MIN * 1.2) return;
    void fitView({ padding: 0.08, maxZoom: 1 });
  };
  const distance = useStore(({ transform: [, , zoom] }) => (zoom < FAR_ZOOM ? (zoom < VERY_FAR_ZOOM ? 'veryFar' : 'far') : 'near'));

  const start = places.get(map.actions[0]?.id ?? '') ?? origin;
  return (
    <>
    {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed in the actions' own buttons come by here */}
    <div
      ref={frame} className={styles['frame']} data-distance={distance}
      onKeyDown={(event) => {
        const from = event.target instanceof HTMLElement ? event.target.dataset['action'] : undefined;
        if (event.key === 'Escape') return onLeave();
        if (from === undefined || !isWalkKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
        event.preventDefault();
        const next = walked(map, stand?.actionId === from ? stand : { actionId: from, via: null }, event.key);
        setStand(next);
        show(next.actionId);
        frame.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(next.actionId)}"]`)?.focus({ preventScroll: true });
        return undefined;
      }}
      onFocus={(event) => {
        const at = event.target instanceof HTMLElement ? event.target.dataset['action'] : undefined;
        // A click puts the focus where the person looks anyway.
        if (at !== undefined && event.target.matches(':focus-visible')) show(at);
      }}
    >
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} aria-label={t('flowMap.canvas', { name })}
        nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} deleteKeyCode={null} selectionKeyCode={null}
        multiSelectionKeyCode={null} disableKeyboardA11y zoomOnScroll={false} preventScrolling={false} zoomOnDoubleClick={false} attributionPosition={isWide ? 'bottom-center' : 'bottom-right'} minZoom={0.1} maxZoom={1.6}
        onInit={showWhole}
        defaultViewport={{ x: 24 - start.x * START_ZOOM, y: 110 - start.y * START_ZOOM, zoom: START_ZOOM }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.2} className={styles['dots'] ?? ''} />
        {isWide && <MiniMap style={miniSize} className={styles['mini'] ?? ''} nodeClassName={miniClass} pannable zoomable={false} ariaLabel={null} aria-hidden />}
        <Panel position="bottom-left" className={styles['zoom'] ?? ''}>
          <IconButton label={t('flowMap.zoomIn')} icon={<ZoomIn size={18} aria-hidden />} onClick={() => void flow.zoomIn({ duration: glideMs })} />
          <IconButton label={t('flowMap.zoomOut')} icon={<ZoomOut size={18} aria-hidden />} onClick={() => void flow.zoomOut({ duration: glideMs })} />
          <IconButton label={t('flowMap.fit')} icon={<Maximize size={18} aria-hidden />} onClick={() => void flow.fitView({ duration: glideMs, padding: 0.08 })} />
        </Panel>
      </ReactFlow>
    </div>
    <p className={styles['plan']}>{t(`flowMap.plan.${how}`)}</p>
    </>
  );
}

const origin: Point = { x: 0, y: 0 };

function miniClass(node: ActionNodeType): string {
  const { marks, isSelected } = node.data;
  return (marks.contact === 'here' ? styles['miniHere'] : isSelected ? styles['miniSelected'] : marks.contact === 'passed' ? styles['miniPassed'] : styles['miniNode']) ?? '';
}

/** Lines from each way out; those taken last, so that they lie on top. */
function edgesOf(map: MapSnapshot, places: ReadonlyMap<string, Point>, path: PathSnapshot | null, coverage: Coverage | null): FlowEdgeType[] {
  const boxes = map.actions.map((action) => ({ id: action.id, width: NODE_WIDTH, height: nodeHeight(action), ...(places.get(action.id) ?? origin) }));
  const boxOf = new Map(boxes.map((box) => [box.id, box] as const));
  const gapOf = (fromId: string, toId: string): number | null => {
    const [from, to] = [boxOf.get(fromId), boxOf.get(toId)];
    return from === undefined || to === undefined || !isLaned(from, to) ? null : gapFor(from, to, boxes, map.byId.get(toId)?.number ?? 0);
  };
  const lanes = lanesOf(boxes, map.actions.flatMap(({ id, rows }) => rows.filter(({ toId }) => gapOf(id, toId) === null).map(({ toId }) => ({ from: id, to: toId }))));
  const all = map.actions.flatMap((action) => {
    const marks = marksOf(action, path, coverage);
    return action.rows.flatMap((row, at) => {
      if (row.to === null) return [];
      const { isTaken = false, visits = null } = marks.rows[at] ?? {};
      const kind = isTaken ? 'taken' : visits === 0 ? 'never' : row.kind;
      const lane = isLaned(boxOf.get(action.id), boxOf.get(row.toId)) ? (gapOf(action.id, row.toId) ?? lanes.get(row.toId) ?? null) : null;
      const edge: FlowEdgeType = {
        id: `${action.id} ${at}`, type: 'flow', source: action.id, sourceHandle: String(at), target: row.toId, targetHandle: 'in', className: styles[kind] ?? '', focusable: false,
        data: { lane, row: at }, domAttributes: { 'aria-hidden': true }, markerEnd: { type: MarkerType.ArrowClosed, color: 'context-stroke', width: 14, height: 14 },
      };
      return [{ edge, rank: isTaken ? 1 : 0 }];
    });
  });
  return all.toSorted((a, b) => a.rank - b.rank).map(({ edge }) => edge);
}
