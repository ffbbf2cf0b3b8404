import type { AgentId, E164 } from '../../engine/index.ts';
import type { AgentView, CenterView, ClockView, ContactView, DirectoryView, LiveTables, MastershipView, NoticeView, OfferView, PhoneView, QueueView, ScenarioView } from '../../protocol/views.ts';
import { agentView, isRinging, queueView, servedQueues } from './agent.ts';
import { contactView } from './contact.ts';
import type { Memo } from './memo.ts';
import { offerView } from './offer.ts';
import { phoneView } from './phone.ts';
import { fullName, type Source } from './source.ts';

/** Whom the tables are for, once the name or number has been found good. */
export type Viewer =
  | { readonly role: 'agent'; readonly agentId: AgentId }
  | { readonly role: 'customer'; readonly number: E164 }
  | { readonly role: 'viewer' };

/** What everyone is told, whoever they are. */
export interface Common {
  readonly clock: ClockView;
  readonly scenario: ScenarioView | null;
  readonly notices: readonly NoticeView[];
  readonly mastership: readonly MastershipView[];
}

type Rows<View> = readonly (readonly [string, View])[];

/**
 * The tables one tab may see, and no more: an agent their own slot and queues, a customer their own phone, a viewer
 * the queues and what agents are doing, but no customer.
 */
export function projectTables(source: Source, viewer: Viewer, common: Common, memo: Memo): LiveTables {
  const { center } = source;
  const rows = rowsFor(source, viewer, memo);
  const table = <View extends object>(name: keyof LiveTables, of: Rows<View>): Readonly<Record<string, View>> => memo.table(name, of);
  const tables: LiveTables = {
    clock: memo.row('clock', [JSON.stringify(common.clock)], () => ({ clock: common.clock })),
    center: memo.row('center', [center.config, JSON.stringify(common.scenario)], () => ({ center: centerView(source, common.scenario) })),
    agents: table('agents', rows.agents),
    offers: table('offers', rows.offers),
    contacts: table('contacts', rows.contacts),
    phones: table('phones', rows.phones),
    queues: table('queues', rows.queues),
    directory: table('directory', rows.directory),
    notices: table('notices', common.notices.map((notice) => [notice.id, notice] as const)),
    mastership: table('mastership', common.mastership.map((view) => [view.resource, memo.row(`mastership/${view.resource}`, [view.mine, view.tabs], () => view)] as const)),
  };
  memo.sweep();
  return tables;
}

interface ViewerRows {
  readonly agents: Rows<AgentView>;
  readonly offers: Rows<OfferView>;
  readonly contacts: Rows<ContactView>;
  readonly phones: Rows<PhoneView>;
  readonly queues: Rows<QueueView>;
  readonly directory: Rows<DirectoryView>;
}

const nothing: ViewerRows = { agents: [], offers: [], contacts: [], phones: [], queues: [], directory: [] };

function rowsFor(source: Source, viewer: Viewer, memo: Memo): ViewerRows {
  const { center } = source;
  switch (viewer.role) {
    case 'agent': {
      const agent = center.agents.get(viewer.agentId);
      if (!agent || !center.config.agents.has(agent.id)) return nothing;
      const offer = isRinging(center, agent) && agent.slot?.offerId ? center.offers.get(agent.slot.offerId) : undefined;
      const offered = offer ? offerView(source, offer, memo) : null;
      const contact = agent.slot && !offer ? contactView(source, agent, agent.slot, memo) : null;
      return {
        agents: [[agent.id, agentView(source, agent, memo)]],
        offers: offered ? [[offered.id, offered]] : [],
        contacts: contact ? [[contact.id, contact]] : [],
        phones: [],
        queues: servedQueues(center, agent.id).map((queue) => [queue.id, queueView(source, queue, memo)]),
        directory: [['directory', memo.row('directory', [center.config], () => directoryView(source, agent.id))]],
      };
    }
    case 'customer':
      return { ...nothing, phones: [[viewer.number, phoneView(source, viewer.number, memo)]] };
    case 'viewer':
      return {
        ...nothing,
        // The center remembers agents who were taken out of the instance; nobody looks after them any more.
        agents: [...center.agents.values()].filter(({ id }) => center.config.agents.has(id)).map((agent) => [agent.id, agentView(source, agent, memo)]),
        queues: [...center.config.queues.values()].map((queue) => [queue.id, queueView(source, queue, memo)]),
      };
  }
}

function directoryView({ center }: Source, self: AgentId): DirectoryView {
  const { agents, queues } = center.config.instance;
  return {
    agents: agents.filter(({ id }) => id !== self).map((agent) => ({ id: agent.id, name: fullName(agent) })),
    queues: queues.map(({ id, name }) => ({ id, name })),
  };
}

function centerView({ center }: Source, scenario: ScenarioView | null): CenterView {
  const { instance } = center.config;
  return {
    instanceName: instance.name,
    country: instance.country,
    timeZone: instance.timeZone,
    numbers: instance.numbers.map(({ number, description }) => ({ number, description })),
    agents: instance.agents.map((agent) => ({ username: agent.username, name: fullName(agent) })),
    customers: instance.customers.map(({ number, name }) => ({ number, name })),
    scenario,
  };
}
