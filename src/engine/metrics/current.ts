import type { QueueId, RoutingProfileId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import { estimatedQueueWait } from './estimated-wait.ts';
import { oldestAgeMs, profilesServing, scopeFigures, type QueueFigures } from './realtime.ts';

export type CurrentGrouping = 'QUEUE' | 'CHANNEL' | 'ROUTING_PROFILE' | 'AGENT_STATUS';

/** What real-time figures are asked for: of queues or of routing profiles, by whichever is given (spec §8.2). */
export interface CurrentAsk {
  readonly queueIds: readonly QueueId[] | null;
  readonly profileIds: readonly RoutingProfileId[] | null;
  readonly groupings: readonly CurrentGrouping[];
}

/** The figures of one group; a dimension that was not asked for is null. */
export interface CurrentLine {
  readonly queueId: QueueId | null;
  readonly profileId: RoutingProfileId | null;
  readonly statusName: string | null;
  readonly figures: QueueFigures;
  /** Oldest, in ms. */
  readonly oldestMs: number;
  /** Whole seconds; only where the group is one queue, and null when it cannot be told. */
  readonly estimatedWaitSeconds: number | null;
}

/** The real-time figures by group (GetCurrentMetricData). Agents count under every queue that they serve. */
export function currentMetricData(center: Center, ask: CurrentAsk): readonly CurrentLine[] {
  const profiles = new Set(ask.profileIds ?? profilesServing(center, ask.queueIds ?? []));
  const queues = new Set(ask.queueIds ?? queuesOf(center, profiles));
  const perQueue = ask.groupings.includes('QUEUE') ? [...queues] : [null];
  const perProfile = ask.groupings.includes('ROUTING_PROFILE') ? [...profiles] : [null];
  return perQueue.flatMap((queueId) => perProfile.flatMap((profileId) => linesOf(center, ask, { queueId, profileId, queues, profiles })));
}

interface Group {
  readonly queueId: QueueId | null;
  readonly profileId: RoutingProfileId | null;
  readonly queues: ReadonlySet<QueueId>;
  readonly profiles: ReadonlySet<RoutingProfileId>;
}

function linesOf(center: Center, ask: CurrentAsk, { queueId, profileId, queues, profiles }: Group): readonly CurrentLine[] {
  const serving = queueId === null ? profiles : profilesServing(center, [queueId]);
  const ofProfiles = [...(profileId === null ? profiles : [profileId])].filter((id) => serving.has(id));
  if (profileId !== null && ofProfiles.length === 0) return [];
  const served = new Set(profileId === null ? queues : queuesOf(center, [profileId]));
  const ofQueues = queueId === null ? [...queues].filter((id) => served.has(id)) : [queueId];
  const line: CurrentLine = {
    queueId, profileId, statusName: null,
    figures: scopeFigures(center, ofQueues, ofProfiles),
    oldestMs: oldestAgeMs(center, ofQueues),
    estimatedWaitSeconds: queueId === null ? null : estimatedQueueWait(center, queueId),
  };
  return ask.groupings.includes('AGENT_STATUS') ? byStatus(center, line, new Set(ofProfiles)) : [line];
}

/** By status only the number of agents online can be told (spec §8.2). */
function byStatus(center: Center, line: CurrentLine, profiles: ReadonlySet<RoutingProfileId>): readonly CurrentLine[] {
  const online = new Map<string, number>();
  for (const { id, statusId } of center.agents.values()) {
    const status = center.config.statuses.get(statusId);
    const profileId = center.config.agents.get(id)?.routingProfileId;
    if (!status || status.type === 'OFFLINE' || profileId === undefined || !profiles.has(profileId)) continue;
    online.set(status.name, (online.get(status.name) ?? 0) + 1);
  }
  return [...online].map(([statusName, count]) => ({ ...line, statusName, figures: { ...line.figures, AGENTS_ONLINE: count } }));
}

function queuesOf(center: Center, profiles: Iterable<RoutingProfileId>): readonly QueueId[] {
  const queues = new Set<QueueId>();
  for (const profileId of profiles) for (const { queueId } of center.config.profiles.get(profileId)?.entries ?? []) queues.add(queueId);
  return [...queues];
}
