import type { CenterView } from '../../protocol/views.ts';

/** A page to be opened as somebody. `key` names the person or the page. */
export interface RoleLink {
  readonly key: string;
  readonly name: string;
  readonly href: string;
}

/** The page of an agent's softphone. */
export const agentHref = (username: string): string => `/?agent=${encodeURIComponent(username)}`;

/** The page of a customer's phone. The plus of the number must be written as %2B, since a bare one means a space. */
export const customerHref = (number: string): string => `/customer?number=${encodeURIComponent(number)}`;

/** Pages that belong to nobody. */
export const pageHrefs = { anyPhone: '/customer', records: '/records', flows: '/flows' } as const;

/** Everybody whose page can be opened. */
export function roleLinks(center: CenterView | null): { readonly agents: readonly RoleLink[]; readonly customers: readonly RoleLink[] } {
  return {
    agents: (center?.agents ?? []).map(({ username, name }) => ({ key: username, name, href: agentHref(username) })),
    customers: (center?.customers ?? []).map(({ number, name }) => ({ key: number, name, href: customerHref(number) })),
  };
}

/** The page of somebody in a story: agents are called by their user name there, customers by their name. */
export function personHref(center: CenterView | null, kind: 'agent' | 'customer', person: string): string | null {
  if (kind === 'agent') {
    const agent = center?.agents.find(({ username, name }) => username === person || name === person);
    return agent ? agentHref(agent.username) : null;
  }
  const customer = center?.customers.find(({ name, number }) => name === person || number === person);
  return customer ? customerHref(customer.number) : null;
}
