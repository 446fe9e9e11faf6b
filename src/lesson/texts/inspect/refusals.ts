import type { PrefixLack, Refusal } from '../../inspect/cookie/refusals.ts';
import { formatList } from '../../page/formatList.ts';
import { type Finding, type MemberOf, type Sayings, toDraft } from './finding.ts';

const LACKS: Readonly<Record<PrefixLack, string>> = {
  name: 'a name of its own',
  secure: 'Secure',
  httpOnly: 'HttpOnly',
  noDomain: 'no Domain',
  rootPath: 'Path=/ written out',
};

const SLIPS = {
  scheme: 'A Domain is a bare host, without http:// or https:// before it.',
  port: 'A Domain has no port: cookies do not know ports at all.',
  below: 'A host can give a cookie to hosts above it, never to one below.',
} as const;

const REFUSALS: Sayings<Refusal, 'why'> = {
  controlCharacter: ({ isTab }) => ({
    title: isTab ? 'There is a tab in it' : 'There is a control character in it',
    why: isTab
      ? 'Chromium drops a line with a tab inside a name or value. By the draft a tab alone would be let through; at either end it is cut off.'
      : 'A browser drops the whole line if it holds a control character, one that cannot be seen: a line break, a zero byte.',
    fix: 'Encode the value: encodeURIComponent or base64url.',
    source: toDraft('5.6'),
  }),
  empty: () => ({
    title: 'There is no cookie in it',
    why: 'It has neither a name nor a value before the first semicolon.',
    fix: 'Begin the line with name=value.',
    source: toDraft('5.6'),
  }),
  posesAsPair: () => ({
    title: 'It has no name, and an equals sign in its value',
    why: 'Sent back it would look like another cookie, so Chromium drops it.',
    fix: 'Give it a name: name=value. A variable for the name may be empty.',
    source: toDraft('5.6'),
  }),
  tooLong: ({ bytes }) => ({
    title: `It is too large: ${bytes} bytes, and 4096 is the most`,
    why: 'Name and value together may have 4096 bytes. A browser does not cut a longer cookie, it drops it without a word. Often a whole user or a token with many claims is in it.',
    fix: 'Keep the data at the server, and only an ID in the cookie; or put less into the token.',
    source: toDraft('5.6'),
  }),
  domainNotAscii: ({ domain }) => ({
    title: `Domain=${domain} has letters that are not ASCII`,
    why: 'Browsers compare hosts as they are in DNS, where such letters are written in punycode.',
    fix: 'Write the domain in punycode (xn--…), or leave Domain out.',
    source: toDraft('5.6.3'),
  }),
  domainIsSuffix: ({ domain, host }) => ({
    title: `Domain=${domain} belongs to everybody`,
    why: `Anybody can have a name below ${domain}, as ${host} is one. A cookie for all of them would go to strangers, so no browser takes it.`,
    fix: 'Leave Domain out: the cookie goes to its own host. Two apps below such a suffix cannot share cookies; a domain of your own can.',
    source: 'Public Suffix List',
  }),
  domainForeign: ({ domain, host, slip }) => ({
    title: `Domain=${domain} is not where the answer came from`,
    why: `The answer came from ${host}. ${slip ? SLIPS[slip] : 'A host can set cookies for itself and for domains that it is part of, for no other.'}`,
    fix: `Leave Domain out: the cookie goes back to ${host}. It is only needed to share the cookie with other subdomains.`,
    source: toDraft('5.7'),
  }),
  secureOverHttp: ({ host }) => ({
    title: 'Secure, but it came over http',
    why: `A cookie with Secure is taken from https alone. Chromium and Firefox make an exception for localhost and 127.0.0.1; ${host} is neither.`,
    fix: "Serve it by https, or set Secure only in production. Behind a proxy that ends https, tell the server so: app.set('trust proxy', 1).",
    source: toDraft('5.7'),
  }),
  noneWithoutSecure: () => ({
    title: 'SameSite=None without Secure',
    why: 'A cookie that all sites may send must not travel in clear, so a browser drops it.',
    fix: 'Add Secure. If page and server are one site, use SameSite=Lax instead.',
    source: toDraft('5.7'),
  }),
  partitionedWithoutSecure: () => ({
    title: 'Partitioned without Secure',
    why: 'A partitioned cookie is one for use inside other sites, and is taken from https alone.',
    fix: 'Add Secure, or leave Partitioned out.',
    source: 'MDN, Partitioned cookies',
  }),
  prefixBroken: ({ prefix, lacks }) => ({
    title: `The name begins with ${prefix}, which promises more`,
    why: `To browsers the beginning of the name is a promise, and they check it. Here it lacks: ${formatList(lacks.map((lack) => LACKS[lack]))}.`,
    fix: 'Add what it lacks, or give the cookie another name.',
    source: toDraft('5.4'),
  }),
  credentialsLeftOut: ({ mode }) => ({
    title:
      mode === 'omit'
        ? 'The page’s code asked without cookies: credentials omit'
        : 'The page’s code did not ask for cookies: fetch leaves them out to another origin',
    why:
      mode === 'omit'
        ? 'With omit a browser neither sends cookies nor keeps those of the answer. Login says 200, and nothing is set.'
        : "What fetch does by itself is credentials: 'same-origin'. The page has another origin than the server (another host, port or scheme), so the browser ignores Set-Cookie. Login says 200, and nothing is set.",
    fix: "fetch(url, { credentials: 'include' }), in axios withCredentials: true, at the login and at every request after it. The server must then answer with Access-Control-Allow-Credentials: true and the page’s origin.",
    source: 'Fetch Standard, credentials mode',
  }),
  otherSite: ({ page, server, sameSite, bySchemeAlone }) => ({
    title: `The page is of another site: ${page} is not ${server}`,
    why: `${bySchemeAlone ? 'The host is the same, but http and https are two sites to a browser. ' : ''}${sameSite === null ? 'Chromium takes a cookie without SameSite for Lax, and one' : `One with SameSite=${sameSite === 'lax' ? 'Lax' : 'Strict'}`} is not kept where a page of another site fetches.`,
    fix: bySchemeAlone
      ? 'Open the page by the same scheme as the server.'
      : 'Put both under one domain (app.example.com, api.example.com), or the server behind the page’s own origin by a proxy. Else SameSite=None; Secure, which browsers that block third-party cookies do not keep either.',
    source: toDraft('5.7'),
  }),
  thirdPartyBlocked: ({ page, server }) => ({
    title: 'The browser blocks third-party cookies',
    why: `On a page of ${page}, ${server} is a third party. Safari, private windows and whoever has it set so keep no such cookie, whatever its attributes are.`,
    fix: 'Put both under one domain, or the server behind the page’s own origin by a proxy. No attribute helps.',
    source: toDraft('7.1'),
  }),
};

/** Says why a browser does not keep a cookie, and what to do. */
export const sayRefusal = <K extends Refusal['why']>(
  refusal: MemberOf<Refusal, 'why', K>,
): Finding => REFUSALS[refusal.why](refusal);
