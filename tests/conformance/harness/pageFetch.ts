import type { Settings } from '../../../src/sim/settings.ts';
import type { Browser, Visit } from './browser.ts';
import type { Exchange } from './exchange.ts';

/** Where the user's page is, and what the servers of its run ask browsers for. */
export interface UsersPage {
  readonly origin: string;
  readonly csrf?: Settings['csrf'];
}

/** Content types that a form can have. @see Fetch, "CORS-safelisted request-header" */
const OF_FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** The names of the fields that no form could send, sorted as in a preflight. */
function listAskedFor(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => name !== 'content-type' || !OF_FORMS.includes(value))
    .map(([name]) => name)
    .sort();
}

function readField({ response }: Exchange, name: string): string | null {
  return response.headers.find(([field]) => field.toLowerCase() === name)?.[1] ?? null;
}

/** The CORS check, written down from the standard and not from the engine. @see https://fetch.spec.whatwg.org/#cors-check */
function passes(exchange: Exchange, origin: string, credentials: RequestCredentials): boolean {
  const allowed = readField(exchange, 'access-control-allow-origin');
  if (allowed === null) return false;
  if (credentials !== 'include' && allowed === '*') return true;
  if (allowed !== origin) return false;
  if (credentials !== 'include') return true;
  return readField(exchange, 'access-control-allow-credentials') === 'true';
}

/** The last two labels of a name; an address as it is. */
const toSite = ({ protocol, hostname }: URL) =>
  `${protocol}//${/^[\d.]+$/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.')}`;

/** Tells whether what is sent there stays on this machine or goes by TLS. */
const isTrustworthy = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || /^127\.|(^|\.)localhost$/.test(hostname);

/** What a browser says of a page's request that the servers of a run ask for. */
export function toWhose(
  { origin, csrf }: UsersPage,
  url: URL,
  method: string,
): Pick<Visit, 'origin' | 'fetchSite'> {
  if (csrf === 'origin') return method === 'POST' ? { origin } : {};
  // Only what is potentially trustworthy is told. @see Fetch Metadata, section 2
  if (csrf !== 'fetchSite' || !isTrustworthy(url)) return {};
  if (url.origin === origin) return { fetchSite: 'same-origin' };
  const isSameSite = toSite(url) === toSite(new URL(origin));
  return { fetchSite: isSameSite ? 'same-site' : 'cross-site' };
}

const fail = (): never => {
  throw new TypeError('Failed to fetch');
};

/** Makes the `fetch` of a page, which may be of another origin than the server that it asks. */
export function openPageFetch(browser: Browser, page: UsersPage): typeof globalThis.fetch {
  async function fetch(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(String(input));
    const { method = 'GET', credentials = 'same-origin' } = init;
    const headers = (init.headers ?? {}) as Record<string, string>;
    const isOther = url.origin !== page.origin;
    const context = toSite(url) === toSite(new URL(page.origin)) ? 'strict' : 'none';
    const visit: Visit = {
      ...{ url: url.href, method, headers, context },
      body: (init.body ?? null) as string | null,
      withCookies: credentials === 'include' || (credentials === 'same-origin' && !isOther),
      ...toWhose(page, url, method),
      ...(isOther && { origin: page.origin }),
    };
    const mayRead = (got: Exchange) => !isOther || passes(got, page.origin, credentials);
    const asked = listAskedFor(headers);
    if (isOther && asked.length > 0) {
      const preflight = await browser.visit({
        ...toWhose(page, url, 'OPTIONS'),
        ...{ url: url.href, method: 'OPTIONS', origin: page.origin, withCookies: false },
        headers: {
          'Access-Control-Request-Method': method,
          'Access-Control-Request-Headers': asked.join(','),
        },
      });
      const isOk = preflight.response.status >= 200 && preflight.response.status < 300;
      if (!passes(preflight, page.origin, credentials) || !isOk) fail();
    }
    const exchange = await browser.visit({ ...visit, mayRead });
    if (!mayRead(exchange)) fail();
    const { body, status } = exchange.response;
    return new Response(body, { status });
  }
  return fetch as typeof globalThis.fetch;
}
