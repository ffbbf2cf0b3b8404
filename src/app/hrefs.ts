/** The address of an agent's softphone. */
export const agentHref = (username: string): string => `/?agent=${encodeURIComponent(username)}`;

/** The address of a flow's map. */
export const flowMapHref = (flowId: string): string => `/flows/${encodeURIComponent(flowId)}`;

/** The address of a flow among the flows. */
export const flowHref = (flowId: string): string => `/flows?flow=${encodeURIComponent(flowId)}`;

/** The address of a customer's phone. The plus of a number is written %2B, since a bare one means a space. */
export const customerHref = (number: string): string => `/customer?number=${encodeURIComponent(number)}`;

/** The addresses where things that flows refer to are made. */
export const resourceHrefs = { lambda: '/lambdas', prompt: '/prompts' } as const;
