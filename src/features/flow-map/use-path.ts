import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { flowTrailQuery, flowTrailsQuery } from '../../api/flow-trails.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { FlowActionCount, FlowTrailSummary } from '../../protocol/http-flow-trails.ts';
import { onEachStep } from '../../store/engine-time.ts';
import { useText } from '../../text/use-text.ts';
import type { MapSnapshot } from './map-snapshot.ts';
import type { PathSnapshot } from './path-snapshot.ts';
import { newestOf, pathSnapshot } from './path-snapshot.ts';

/** The contact that the map follows or replays. */
export interface Path {
  readonly contacts: readonly FlowTrailSummary[];
  /** Counts of this session, per action of the flow. */
  readonly counts: readonly FlowActionCount[];
  /** The one shown; null when there is none. */
  readonly contactId: string | null;
  readonly isOver: boolean;
  readonly path: PathSnapshot | null;
  /** Following live, at the last step. */
  readonly isLive: boolean;
  /** Going through the steps by itself. */
  readonly isPlaying: boolean;
  /** A person's own step stops the playing. */
  readonly goTo: (step: number) => void;
  /** Plays on from the step shown, from the first when that is the last; false pauses. */
  readonly play: (isOn: boolean) => void;
  readonly follow: () => void;
}

interface Asked {
  readonly flowId: string;
  readonly map: MapSnapshot | null;
  readonly flowNames: ReadonlyMap<string, string>;
  readonly moduleNames: ReadonlyMap<string, string>;
  /** The contact chosen; null follows the newest. */
  readonly chosenId: string | null;
  readonly zone: string;
}

/** Joins the contacts of a flow, the way of one of them, and the step at which a person looks at it. */
export function usePath({ flowId, map, flowNames, moduleNames, chosenId, zone }: Asked): Path {
  const t = useText();
  const http = useHttp();
  const list = useQuery(flowTrailsQuery(http, flowId));
  const contacts = list.data?.Trails ?? noContacts;
  const contactId = chosenId ?? newestOf(contacts);
  const trail = useQuery({ ...flowTrailQuery(http, contactId), placeholderData: keepPreviousData });
  // A step is of the contact for which it was chosen: another contact is followed anew.
  const [chosen, setChosen] = useState<{ readonly contactId: string; readonly step: number } | null>(null);
  const cursor = chosen !== null && chosen.contactId === contactId ? chosen.step : null;
  const found = trail.data !== undefined && trail.data.ContactId === contactId ? trail.data : null;
  const path = useMemo(
    () => (found === null || map === null ? null : pathSnapshot(found, { flowId, map, flowNames, moduleNames, cursor, zone }, t)),
    [found, map, flowId, flowNames, moduleNames, cursor, zone, t],
  );
  const [playing, setPlaying] = useState<string | null>(null);
  const last = (path?.steps.length ?? 0) - 1;
  const at = path?.cursor ?? 0;
  const isPlaying = playing !== null && playing === contactId && at < last;
  const stepTo = (step: number): void => {
    if (contactId !== null) setChosen({ contactId, step });
  };
  const advance = useEffectEvent(() => {
    stepTo(at + 1);
    if (at + 1 >= last) setPlaying(null);
  });
  useEffect(() => (isPlaying ? onEachStep(STEP_MS, advance) : undefined), [isPlaying]);
  return {
    contacts,
    counts: list.data?.Coverage ?? noCounts,
    contactId,
    isOver: found !== null && found.EndedTimestamp !== null,
    path,
    isLive: cursor === null,
    isPlaying,
    goTo: (step) => {
      setPlaying(null);
      stepTo(step);
    },
    play: (isOn) => {
      setPlaying(isOn ? contactId : null);
      if (isOn) stepTo(at >= last ? 0 : at);
    },
    follow: () => {
      setPlaying(null);
      setChosen(null);
    },
  };
}

/** Long enough to read an action's name and see where the way leads next. */
const STEP_MS = 1200;

const noContacts: readonly FlowTrailSummary[] = [];
const noCounts: readonly FlowActionCount[] = [];
