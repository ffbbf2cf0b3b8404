import type { ContactRecordFilters } from '../protocol/http-contacts.ts';

/** The names under which looked-up data is kept; the first word is what hints speak of. */
export const keys = {
  records: () => ['contact-records'] as const,
  recordList: (filters: ContactRecordFilters) => ['contact-records', 'list', filters] as const,
  record: (contactId: string) => ['contact-records', 'one', contactId] as const,
  flows: () => ['flows'] as const,
  flowList: () => ['flows', 'list'] as const,
  flow: (flowId: string) => ['flows', 'one', flowId] as const,
  flowCheck: (file: object) => ['flows', 'check', file] as const,
  flowAssignments: () => ['flows', 'assignments'] as const,
  flowTrails: (flowId: string) => ['flow-trails', 'flow', flowId] as const,
  flowTrail: (contactId: string) => ['flow-trails', 'contact', contactId] as const,
  trails: () => ['flow-trails'] as const,
  metrics: () => ['metrics'] as const,
  currentMetrics: (queueIds: readonly string[]) => ['metrics', 'current', queueIds] as const,
  metricsOfDay: (queueIds: readonly string[], timeZone: string) => ['metrics', 'day', queueIds, timeZone] as const,
  agentsNow: (queueIds: readonly string[]) => ['metrics', 'agents', queueIds] as const,
  promises: () => ['metrics', 'promises'] as const,
  instance: () => ['instance'] as const,
  instanceId: () => ['instance', 'id'] as const,
  prompts: () => ['instance', 'prompts'] as const,
  lambdas: () => ['instance', 'lambdas'] as const,
  speech: (text: string) => ['speech', text] as const,
  lambdaCheck: (json: string) => ['lambda-check', json] as const,
  queues: () => ['instance', 'queues'] as const,
};
