import type { RequestListener } from 'node:http';

/** A request, as far as the servers of these tests look at it. */
export interface Question {
  readonly route: string;
  /** The body as it came. */
  readonly text: string;
  /** The members of the JSON body; `null` when it is no JSON. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The members of a form's body. */
  readonly form: Readonly<Record<string, string>>;
  readonly cookies: ReadonlyMap<string, string>;
  /** What follows `Bearer` in the Authorization header, or ''. */
  readonly token: string;
  readonly origin: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Text as it is, all else as JSON. */
  readonly body?: unknown;
}

function parseBody(text: string): Question['body'] {
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    return null;
  }
}

const parseCookies = (header: string) =>
  new Map(
    header
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  );

/** Makes a server of node:http alone that answers each request with what `respond` returns. */
export function servePlainly(
  respond: (question: Question) => Answer | Promise<Answer>,
): RequestListener {
  return async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method, url, headers } = request;
    const answer = await respond({
      route: `${method} ${url}`,
      text,
      body: parseBody(text),
      form: Object.fromEntries(new URLSearchParams(text)),
      cookies: parseCookies(headers.cookie ?? ''),
      token: /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '',
      origin: headers.origin,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ),
    });
    const { status, body } = answer;
    response.writeHead(status, { 'Cache-Control': 'no-store', ...answer.headers });
    response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export const NOT_FOUND: Answer = { status: 404, body: 'Nothing here.' };

/** Refuses as one should: 401, how to log in, and not why. */
export const REFUSED: Answer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Test realm="test"' },
  body: { error: 'unauthorized' },
};

export const isAda = ({ body }: Question) =>
  body?.username === 'ada' && body.password === 'correct horse';
