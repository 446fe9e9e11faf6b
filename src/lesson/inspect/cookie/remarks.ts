import { MAX_AGE_SECONDS, type StoredCookie } from '../../../sim/client/jar.ts';
import type { SetCookie } from '../../../sim/client/setCookie.ts';
import { isTrustworthy, toDefaultPath } from '../../../sim/client/site.ts';
import { checkCors } from '../../../sim/http/cors.ts';
import type { HeaderField, Message } from '../../../sim/message.ts';
import { NOTHING_CARRIED } from '../../../sim/message.ts';
import type { CorsRefusal } from '../../../sim/outcome.ts';
import { hasMaxAge } from './lifetime.ts';
import { readSameSite } from './refusals.ts';
import type { LineSource } from './source.ts';

/** What is worth knowing of a line that a browser obeys all the same. */
export type Remark =
  | { readonly about: 'pathNarrow'; readonly path: string; readonly isDefault: boolean }
  | { readonly about: 'pathIgnored'; readonly path: string }
  | { readonly about: 'pageHost'; readonly page: string; readonly host: string }
  | { readonly about: 'cors'; readonly reason: CorsRefusal | null; readonly page: string }
  | { readonly about: 'folded' }
  | { readonly about: 'unknownAttribute'; readonly name: string; readonly meant: string | null }
  | { readonly about: 'sameSiteUnknown'; readonly value: string }
  | { readonly about: 'sameSiteUnset' }
  | { readonly about: 'flagValue'; readonly name: 'Secure' | 'HttpOnly'; readonly value: string }
  | { readonly about: 'noHttpOnly' }
  | { readonly about: 'noSecure' }
  | { readonly about: 'secureTwin' }
  | { readonly about: 'nameless' }
  | { readonly about: 'capped' }
  | { readonly about: 'milliseconds'; readonly maxAge: number }
  | { readonly about: 'expiresUnread'; readonly value: string }
  | { readonly about: 'maxAgeUnread'; readonly value: string };

const FLAGS = { secure: 'Secure', httponly: 'HttpOnly' } as const;

/** Attributes that browsers know, by their letters alone. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  [
    ...['Path', 'Domain', 'Expires', 'Max-Age', 'Secure', 'HttpOnly', 'SameSite'],
    ...['Partitioned', 'Priority'],
  ].map((name) => [name.toLowerCase().replace(/[^a-z]/g, ''), name]),
);

const listAttributes = ({ attributes }: SetCookie): readonly Remark[] =>
  [...attributes].flatMap(([name, value]): readonly Remark[] => {
    const meant = KNOWN.get(name.replace(/[^a-z]/g, ''));
    if (name === '') return [];
    if (meant?.toLowerCase() !== name)
      return [{ about: 'unknownAttribute', name, meant: meant ?? null }];
    const flag = name === 'secure' || name === 'httponly' ? FLAGS[name] : null;
    return flag && value !== '' ? [{ about: 'flagValue', name: flag, value }] : [];
  });

function listPaths(set: SetCookie, cookie: StoredCookie, url: URL): readonly Remark[] {
  const given = set.attributes.get('path') ?? '';
  const isDefault = !given.startsWith('/');
  const isNarrow = cookie.path !== '/' && cookie.path !== '';
  return [
    ...(given !== '' && isDefault ? [{ about: 'pathIgnored', path: given } as const] : []),
    ...(isNarrow
      ? [
          {
            about: 'pathNarrow',
            path: isDefault ? toDefaultPath(url.pathname) : given,
            isDefault,
          } as const,
        ]
      : []),
  ];
}

function listTimes(set: SetCookie, cookie: StoredCookie): readonly Remark[] {
  const { attributes } = set;
  const [maxAge = '', expires = ''] = [attributes.get('max-age'), attributes.get('expires')];
  const seconds = hasMaxAge(set) ? Number(maxAge) : 0;
  if (seconds > MAX_AGE_SECONDS && seconds % 1000 === 0)
    return [{ about: 'milliseconds', maxAge: seconds }];
  if (cookie.expires !== null)
    return cookie.expires - cookie.created >= MAX_AGE_SECONDS ? [{ about: 'capped' }] : [];
  return [
    ...(maxAge === '' ? [] : [{ about: 'maxAgeUnread', value: maxAge } as const]),
    ...(expires === '' ? [] : [{ about: 'expiresUnread', value: expires } as const]),
  ];
}

/** Asks the engine whether the page's code gets the answer; the cookie does not depend on it. @see Fetch, "CORS check" */
function readCors({ url, page, by, credentials, cors }: LineSource): readonly Remark[] {
  if (by !== 'fetch' || new URL(url).origin === page) return [];
  if (cors === null) return [{ about: 'cors', reason: null, page }];
  const fields: readonly (readonly [string, string | null])[] = [
    ['Access-Control-Allow-Origin', cors.allowOrigin],
    ['Access-Control-Allow-Credentials', cors.allowCredentials],
  ];
  const headers = fields.filter((field): field is HeaderField => field[1] !== null);
  const answer: Message = {
    ...{ from: url, to: page, kind: 'response', method: 'POST', target: '/', status: 200 },
    ...{ headers, body: null, carries: NOTHING_CARRIED },
  };
  const reason = checkCors(answer, page, credentials);
  return reason === null ? [] : [{ about: 'cors', reason, page }];
}

function listSecrecy(set: SetCookie, cookie: StoredCookie, url: URL): readonly Remark[] {
  const isHttps = url.protocol === 'https:';
  return [
    ...(cookie.httpOnly ? [] : [{ about: 'noHttpOnly' } as const]),
    ...(cookie.secure || !isHttps ? [] : [{ about: 'noSecure' } as const]),
    ...(isTrustworthy(url) ? [] : [{ about: 'secureTwin' } as const]),
    ...(set.name === '' ? [{ about: 'nameless' } as const] : []),
  ];
}

function listSites(set: SetCookie): readonly Remark[] {
  const value = set.attributes.get('samesite');
  if (readSameSite(set) !== null) return [];
  return [value ? { about: 'sameSiteUnknown', value } : { about: 'sameSiteUnset' }];
}

/** Lists what is unusual of a cookie that the browser keeps, what keeps people from their login first. */
export function listRemarks(
  set: SetCookie,
  cookie: StoredCookie,
  source: LineSource,
): readonly Remark[] {
  const url = new URL(source.url);
  const { hostname: page } = new URL(source.page);
  const isSeen = page === cookie.domain || (!cookie.hostOnly && page.endsWith(`.${cookie.domain}`));
  // Several cookies folded into one line: browsers do not part them at the comma.
  const isFolded = [...set.attributes.values()].some((one) => /,\s*[\w.-]+=/.test(one));
  return [
    ...(isFolded ? [{ about: 'folded' } as const] : []),
    ...listPaths(set, cookie, url),
    ...readCors(source),
    ...(isSeen || source.by === 'addressBar'
      ? []
      : [{ about: 'pageHost', page, host: cookie.domain } as const]),
    ...listAttributes(set),
    ...listTimes(set, cookie),
    ...listSites(set),
    ...listSecrecy(set, cookie, url),
  ];
}
