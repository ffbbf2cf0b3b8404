import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { BesideFile, FlowMapping, FlowTypeName, ImportFlowsRequest, QueueFlowUseName } from '../protocol/http-flows.ts';
import { contactFlowAnswer, contactFlowList, flowAssignments, flowFindings, flowModuleList, savedFlows } from '../protocol/http-flows.ts';
import type { HttpClient } from './http-client.ts';
import { instanceIdOf } from './instance.ts';
import { keys } from './keys.ts';

/** All flows of the instance. */
export function flowsQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.flowList(),
    queryFn: async ({ client, signal }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'GET', path: `/contact-flows-summary/${encodeURIComponent(instanceId)}`, query: { maxResults: 1000 }, signal, parse: contactFlowList });
    },
    select: (list) => list.ContactFlowSummaryList,
  });
}

/** One flow with its file as text. */
export function flowQuery(http: HttpClient, flowId: string) {
  return queryOptions({
    queryKey: keys.flow(flowId),
    queryFn: async ({ client, signal }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'GET', path: `/contact-flows/${encodeURIComponent(instanceId)}/${encodeURIComponent(flowId)}`, signal, parse: contactFlowAnswer });
    },
    select: (answer) => answer.ContactFlow,
  });
}

/** A flow's file, what its references shall stand for, and its type when the file does not tell. */
export interface FlowFile {
  readonly content: string;
  readonly mapping: FlowMapping;
  readonly type: FlowTypeName | null;
  /** Files of the same import, to which references may lead. */
  readonly beside?: readonly BesideFile[];
  /** Stands for the content where that is long and never changes. */
  readonly contentKey?: string;
}

/** What is in a flow's file. Changes nothing. */
export function flowCheckQuery(http: HttpClient, file: FlowFile) {
  return queryOptions({
    queryKey: keys.flowCheck(file.contentKey === undefined ? file : { ...file, content: null }),
    queryFn: ({ signal }) => http({ method: 'POST', path: '/x/flow-check', body: { Content: file.content, Mapping: file.mapping, Type: file.type, Beside: file.beside ?? [] }, signal, parse: flowFindings }),
    // Files are large keys: they go with the screen that shows them.
    gcTime: 0,
  });
}

/** Which flow is behind which number, queue and default. */
export function flowAssignmentsQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.flowAssignments(),
    queryFn: ({ signal }) => http({ method: 'GET', path: '/x/flow-assignments', signal, parse: flowAssignments }),
  });
}

/** Saves several files together, so that they may refer to one another: all of them or none. */
export function importFlowsMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: (flows: ImportFlowsRequest['Flows']) => http({ method: 'PUT', path: '/x/flow-import', body: { Flows: flows }, parse: savedFlows }),
    onSettled: (_saved, _error, _flows, _result, context) => context.client.invalidateQueries({ queryKey: keys.flows() }),
  });
}

/** The modules that flows invoke. */
export function flowModulesQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.flowModules(),
    queryFn: async ({ client, signal }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'GET', path: `/contact-flow-modules-summary/${encodeURIComponent(instanceId)}`, query: { maxResults: 1000 }, signal, parse: flowModuleList });
    },
    select: (list) => list.ContactFlowModulesSummaryList,
  });
}

/** Saves a flow's file in its place (UpdateContactFlowContent): name, type and what its references stand for stay. */
export function saveFlowContentMutation(http: HttpClient, flowId: string) {
  return mutationOptions({
    mutationFn: async (content: string, { client }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'POST', path: `/contact-flows/${encodeURIComponent(instanceId)}/${encodeURIComponent(flowId)}/content`, body: { Content: content }, parse: z.object({}) });
    },
    onSettled: (_saved, _error, _content, _result, context) => context.client.invalidateQueries({ queryKey: keys.flows() }),
  });
}

/** Where a flow is to be used, and which; null takes it away. */
export type FlowAssignment =
  | { readonly to: 'number'; readonly number: string; readonly flowId: string | null }
  | { readonly to: 'queue'; readonly queueId: string; readonly use: QueueFlowUseName; readonly flowId: string | null };

/** Puts a flow behind a number or a queue. */
export function assignFlowMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: (assignment: FlowAssignment) =>
      assignment.to === 'number'
        ? http({ method: 'PUT', path: `/x/phone-numbers/${encodeURIComponent(assignment.number)}/flow`, body: { ContactFlowId: assignment.flowId }, parse: z.object({}) })
        : http({ method: 'PUT', path: `/x/queues/${encodeURIComponent(assignment.queueId)}/flows`, body: { Use: assignment.use, ContactFlowId: assignment.flowId }, parse: z.object({}) }),
    onSettled: (_done, _error, _assignment, _result, context) => context.client.invalidateQueries({ queryKey: keys.flows() }),
  });
}
