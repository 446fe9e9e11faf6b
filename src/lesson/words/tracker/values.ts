import type { StoredCookie } from '../../../sim/client/jar.ts';
import { formatDate } from '../../page/format.ts';
import { decodeToken } from '../../read/decodeToken.ts';
import { isPair } from '../../read/held/pair.ts';
import { readShownCookie, readShownToken } from '../../read/held/shown.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { toSid } from '../../read/sid.ts';
import { hasOwnStores, listRecordsAt } from '../../read/stage/variables.ts';
import type {
  ClaimTelling,
  CookieValue,
  StoreValue,
  TokenValue,
  ValuesTelling,
} from '../../telling.ts';

/** Records of a full store that are shown. */
const MAX_RECORDS = 20;

function sayStore(moment: Moment, which: 'first' | 'second'): StoreValue {
  const all = listRecordsAt(moment, which);
  const records = all
    .slice(0, MAX_RECORDS)
    .map(([sid, record]) => ({ sid, json: JSON.stringify(record, null, 2) }));
  const none = isCookieSession(moment) && ({ isMissing: true } as const);
  return { ...none, records, more: Math.max(0, all.length - MAX_RECORDS) };
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' } as const;

/** Writes a stored cookie as the field that it came from. */
function toSetCookie(cookie: StoredCookie): string {
  return [
    `${cookie.name}=${isPair(cookie.value) ? toSid(cookie.value) : cookie.value}`,
    cookie.hostOnly ? null : `Domain=${cookie.domain}`,
    `Path=${cookie.path}`,
    cookie.expires === null ? null : `Expires=${new Date(cookie.expires * 1000).toUTCString()}`,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.secure ? 'Secure' : null,
    cookie.sameSite ? `SameSite=${SAME_SITE[cookie.sameSite]}` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function sayCookie(moment: Moment): CookieValue | null {
  const { sent, kept } = readShownCookie(moment);
  const setCookie = sent ?? (kept ? toSetCookie(kept) : null);
  if (setCookie === null) return null;
  const end = kept?.expires ?? null;
  return { setCookie, until: end === null ? null : formatDate(end) };
}

const DATES: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf']);

function sayClaims(part: Readonly<Record<string, unknown>> | null): readonly ClaimTelling[] | null {
  if (!part) return null;
  return Object.entries(part).map(([name, value]) => {
    const text = JSON.stringify(value);
    const dated = DATES.has(name) && typeof value === 'number';
    return { name, value: dated ? `${text}, ${formatDate(value)}` : text };
  });
}

function sayToken(moment: Moment): TokenValue | null {
  const shown = readShownToken(moment);
  if (!shown) return null;
  const { parts, header, payload } = decodeToken(shown.token);
  return {
    parts,
    discarded: shown.discarded,
    header: sayClaims(header),
    payload: sayClaims(payload),
  };
}

/** Says what the tracker's variables are in full. */
export const sayValues = ({ session, token }: Step): ValuesTelling => ({
  sessionStore: sayStore(session, 'first'),
  sessionStoreB: hasOwnStores(session) ? sayStore(session, 'second') : null,
  sessionCookie: sayCookie(session),
  token: sayToken(token),
});
