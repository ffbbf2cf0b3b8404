import type { ErrorBody, ErrorType } from '../src/protocol/http.ts';
import { errorStatus } from '../src/protocol/http.ts';
import type { Reply } from '../src/protocol/envelope.ts';

/** What a handler says: a body to be sent as JSON, or one of Amazon's refusals. */
export type Answer =
  | { readonly ok: true; readonly body: object }
  | { readonly ok: false; readonly type: ErrorType; readonly message: string; readonly problems?: readonly string[] };

export const answer = (body: object): Answer => ({ ok: true, body });

/** A refusal in Amazon's words; `problems` belong to InvalidContactFlowException. */
export function refusal(type: ErrorType, message: string, problems?: readonly string[]): Answer {
  return problems === undefined ? { ok: false, type, message } : { ok: false, type, message, problems };
}

/** The answer as it goes over the wire: the SDK reads the error's name from the header. */
export function toResponse(given: Answer): Response {
  if (given.ok) return Response.json(given.body);
  const body: ErrorBody = { __type: given.type, message: given.message, Message: given.message };
  const withProblems = given.problems === undefined ? body : { ...body, problems: given.problems.map((message) => ({ message })) };
  return Response.json(withProblems, { status: errorStatus[given.type], headers: { 'x-amzn-errortype': given.type } });
}

/** A center's refusal of a command as the face's. */
export function fromReply(reply: Reply, body: object): Answer {
  if (reply.ok) return answer(body);
  const message = `The contact center refused: ${reply.code}.`;
  if (reply.code.startsWith('NO_SUCH_')) return refusal('ResourceNotFoundException', message);
  if (reply.code === 'NOT_ALLOWED') return refusal('AccessDeniedException', message);
  if (reply.code.startsWith('INVALID_')) return refusal('InvalidParameterException', message);
  return refusal('ResourceConflictException', message);
}
