/** The account that demo ARNs carry: AWS's own documentation account, nobody's. */
const ACCOUNT = '111122223333';

/** The ARN of a thing of this instance, or of the instance itself (`kind` 'instance'). */
export function arnOf(instanceId: string, kind: string, id: string): string {
  const instance = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${instanceId}`;
  return kind === 'instance' ? instance : `${instance}/${kind}/${id}`;
}
