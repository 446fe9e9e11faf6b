import { toForeignOrigin } from '../../../sim/client/foreignSite.ts';
import { toFrontEndOrigin } from '../../../sim/client/frontEndOrigin.ts';
import { type CookieQuery, type StoredCookie, selectCookies } from '../../../sim/client/jar.ts';
import { isAddress, isSameSite } from '../../../sim/client/site.ts';

export const STARTERS = ['own', 'sibling', 'other'] as const;
/** Whose page makes the browser ask: the server's own, another of its site, one of another site. */
export type Starter = (typeof STARTERS)[number];

/** How a page makes a browser ask. */
export const REQUESTS = {
  link: { method: 'GET', vehicle: 'navigation' },
  form: { method: 'POST', vehicle: 'navigation' },
  fetch: { method: 'POST', vehicle: 'subresource' },
} as const satisfies Readonly<Record<string, Pick<CookieQuery, 'method' | 'vehicle'>>>;
export type SentBy = keyof typeof REQUESTS;

const AGES = { young: 0, old: 121 } as const;
/** Younger than two minutes, or older: it matters to a cookie without SameSite alone. */
export type Age = keyof typeof AGES;

/** The rule that decides whether a cookie goes along, one phrase each. */
export type SentRule =
  | 'sameSite'
  | 'none'
  | 'noneBlocked'
  | 'strict'
  | 'laxLink'
  | 'laxForm'
  | 'laxFetch'
  | 'unsetLink'
  | 'unsetYoung'
  | 'unsetOld'
  | 'unsetFetch';

export interface SentCell {
  readonly by: SentBy;
  /** `null`: its age does not matter. */
  readonly age: Age | null;
  readonly sent: boolean;
  readonly rule: SentRule;
}

export interface SentRow {
  readonly starter: Starter;
  /** Origin of such a page, as an example. */
  readonly origin: string;
  readonly cells: readonly SentCell[];
}

type ThirdParty = 'allowed' | 'blocked';

/** Returns a page of the same site: below the host; on another port, where a host has none below it of its site. */
function toSibling(origin: string): string {
  const { hostname } = new URL(origin);
  const below = toForeignOrigin(origin, 'sibling');
  const isApart = isAddress(hostname) || !isSameSite(below, origin);
  return isApart ? toFrontEndOrigin(origin, 'otherPort') : below;
}

const toOther = (origin: string): string => toFrontEndOrigin(origin, 'otherSite');

/** Returns an address that the cookie goes to, if anybody's request carries it: its own host and path. */
const toTarget = ({ path }: StoredCookie, url: string) => new URL(path, new URL(url).origin).href;

function readRule(
  { sameSite }: StoredCookie,
  isForeign: boolean,
  by: SentBy,
  age: Age,
  thirdParty: ThirdParty,
): SentRule {
  if (!isForeign) return 'sameSite';
  if (sameSite === 'none')
    return by === 'fetch' && thirdParty === 'blocked' ? 'noneBlocked' : 'none';
  if (sameSite === 'strict') return 'strict';
  const isUnset = sameSite === null;
  if (by === 'link') return isUnset ? 'unsetLink' : 'laxLink';
  if (by === 'fetch') return isUnset ? 'unsetFetch' : 'laxFetch';
  if (!isUnset) return 'laxForm';
  return age === 'young' ? 'unsetYoung' : 'unsetOld';
}

/** Tells whether a rule lets a cookie go along. */
export const lets = (rule: SentRule): boolean =>
  ['sameSite', 'none', 'laxLink', 'unsetLink', 'unsetYoung'].includes(rule);

/** Asks the engine's jar who sends a cookie when. A fetch is one that asks for cookies, with `include`. */
export function tellSent(
  cookie: StoredCookie,
  url: string,
  thirdPartyCookies: ThirdParty,
): readonly SentRow[] {
  const target = toTarget(cookie, url);
  const { origin } = new URL(url);
  const origins = { own: origin, sibling: toSibling(origin), other: toOther(origin) };
  const toCell = (starter: Starter, by: SentBy, age: Age): SentCell => {
    const initiator = origins[starter];
    const now = cookie.created + AGES[age];
    const query = { ...REQUESTS[by], url: target, initiator, now, thirdPartyCookies };
    // One that is over within these two minutes is asked about as if it were not.
    const sent = selectCookies([{ ...cookie, expires: null }], query).length > 0;
    const isForeign = !isSameSite(initiator, target);
    return { by, age, sent, rule: readRule(cookie, isForeign, by, age, thirdPartyCookies) };
  };
  const toCells = (starter: Starter, by: SentBy): readonly SentCell[] => {
    const [young, old] = [toCell(starter, by, 'young'), toCell(starter, by, 'old')];
    return young.sent === old.sent ? [{ ...old, age: null }] : [young, old];
  };
  return STARTERS.map((starter) => ({
    starter,
    origin: origins[starter],
    cells: (Object.keys(REQUESTS) as SentBy[]).flatMap((by) => toCells(starter, by)),
  }));
}
