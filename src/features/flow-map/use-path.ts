import { useMemo, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { flowTrailQuery, flowTrailsQuery } from '../../api/flow-trails.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { FlowActionCount, FlowTrailSummary } from '../../protocol/http-flow-trails.ts';
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
  readonly goTo: (step: number) => void;
  readonly follow: () => void;
}

interface Asked {
  readonly flowId: string;
  readonly map: MapSnapshot | null;
  readonly flowNames: ReadonlyMap<string, string>;
  /** The contact chosen; null follows the newest. */
  readonly chosenId: string | null;
  readonly zone: string;
}

/** Joins the contacts of a flow, the way of one of them, and the step at which a person looks at it. */
export function usePath({ flowId, map, flowNames, chosenId, zone }: Asked): Path {
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
    () => (found === null || map === null ? null : pathSnapshot(found, { flowId, map, flowNames, cursor, zone }, t)),
    [found, map, flowId, flowNames, cursor, zone, t],
  );
  return {
    contacts,
    counts: list.data?.Coverage ?? noCounts,
    contactId,
    isOver: found !== null && found.EndedTimestamp !== null,
    path,
    isLive: cursor === null,
    goTo: (step) => {
      if (contactId !== null) setChosen({ contactId, step });
    },
    follow: () => {
      setChosen(null);
    },
  };
}

const noContacts: readonly FlowTrailSummary[] = [];
const noCounts: readonly FlowActionCount[] = [];
