import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import type { ZodType } from 'zod';
import type { Instance } from '../../src/engine/index.ts';
import { CONNECT_API } from '../../src/protocol/http.ts';
import { idOf } from '../arn.ts';
import type { Answer } from '../answers.ts';
import { refusal, toResponse } from '../answers.ts';
import { cutPage } from '../page.ts';
import type { AskedCenter } from '../ports.ts';

/** A request as a handler sees it. */
export interface Asked {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body; undefined when there was none. */
  readonly body: unknown;
}

type Method = 'get' | 'post' | 'put' | 'delete' | 'all';

/** One operation of the face. Whatever goes wrong inside is a 500 in JSON, so that no caller waits for ever. */
export function route(method: Method, path: string, handle: (asked: Asked) => Promise<Answer>): HttpHandler {
  return http[method](`*${CONNECT_API}${path}`, async ({ request, params }) => {
    const text = await request.text();
    const body = readJson(text);
    if (body === null) return toResponse(refusal('InvalidRequestException', 'The body is not JSON.'));
    const asked: Asked = { path: plainParams(params), query: new URL(request.url).searchParams, body: body.value };
    try {
      return toResponse(await handle(asked));
    } catch (fault) {
      const what = fault instanceof Error ? fault.message : String(fault);
      return toResponse(refusal('InternalServiceException', `The contact center could not answer: ${what}`));
    }
  });
}

/** Reads the body as `shape` and goes on with it, or refuses with the place of the first fault. */
export async function withBody<Body>(asked: Asked, shape: ZodType<Body>, go: (body: Body) => Promise<Answer> | Answer): Promise<Answer> {
  const read = shape.safeParse(asked.body ?? {});
  if (read.success) return go(read.data);
  const issue = read.error.issues[0];
  return refusal('InvalidParameterException', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as expected'}`);
}

/** The instance, when the path names it by id or ARN as Amazon allows. */
export async function withInstance(center: AskedCenter, named: string | undefined, go: (instance: Instance) => Promise<Answer> | Answer): Promise<Answer> {
  const instance = await instanceOf(center);
  if (named === undefined || idOf(named) !== instance.id) return refusal('ResourceNotFoundException', 'There is no instance of this id.');
  return go(instance);
}

/** The instance as the center holds it now. */
export async function instanceOf(center: AskedCenter): Promise<Instance> {
  return (await center.query({ type: 'instance' })) as Instance;
}

/** A page of a list by the query's `maxResults` and `nextToken`; `make` puts it into the operation's own keys. */
export function listPage<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  asked: { readonly max: number | null; readonly token: string | null },
  make: (items: readonly Item[], nextToken: string | undefined) => object,
): Answer {
  const max = asked.max ?? 100;
  if (!Number.isInteger(max) || max < 1 || max > 1000) return refusal('InvalidParameterException', 'MaxResults must be a whole number from 1 to 1000.');
  const page = cutPage(items, keyOf, { max, token: asked.token });
  if (page === null) return refusal('InvalidParameterException', 'NextToken does not belong to this list.');
  return { ok: true, body: make(page.items, page.nextToken ?? undefined) };
}

/** Page size and token of a GET. */
export function pageOf(query: URLSearchParams): { readonly max: number | null; readonly token: string | null } {
  const max = query.get('maxResults') ?? query.get('MaxResults');
  return { max: max === null ? null : Number(max), token: query.get('nextToken') ?? query.get('NextToken') };
}

function readJson(text: string): { readonly value: unknown } | null {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function plainParams(params: Readonly<Record<string, string | readonly string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, decodeURIComponent(value)]] : [])),
  );
}
