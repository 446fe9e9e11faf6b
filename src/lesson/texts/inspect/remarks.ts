import type { CorsRefusal } from '../../../sim/outcome.ts';
import type { Remark } from '../../inspect/cookie/remarks.ts';
import { formatDuration } from '../../page/format.ts';
import { type Finding, type MemberOf, type Sayings, toDraft } from './finding.ts';

const CORS: Readonly<Record<CorsRefusal, (page: string) => string>> = {
  allowOriginMissing: (page) => `It lacks Access-Control-Allow-Origin: ${page}.`,
  allowOriginAny: (page) =>
    `It says Access-Control-Allow-Origin: *, which does not do for a request with cookies. It must name ${page}.`,
  allowOriginOther: (page) => `Its Access-Control-Allow-Origin names another origin than ${page}.`,
  allowCredentialsMissing: () => 'It lacks Access-Control-Allow-Credentials: true.',
};

/** Returns a path that is not below another one. */
const toOtherPath = (path: string) =>
  ['/api', '/profile'].find(
    (one) => one !== path && !one.startsWith(path) && !path.startsWith(one),
  ) ?? '/';

const REMARKS: Sayings<Remark, 'about'> = {
  pathNarrow: ({ path, isDefault }) => ({
    title: `It is sent to ${path} and below alone`,
    why: isDefault
      ? `The line has no Path, so it is the folder of the URL that answered: ${path}. A request to any other path, as ${toOtherPath(path)}, comes without the cookie.`
      : `A request to a path that is not below ${path} comes without the cookie.`,
    fix: 'Add Path=/, where the whole server is to get it.',
    source: toDraft('5.1.4'),
  }),
  pathIgnored: ({ path }) => ({
    title: `Path=${path} is ignored`,
    why: 'A Path begins with a slash. Any other is as none at all.',
    fix: 'Begin it with a slash.',
    source: toDraft('5.6.4'),
  }),
  pageHost: ({ page, host }) => ({
    title: `It belongs to ${host}, not to the page’s host`,
    why: `DevTools list it under ${host}. A page of ${page} does not find it in document.cookie, and a server at ${page} does not get it. A request to ${host} may carry it.`,
    fix: null,
    source: toDraft('5.7'),
  }),
  cors: ({ reason, page }) => ({
    title:
      reason === null
        ? 'The page is of another origin: can its code read the answer?'
        : 'The cookie is kept, but the page’s code gets an error instead of the answer',
    why:
      reason === null
        ? `Cookies do not depend on CORS, the answer does: it must say Access-Control-Allow-Origin: ${page} and Access-Control-Allow-Credentials: true. Paste these fields too, and they are judged.`
        : `${CORS[reason](page)} The browser has kept the cookie by then. Where it asks first (JSON, an Authorization field), the answer to OPTIONS needs these fields too, or the login is not even sent.`,
    fix:
      reason === null
        ? null
        : `In Express: cors({ origin: '${page}', credentials: true }), before the routes.`,
    source: 'Fetch Standard, CORS check',
  }),
  folded: () => ({
    title: 'There seem to be two cookies in one line',
    why: 'Some proxies and libraries join Set-Cookie fields by a comma. To a browser a comma is part of a value: it keeps the first cookie, with a wrong attribute, and loses the others.',
    fix: 'Send a Set-Cookie field for each cookie.',
    source: toDraft('3'),
  }),
  unknownAttribute: ({ name, meant }) => ({
    title: `“${name}” is no attribute`,
    why: meant
      ? `Browsers skip what they do not know. ${meant} was meant, and is not set.`
      : 'Browsers skip what they do not know.',
    fix: meant ? `Write ${meant}.` : null,
    source: toDraft('5.6'),
  }),
  sameSiteUnknown: ({ value }) => ({
    title: `SameSite=${value} is not known`,
    why: 'It is taken as none given: Chromium treats such a cookie as Lax, Firefox and Safari as None.',
    fix: 'Lax, Strict or None.',
    source: toDraft('5.6.7'),
  }),
  sameSiteUnset: () => ({
    title: 'SameSite is not set',
    why: 'Chromium (Chrome, Edge) takes it for Lax, but lets a form of another site send it for its first two minutes. Firefox and Safari take it for None.',
    fix: 'Write SameSite=Lax, so that all browsers do the same.',
    source: toDraft('5.6.7.2'),
  }),
  flagValue: ({ name, value }) => ({
    title: `${name}=${value} means ${name}`,
    why: 'An attribute that is a switch is on as soon as it is named, whatever stands behind it.',
    fix: value === 'true' ? null : `To have it off, leave ${name} out.`,
    source: toDraft(name === 'Secure' ? '5.6.5' : '5.6.6'),
  }),
  noHttpOnly: () => ({
    title: 'No HttpOnly',
    why: 'Every script on the page can read it, an injected one too.',
    fix: 'Add HttpOnly, unless the page’s own code has to read it.',
    source: toDraft('5.6.6'),
  }),
  noSecure: () => ({
    title: 'No Secure',
    why: 'The browser sends it over plain http, too, where anybody on the way reads it.',
    fix: 'Add Secure.',
    source: toDraft('5.6.5'),
  }),
  secureTwin: () => ({
    title: 'It came over http',
    why: 'If https has set a Secure cookie of this name before, the browser keeps that one and drops this.',
    fix: 'Serve it by https.',
    source: toDraft('5.7'),
  }),
  nameless: () => ({
    title: 'It has no name',
    why: 'There is no equals sign before the first semicolon, so that all of it is a value. Servers look cookies up by their names.',
    fix: 'Begin the line with name=value.',
    source: toDraft('5.6'),
  }),
  capped: () => ({
    title: 'It ends sooner than the line says',
    why: 'No browser keeps a cookie longer than 400 days.',
    fix: null,
    source: toDraft('5.5'),
  }),
  milliseconds: ({ maxAge }) => ({
    title: `Max-Age=${maxAge} looks like milliseconds`,
    why: `Max-Age counts seconds: these are ${formatDuration(maxAge)}, cut to 400 days. In milliseconds they would be ${formatDuration(maxAge / 1000)}. (res.cookie takes milliseconds and writes seconds.)`,
    fix: 'Divide it by 1000.',
    source: toDraft('5.6.2'),
  }),
  expiresUnread: ({ value }) => ({
    title: 'Its Expires is no date',
    why: `A browser cannot read “${value}”, so the cookie ends when the browser is closed.`,
    fix: 'new Date(…).toUTCString() gives a date that it can read.',
    source: toDraft('5.1.1'),
  }),
  maxAgeUnread: ({ value }) => ({
    title: `Max-Age=${value} is no number of seconds`,
    why: 'A browser skips it: units and fractions are not known there.',
    fix: 'Write whole seconds, 3600 for an hour.',
    source: toDraft('5.6.2'),
  }),
};

/** Says what is unusual of a cookie that is kept. */
export const sayRemark = <K extends Remark['about']>(
  remark: MemberOf<Remark, 'about', K>,
): Finding => REMARKS[remark.about](remark);
