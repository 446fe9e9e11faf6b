import { MAX_PAIR_BYTES } from '../../../sim/client/jar.ts';
import type { SetCookie } from '../../../sim/client/setCookie.ts';
import { parseSetCookie } from '../../../sim/client/setCookie.ts';
import {
  isAddress,
  isSameSite,
  isShareable,
  isTrustworthy,
  readPrefix,
  toReach,
} from '../../../sim/client/site.ts';
import type { LineSource } from './source.ts';
import { includesCookies, toPage, toSite } from './source.ts';

/** Why a browser does not keep a cookie, one phrase a rule. */
export type Refusal =
  /** A tab is one to Chromium, and not to the draft. */
  | { readonly why: 'controlCharacter'; readonly isTab: boolean }
  | { readonly why: 'empty' }
  | { readonly why: 'posesAsPair' }
  | { readonly why: 'tooLong'; readonly bytes: number }
  | { readonly why: 'domainNotAscii'; readonly domain: string }
  | { readonly why: 'domainIsSuffix'; readonly domain: string; readonly host: string }
  | {
      readonly why: 'domainForeign';
      readonly domain: string;
      readonly host: string;
      /** What it has that no domain has; `null`: it is another host’s. */
      readonly slip: 'scheme' | 'port' | 'below' | null;
    }
  | { readonly why: 'secureOverHttp'; readonly host: string }
  | { readonly why: 'noneWithoutSecure' }
  | { readonly why: 'partitionedWithoutSecure' }
  | {
      readonly why: 'prefixBroken';
      readonly prefix: string;
      readonly lacks: readonly PrefixLack[];
    }
  | { readonly why: 'credentialsLeftOut'; readonly mode: 'omit' | 'same-origin' }
  | {
      readonly why: 'otherSite';
      readonly page: string;
      readonly server: string;
      readonly sameSite: 'lax' | 'strict' | null;
      /** The hosts are of one site, and http is not https. */
      readonly bySchemeAlone: boolean;
    }
  | { readonly why: 'thirdPartyBlocked'; readonly page: string; readonly server: string };

export type PrefixLack = 'name' | 'secure' | 'httpOnly' | 'noDomain' | 'rootPath';

/** Says why a text is no cookie at all. @see 6265bis section 5.6 */
function toUnreadable(line: string): Refusal {
  const [pair = ''] = line.split(';');
  if ([...line].some((each) => (each < ' ' && each !== '\t') || each === '\x7f'))
    return { why: 'controlCharacter', isTab: false };
  if (/^[\s=]*$/.test(pair)) return { why: 'empty' };
  // A tab at either end is cut off, and no reason.
  return /^\s*=/.test(pair) ? { why: 'posesAsPair' } : { why: 'controlCharacter', isTab: true };
}

function readSlip(domain: string, host: string) {
  if (domain.includes('://')) return 'scheme';
  if (/:\d+$/.test(domain)) return 'port';
  return domain.replace(/^\./, '').toLowerCase().endsWith(`.${host}`) ? 'below' : null;
}

function judgeDomain({ attributes }: SetCookie, host: string): Refusal | null {
  const domain = attributes.get('domain') ?? '';
  if (toReach(domain, host) !== null) return null;
  if (/[^\0-\x7f]/.test(domain)) return { why: 'domainNotAscii', domain };
  const plain = domain.replace(/^\./, '').toLowerCase();
  const slip = readSlip(domain, host);
  const isSuffix = slip === null && !isAddress(plain) && !isShareable(plain);
  if (isSuffix && host.endsWith(`.${plain}`)) return { why: 'domainIsSuffix', domain, host };
  return { why: 'domainForeign', domain, host, slip };
}

const isSecure = ({ attributes }: SetCookie) => attributes.has('secure');

/** @see 6265bis section 5.4; `__Http-` as Chromium does */
function judgePrefix(set: SetCookie, host: string): Refusal | null {
  const { name, value, attributes } = set;
  const prefix = readPrefix(name || value);
  if (prefix === undefined) return null;
  const isHost = prefix.startsWith('host');
  const hasDomain = Boolean(attributes.get('domain')) && !isAddress(host);
  const lacks: readonly PrefixLack[] = [
    ...(name === '' ? (['name'] as const) : []),
    ...(isSecure(set) ? [] : (['secure'] as const)),
    ...(prefix.endsWith('http') && !attributes.has('httponly') ? (['httpOnly'] as const) : []),
    ...(isHost && hasDomain ? (['noDomain'] as const) : []),
    ...(isHost && attributes.get('path') !== '/' ? (['rootPath'] as const) : []),
  ];
  const written = (name || value).slice(0, prefix.length + 3);
  return lacks.length > 0 ? { why: 'prefixBroken', prefix: written, lacks } : null;
}

const SAME_SITES = ['lax', 'strict', 'none'] as const;

/** Reads what a cookie says of other sites; `null`: nothing that browsers know. */
export function readSameSite({ attributes }: SetCookie): 'lax' | 'strict' | 'none' | null {
  const given = attributes.get('samesite')?.toLowerCase();
  return SAME_SITES.find((one) => one === given) ?? null;
}

/** What the line itself breaks, whoever asked. */
function judgeLine(set: SetCookie, url: URL): readonly (Refusal | null)[] {
  const { attributes, bytes } = set;
  const [secure, host] = [isSecure(set), url.hostname];
  return [
    bytes > MAX_PAIR_BYTES ? { why: 'tooLong', bytes } : null,
    judgeDomain(set, host),
    secure && !isTrustworthy(url) ? { why: 'secureOverHttp', host } : null,
    readSameSite(set) === 'none' && !secure ? { why: 'noneWithoutSecure' } : null,
    attributes.has('partitioned') && !secure ? { why: 'partitionedWithoutSecure' } : null,
    judgePrefix(set, host),
  ];
}

/** What the request has against it: who asked, and how. @see 6265bis section 5.7 */
function judgeRequest(set: SetCookie, source: LineSource): readonly (Refusal | null)[] {
  const { url, thirdPartyCookies } = source;
  const { initiator, vehicle } = toPage(source);
  const mode =
    includesCookies(source) || source.credentials === 'include' ? null : source.credentials;
  const isForeign = vehicle === 'subresource' && initiator !== null && !isSameSite(initiator, url);
  const sameSite = readSameSite(set);
  const [page, server] = [toSite(initiator ?? url), toSite(url)];
  const bySchemeAlone = page.split(':')[1] === server.split(':')[1];
  return [
    mode === null ? null : { why: 'credentialsLeftOut', mode },
    isForeign && sameSite !== 'none'
      ? { why: 'otherSite', page, server, sameSite, bySchemeAlone }
      : null,
    isForeign && sameSite === 'none' && thirdPartyCookies === 'blocked'
      ? { why: 'thirdPartyBlocked', page, server }
      : null,
  ];
}

/** Lists every reason for which a browser does not keep a cookie; empty: it does what the line says. */
export function listRefusals(line: string, source: LineSource): readonly Refusal[] {
  const set = parseSetCookie(line);
  if (set === null) return [toUnreadable(line)];
  const all = [...judgeRequest(set, source), ...judgeLine(set, new URL(source.url))];
  return all.filter((one) => one !== null);
}
