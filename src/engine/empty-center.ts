import { AgentTally } from './agent/standing.ts';
import type { Contact } from './contact/model.ts';
import { CountedTable } from './core/counted-table.ts';
import { RecentMap } from './core/recent-map.ts';
import { Scratch } from './core/scratch.ts';
import type { ContactId } from './core/ids.ts';
import type { EpochMs } from './core/time.ts';
import { TimerTable } from './core/timers.ts';
import { MetricsFold } from './metrics/fold.ts';
import { idMakers } from './new-id.ts';
import type { PhoneNumberRules } from './ports.ts';
import { noNames } from './record/names.ts';
import { IdleAgents } from './routing/idle-agents.ts';
import type { Center } from './state.ts';
import { indexInstance } from './tenant/index-instance.ts';
import type { Instance } from './tenant/model.ts';

/** A center in which nothing has happened, not even its configuration. */
export function emptyCenter(seed: number, nowMs: EpochMs, instance: Instance, phoneNumbers: PhoneNumberRules): Center {
  const contacts = new CountedTable<ContactId, Contact>();
  return {
    seed,
    ids: idMakers(seed),
    phoneNumbers,
    nowMs,
    seq: 0,
    config: indexInstance(instance),
    names: noNames(),
    counts: { contact: 0, offer: 0, line: 0, callback: 0 },
    contacts,
    openContacts: new Set(),
    offers: new RecentMap(),
    agents: new RecentMap(),
    lines: new CountedTable(),
    customers: new RecentMap(),
    flowRuns: new RecentMap(),
    restless: new Map(),
    callbacks: new CountedTable(),
    openPromises: new Map(),
    waiting: new Map(),
    scheduled: new Map(),
    idle: new IdleAgents(),
    tally: new AgentTally(),
    metrics: new MetricsFold(contacts),
    timers: new TimerTable(),
    drafts: new Scratch(),
    recentCommands: new Map(),
  };
}
