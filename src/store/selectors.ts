import type { LinkState } from '../backends/contact-center.ts';
import type {
  AgentView, CenterView, ClockView, ContactView, DirectoryView, LiveTables, MastershipView, NoticeView, OfferView, PhoneView,
} from '../protocol/views.ts';
import type { LiveState } from './live-store.ts';

/** The connection to the center. */
export const selectLink = (state: LiveState): LinkState => state.link;

/** True once a snapshot has come. */
export const selectSynced = (state: LiveState): boolean => state.synced;

/** The center's clock; null before the first snapshot. */
export const selectClock = (state: LiveState): ClockView | null => row(state.tables.clock, 'clock');

/** What everybody may know of the center; null before the first snapshot. */
export const selectCenter = (state: LiveState): CenterView | null => row(state.tables.center, 'center');

/** The agent of a user name, as in the page's address. */
export const selectAgentByName =
  (username: string) =>
  (state: LiveState): AgentView | null =>
    Object.values(state.tables.agents).find((agent) => agent.username === username) ?? null;

/** One offer; null for no id, so that `agent.offerId` can be handed in as it is. */
export const selectOffer = (id: string | null) => (state: LiveState): OfferView | null => row(state.tables.offers, id);

/** One contact; null for no id, as for offers. */
export const selectContact = (id: string | null) => (state: LiveState): ContactView | null => row(state.tables.contacts, id);

/** The phone of a number in E.164. */
export const selectPhone = (number: string) => (state: LiveState): PhoneView | null => row(state.tables.phones, number);

/** Queues by id; the table itself. */
export const selectQueues = (state: LiveState): LiveTables['queues'] => state.tables.queues;

/** Whom this agent can ask for; null in other people's tabs. */
export const selectDirectory = (state: LiveState): DirectoryView | null => row(state.tables.directory, 'directory');

/** What the host says to everyone, by id; the table itself. */
export const selectNotices = (state: LiveState): Readonly<Record<string, NoticeView>> => state.tables.notices;

/** Who holds a resource (`ring:<agentId>`, `phone:<number>`) between this person's tabs. */
export const selectMastership = (resource: string) => (state: LiveState): MastershipView | null =>
  row(state.tables.mastership, resource);

function row<T>(rows: Readonly<Record<string, T>>, id: string | null): T | null {
  return id === null ? null : (rows[id] ?? null);
}

/** The number of this tab's own phone: a customer's tab is shown no other. Null for everybody else. */
export const selectOwnNumber = (state: LiveState): string | null => Object.keys(state.tables.phones)[0] ?? null;
