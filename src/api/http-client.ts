import type { ZodType } from 'zod';
import { CONNECT_API, errorBody } from '../protocol/http.ts';
import { ProblemError } from './problem.ts';

/** One request of the face. `path` is below `/connect-api`. */
export interface HttpRequest<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | null>>;
  readonly body?: object;
  readonly parse: ZodType<Answer>;
  readonly signal?: AbortSignal;
}

/** Asks the face; rejects with a ProblemError. */
export type HttpClient = <Answer>(request: HttpRequest<Answer>) => Promise<Answer>;

/** The client over a `fetch` that is handed in: the window's, or the one that answers inside the page. */
export function createHttpClient(fetch: typeof globalThis.fetch): HttpClient {
  return async ({ method, path, query = {}, body, parse, signal }) => {
    const response = await reach(fetch, addressOf(path, query), {
      method,
      headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const read = await readJson(response);
    if (!response.ok) throw refusalOf(response, read);
    // A service worker that fell asleep lets the request through to the server, which answers 200 with the page itself.
    if (!read.isJson) throw new ProblemError({ kind: 'notTheCenter', detail: `${response.status} ${response.headers.get('content-type') ?? 'without a type'}` });
    const parsed = parse.safeParse(read.value);
    if (!parsed.success) throw new ProblemError({ kind: 'notTheCenter', detail: parsed.error.issues[0]?.path.join('.') ?? '' }, { cause: parsed.error });
    return parsed.data;
  };
}

function addressOf(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') asked.set(name, String(value));
  const search = asked.toString();
  return `${CONNECT_API}${path}${search === '' ? '' : `?${search}`}`;
}

async function reach(fetch: typeof globalThis.fetch, address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new ProblemError({ kind: init.signal?.aborted === true ? 'aborted' : 'unreachable' }, { cause });
  }
}

type Read = { readonly isJson: true; readonly value: unknown } | { readonly isJson: false };

async function readJson(response: Response): Promise<Read> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return { isJson: false };
  try {
    return { isJson: true, value: await response.json() };
  } catch {
    return { isJson: false };
  }
}

function refusalOf(response: Response, read: Read): ProblemError {
  const body = errorBody.safeParse(read.isJson ? read.value : {});
  const said = body.success ? body.data : {};
  const message = said.message ?? said.Message ?? response.statusText;
  if (response.status >= 500) return new ProblemError({ kind: 'broken', status: response.status, message });
  const type = response.headers.get('x-amzn-errortype') ?? said.__type;
  // A 404 without a type is a server that knows nothing of the face.
  if (type === undefined || type === null) return new ProblemError({ kind: 'notTheCenter', detail: String(response.status) });
  const problems = (said.problems ?? []).map((problem) => problem.message);
  return new ProblemError({ kind: 'refused', status: response.status, type, message, problems });
}
