/** The account that demo ARNs carry: AWS's own documentation account, nobody's. */
export const ACCOUNT = '111122223333';
/** Where the instance is said to be. */
export const REGION = 'us-east-1';

/** The ARN of a thing of this instance, or of the instance itself (`kind` 'instance'). */
export function arnOf(instanceId: string, kind: 'instance'): string;
export function arnOf(instanceId: string, kind: string, id: string): string;
export function arnOf(instanceId: string, kind: string, id?: string): string {
  const instance = `arn:aws:connect:${REGION}:${ACCOUNT}:instance/${instanceId}`;
  return kind === 'instance' ? instance : `${instance}/${kind}/${id}`;
}
