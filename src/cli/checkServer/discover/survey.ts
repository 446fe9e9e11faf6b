import type { CheckSettings } from '../settings.ts';
import { toUrl } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import type { Net } from '../wire/net.ts';
import { describeExchange, isHtml, toLocation } from '../wire/reply.ts';
import type { VisitReply } from '../wire/visitor.ts';
import { openVisitor, toJson } from '../wire/visitor.ts';
import { WireError } from '../wire/wireError.ts';
import { CannotCheck } from './cannotCheck.ts';
import { saysCsrf } from './guard/csrfGuard.ts';

/** What is known of a server before anybody logs in. */
export interface Survey {
  readonly settings: CheckSettings;
  readonly net: Net;
  readonly start: Reply;
  /** Answers to a page that cannot be there. */
  readonly nothing: { readonly get: Reply; readonly post: Reply };
  /** Pages that bring a CSRF token; empty where none seems to be asked for. */
  readonly csrfPages: readonly URL[];
  /** Whether a guard stands before all that is posted, and no token was found for it. */
  readonly isGuarded: boolean;
  readonly say: (line: string) => void;
}

/** The name of a page that cannot be there. */
export const NOWHERE = 'check-server-asks-for-a-page-that-is-not-there';
const MISSING = [404, 405, 501];

/** Takes a path out of a text, but not from the beginning of a longer name. */
const dropPath = (text: string, path: string): string =>
  path.length < 2
    ? text
    : text.replaceAll(path, (whole, at: number) =>
        /[\w-]/.test(text[at + path.length] ?? '') ? whole : '',
      );

/** Takes the asked path out of an answer, so that two of the same kind are alike. */
function toKind({ status, text, headers, url: { pathname } }: Reply): string {
  const location = headers.get('location') ?? '';
  const told = dropPath(dropPath(`${location} ${text}`, pathname), encodeURIComponent(pathname));
  return `${status} ${told.replace(/\bnonce="[^"]*"|\b\d{6,}\b|[\da-f-]{16,}/gi, '')}`;
}

/** Tells whether two answers are the same, but for their addresses and what is new each time. */
export const isSameKind = (one: Reply, other: Reply) => toKind(one) === toKind(other);

/** Tells whether nothing answers at a path: 404 and the like, or what any other path gets. */
export function isNowhere({ nothing }: Survey, reply: Reply): boolean {
  if (MISSING.includes(reply.status)) return true;
  // A guard before all routes says nothing of any of them.
  if (saysCsrf(reply)) return false;
  return isSameKind(reply, reply.method === 'GET' ? nothing.get : nothing.post);
}

/** Tells whether the server gives the page of a front end for everything. */
export const isFrontEnd = ({ nothing: { get } }: Survey) =>
  get.status >= 200 && get.status < 300 && isHtml(get);

/** Returns what every path gets, where that is a refusal; `null` where paths differ. */
export function findWall({ start, nothing: { get, post } }: Survey): Reply | null {
  const isOne = start.status === get.status && get.status === post.status;
  return isOne && get.status >= 400 && ![404, 405].includes(get.status) ? get : null;
}

/** Returns what everything that is posted gets, where that is a refusal and no other gets it. */
export function findPostWall({ nothing: { get, post } }: Survey): Reply | null {
  const isRefused = post.status >= 400 && !MISSING.includes(post.status);
  return isRefused && post.status !== get.status ? post : null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for the start page, and waits for a server that does not listen yet. */
async function reach(net: Net, url: URL, waitMs: number): Promise<VisitReply> {
  const endMs = performance.now() + waitMs;
  for (;;) {
    try {
      return await openVisitor(net).send('GET', url);
    } catch (error) {
      const isEarly = error instanceof WireError && error.fault === 'gone';
      if (!isEarly || performance.now() >= endMs) throw error;
      await pause(200);
    }
  }
}

/** Fetches the start page, or another where that one never ends, such as a stream of events. */
async function fetchStart(net: Net, settings: CheckSettings, other: URL): Promise<VisitReply> {
  try {
    return await reach(net, toUrl(settings, '/'), settings.waitMs);
  } catch (error) {
    if (!(error instanceof WireError && error.fault === 'silent')) throw error;
    return await openVisitor(net)
      .send('GET', other)
      .catch(() => {
        throw error;
      });
  }
}

/** Tells whether a server of plain http wants https, as behind a proxy it would be. */
export const isToHttps = (reply: Reply) =>
  reply.url.protocol === 'http:' && toLocation(reply)?.protocol === 'https:';

/** Tells whether a reply sends everybody off to https. */
const isAllToHttps = (replies: readonly Reply[]) => replies.every(isToHttps);

/** Says why nobody gets in, where all answers are of one kind; `null` where they may be right. */
function sayClosed(server: URL, replies: readonly Reply[]): string | null {
  const [reply] = replies;
  if (!reply) return null;
  const challenge = replies.map(({ headers }) => headers.get('www-authenticate') ?? '');
  if (challenge.every((text) => /^(?:basic|digest|negotiate|ntlm)\b/i.test(text))) {
    return `Everything at ${server.origin} is behind a login of the browser’s own (${reply.status}, WWW-Authenticate: ${challenge[0]}): check-server does not pass that. Turn it off, or name the port behind it.`;
  }
  if (!isAllToHttps(replies)) return null;
  return `${server.origin} sends everything to ${toLocation(reply)?.origin}, and takes no X-Forwarded-Proto for it: give that address.`;
}

/** So many answers of this kind after each other, and nothing else is to be expected. */
const IN_A_ROW = 3;

/** Ends a search when the server has had enough, or is down. */
function watchClosing(net: Net): Net['watch'] {
  let row = 0;
  return (reply) => {
    row = [429, 502, 503, 504].includes(reply.status) ? row + 1 : 0;
    if (row < IN_A_ROW) return;
    const told = `${describeExchange(reply)}; so are ${row} answers in a row, after ${net.count.requests} requests.`;
    throw new CannotCheck(
      reply.status === 429
        ? `A limit on requests is reached: ${told} Raise it while you check, or wait, and name what you know (--login-path, --profile-path).`
        : `The server does not work: ${told}`,
    );
  };
}

/** Looks at a server from outside. @throws CannotCheck @throws WireError */
export async function surveyServer(
  settings: CheckSettings,
  net: Net,
  say: (line: string) => void,
): Promise<Survey> {
  net.watch = watchClosing(net);
  if (settings.forwardedProto) net.headers = { 'X-Forwarded-Proto': 'https' };
  net.origin = settings.origin;
  const nowhere = toUrl(settings, `/${NOWHERE}`);
  const visitor = openVisitor(net);
  let start = await fetchStart(net, settings, nowhere);
  if (isToHttps(start) && !('X-Forwarded-Proto' in net.headers)) {
    net.headers = { 'X-Forwarded-Proto': 'https' };
    start = await openVisitor(net).send('GET', start.url);
  }
  const get = await visitor.send('GET', nowhere);
  const post = await visitor.send('POST', nowhere, { body: toJson({}) });
  const closed = sayClosed(settings.server, [start, get, post]);
  if (closed !== null) throw new CannotCheck(closed);
  return { settings, net, start, nothing: { get, post }, csrfPages: [], isGuarded: false, say };
}
