import type { HttpHandler } from 'msw/http';
import type { ContactId, CurrentLine, Instance, MetricAsk, MetricLine, QueueId, RoutingProfileId, UserRow } from '../../src/engine/index.ts';
import type { ContactMetricsAnswer, CurrentMetricDataAnswer, MetricDataAnswer } from '../../src/protocol/http-metrics.ts';
import { contactMetricsRequest, currentMetricDataRequest, metricDataRequest } from '../../src/protocol/http-metrics.ts';
import { historicalDataRequest, type HistoricalDataAnswer } from '../../src/protocol/http-metrics-older.ts';
import type { CurrentUserDataAnswer } from '../../src/protocol/http-users.ts';
import { currentUserDataRequest } from '../../src/protocol/http-users.ts';
import { answer, refusal } from '../answers.ts';
import type { Answer } from '../answers.ts';
import { idOf, thingArn } from '../arn.ts';
import type { FaceParts } from '../ports.ts';
import { faultOfCurrent, sorted, toCurrentResult } from '../translate-current.ts';
import { asksForOccupancy, faultOfHistorical, toHistoricalAsk, toHistoricalResult, toOccupancyAsk } from '../translate-historical.ts';
import { faultOfData, toAsk, toDataResult } from '../translate-metric-data.ts';
import { isAskedFor, toUserData } from '../translate-users.ts';
import { listPage, route, withBody, withInstance } from './route.ts';

/** Amazon's metric operations (spec §8.1–§8.3). */
export function metricHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('post', '/metrics/current/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        withBody(asked, currentMetricDataRequest, async (body) => {
          const fault = faultOfCurrent(body);
          if (fault !== null) return refusal('InvalidParameterException', fault);
          const { Queues = [], RoutingProfiles = [], Channels = [] } = body.Filters;
          const [queueIds, profileIds] = [Queues.map((each) => idOf(each) as QueueId), RoutingProfiles.map((each) => idOf(each) as RoutingProfileId)];
          const unknown = unknownOf(instance, queueIds, profileIds);
          if (unknown !== null) return unknown;
          const ask = { queueIds: queueIds.length > 0 ? queueIds : null, profileIds: profileIds.length > 0 ? profileIds : null, groupings: body.Groupings ?? [] };
          const { nowMs, lines } = (await center.query({ type: 'currentMetrics', ask })) as { readonly nowMs: number; readonly lines: readonly CurrentLine[] };
          const isVoice = Channels.length === 0 || Channels.includes('VOICE');
          const { AgentStatuses = [] } = body.Filters;
          const wanted = isVoice ? lines.filter(({ statusName }) => statusName === null || AgentStatuses.length === 0 || AgentStatuses.includes(statusName)) : [];
          const found = sorted(wanted.map((line) => toCurrentResult(line, body, instance)), body);
          return listPage(found, ({ Dimensions }) => JSON.stringify(Dimensions), { max: body.MaxResults ?? null, token: body.NextToken ?? null }, (shown, NextToken) => {
            const given: CurrentMetricDataAnswer = { MetricResults: [...shown], DataSnapshotTime: nowMs / 1000, ApproximateTotalCount: found.length, NextToken };
            return given;
          });
        }),
      ),
    ),
    route('post', '/metrics/data', (asked) =>
      withBody(asked, metricDataRequest, (body) =>
        withInstance(center, body.ResourceArn, async (instance) => {
          const nowMs = await nowOf(center);
          const fault = faultOfData(body, nowMs / 1000);
          if (fault !== null) return refusal('InvalidParameterException', fault);
          const { lines } = (await center.query({ type: 'metricData', ask: toAsk(body, instance) })) as { readonly lines: readonly MetricLine[] };
          const keyOf = ({ fromMs, dimensions }: MetricLine): string => JSON.stringify([fromMs, dimensions]);
          return listPage(lines, keyOf, { max: body.MaxResults ?? null, token: body.NextToken ?? null }, (shown, NextToken) => {
            const given: MetricDataAnswer = { MetricResults: shown.map((line) => toDataResult(line, body)), NextToken };
            return given;
          });
        }),
      ),
    ),
    route('post', '/metrics/historical/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        withBody(asked, historicalDataRequest, async (body) => {
          const fault = faultOfHistorical(body, (await nowOf(center)) / 1000);
          if (fault !== null) return refusal('InvalidParameterException', fault);
          const ask = toHistoricalAsk(body);
          const queueIds = body.Filters.Queues.map((each) => idOf(each) as QueueId);
          const unknown = unknownOf(instance, queueIds, []);
          if (unknown !== null) return unknown;
          const linesOf = async (asks: MetricAsk): Promise<readonly MetricLine[]> => ((await center.query({ type: 'metricData', ask: asks })) as { readonly lines: readonly MetricLine[] }).lines;
          const occupancyOf = async ({ dimensions: { QUEUE } }: MetricLine): Promise<number | null> => {
            if (!asksForOccupancy(body)) return null;
            const [line] = await linesOf(toOccupancyAsk(QUEUE === undefined ? queueIds : [QUEUE], body, instance));
            return line?.values[0] ?? null;
          };
          const found = await linesOf(ask);
          const results = await Promise.all(found.map(async (line) => toHistoricalResult(line, await occupancyOf(line), body, instance)));
          return listPage(results, ({ Dimensions }) => JSON.stringify(Dimensions), { max: body.MaxResults ?? null, token: body.NextToken ?? null }, (shown, NextToken) => {
            const given: HistoricalDataAnswer = { MetricResults: [...shown], NextToken };
            return given;
          });
        }),
      ),
    ),
    route('post', '/metrics/userdata/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        withBody(asked, currentUserDataRequest, async (body) => {
          const { Queues, RoutingProfiles, Agents, ContactFilter } = body.Filters;
          if (![Queues, RoutingProfiles, Agents, ContactFilter?.ContactStates].some((list) => list !== undefined && list.length > 0)) {
            return refusal('InvalidParameterException', 'Filters: at least one is needed.');
          }
          const { users } = (await center.query({ type: 'userData' })) as { readonly users: readonly UserRow[] };
          const found = users.filter((user) => isAskedFor(user, body, instance));
          return listPage(found, ({ agentId }) => agentId, { max: body.MaxResults ?? null, token: body.NextToken ?? null }, (shown, NextToken) => {
            const given: CurrentUserDataAnswer = { UserDataList: shown.map((user) => toUserData(user, instance)), ApproximateTotalCount: found.length, NextToken };
            return given;
          });
        }),
      ),
    ),
    route('post', '/metrics/contact', (asked) =>
      withBody(asked, contactMetricsRequest, (body) =>
        withInstance(center, body.InstanceId, async ({ id }) => {
          const found = (await center.query({ type: 'contactMetrics', contactId: idOf(body.ContactId) as ContactId })) as
            { readonly positionInQueue: number | null; readonly estimatedWaitSeconds: number | null } | null;
          if (found === null) return refusal('ResourceNotFoundException', 'There is no contact of this id.');
          const valueOf = (name: string): number | null => (name === 'POSITION_IN_QUEUE' ? found.positionInQueue : found.estimatedWaitSeconds);
          const MetricResults = body.Metrics.map(({ Name }) => {
            const value = valueOf(Name);
            return { Name, Value: value === null ? {} : { Number: value } };
          });
          const given: ContactMetricsAnswer = { MetricResults, Id: idOf(body.ContactId), Arn: thingArn(id, 'contact', idOf(body.ContactId)) };
          return answer(given);
        }),
      ),
    ),
  ];
}

/** The center's instant, from the cheapest of its answers. */
async function nowOf(center: FaceParts['center']): Promise<number> {
  const ask = { queueIds: [], profileIds: null, groupings: [] };
  return ((await center.query({ type: 'currentMetrics', ask })) as { readonly nowMs: number }).nowMs;
}

function unknownOf(instance: Instance, queueIds: readonly QueueId[], profileIds: readonly RoutingProfileId[]): Answer | null {
  if (queueIds.some((id) => !instance.queues.some((queue) => queue.id === id))) return refusal('ResourceNotFoundException', 'There is no queue of this id.');
  if (profileIds.some((id) => !instance.routingProfiles.some((profile) => profile.id === id))) return refusal('ResourceNotFoundException', 'There is no routing profile of this id.');
  return null;
}
