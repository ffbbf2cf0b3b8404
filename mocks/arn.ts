/** Region and account of every instance here: the documentation's example account, so that no ARN is anybody's. */
const owner = 'us-east-1:111122223333';

/** The ARN of an instance. */
export const instanceArn = (instanceId: string): string => `arn:aws:connect:${owner}:instance/${instanceId}`;

/** The ARN of a thing of an instance; `kind` is Amazon's path word: queue, agent, contact-flow, routing-profile, agent-state, contact. */
export const thingArn = (instanceId: string, kind: string, id: string): string => `${instanceArn(instanceId)}/${kind}/${id}`;

/** Phone numbers stand outside the instance. */
export const phoneNumberArn = (id: string): string => `arn:aws:connect:${owner}:phone-number/${id}`;

/** The last part of an ARN, or the text itself when it is an id already. */
export const idOf = (arnOrId: string): string => arnOrId.slice(arnOrId.lastIndexOf('/') + 1);
