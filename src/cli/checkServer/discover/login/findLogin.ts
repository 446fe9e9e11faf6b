import type { Reply } from '../../wire/exchange.ts';
import { describeExchange } from '../../wire/reply.ts';
import { openVisitor, toJson } from '../../wire/visitor.ts';
import { askGuess } from '../askGuess.ts';
import type { LoginShape } from '../found.ts';
import { isCsrfRefusal, listCsrfPages, saysCsrf } from '../guard/csrfGuard.ts';
import { fetchCsrfToken } from '../guard/csrfToken.ts';
import { passOrigin, sayOrigin, saysOrigin } from '../guard/originGuard.ts';
import type { Holder } from '../holder.ts';
import { logIn } from '../login.ts';
import { findWall, isNowhere, isSameKind, isToHttps, NOWHERE, type Survey } from '../survey.ts';
import { hasBrought, isAlike, isLetIn } from './loginAnswer.ts';
import { type LoginPlace, listLoginPlaces } from './loginPlaces.ts';
import { listAskedShapes, openPlaces } from './loginShapes.ts';

/** A login that may have worked: only the profile tells. */
export interface LoginTry {
  readonly shape: LoginShape;
  readonly holder: Holder;
}

/** What was asked for and did not log in, for whoever has to give the option. */
export interface Attempts {
  /** A login that brought nothing, where a wrong password gets something else. */
  empty: LoginTry | null;
  /** What right and wrong passwords get alike. */
  alike: Reply | null;
  readonly refused: Reply[];
  limited: Reply | null;
}

/** Names a login, so that a form on two pages is sent once. */
const toKey = ({ as, url, page, usernameField, passwordField, more }: LoginShape): string =>
  [
    ...[as, page !== null, url.href.replace(/\/$/, ''), usernameField, passwordField],
    ...Object.keys(more),
    more.query ?? '',
  ].join(' ');

/** `nowhere`: nothing takes a login there. */
type Attempt = LoginTry | 'nowhere' | null;

const MAX_ATTEMPTS = 16;
const MAX_DOWN = 16;
/** Of one page. */
const MAX_LINKED = 3;
const MAX_PLACES = 180;
/** How a server refuses a body before it looks at any password. */
const MALFORMED = [400, 415, 422];
const MAX_MALFORMED = 12;
/**
 * Tries the logins that a server may have, and yields those that seem to have worked. Each attempt
 * is kept in `attempts`. It ends at the first that a wrong password fares worse with: that is the login,
 * and another name of a field would be a wrong login of a real user. @throws WireError
 */
export async function* tryLogins(survey: Survey, attempts: Attempts): AsyncGenerator<LoginTry> {
  const { settings, net, say } = survey;
  const credentials = { username: settings.username, password: settings.password };
  let left = MAX_ATTEMPTS;
  let leftMalformed = MAX_MALFORMED;
  let isSettled = false;
  let { isGuarded, csrfPages } = survey;
  let isGuardKnown = csrfPages.length > 0;
  let last: Reply | null = null;
  let mayAskOrigin = settings.origin === null;
  let refusal: Holder | null = null;

  /** Asks once with a wrong password, and settles it where the answer is another. */
  async function settle({ shape, holder }: LoginTry): Promise<boolean> {
    const { username, password } = settings;
    const wrong = { username, password: `not-${password}` };
    const control = await logIn(openVisitor(net), shape, wrong);
    if (isAlike(holder, control)) {
      refusal = holder;
      attempts.alike ??= holder.reply;
      attempts.refused.push(holder.reply);
    } else isSettled = true;
    return isSettled;
  }

  /** Looks for the page whose token a login wants: once, as it takes many requests. */
  async function passGuard(shape: LoginShape, refused: Reply): Promise<Attempt> {
    isGuardKnown = true;
    const isSaid = saysCsrf(refused);
    const found = await fetchCsrfToken(openVisitor(net), listCsrfPages(settings, shape.url));
    if (found) {
      csrfPages = [found.page];
      // Some read the token in a form alone.
      const isOpen = isSaid && shape.as === 'json' && settings.loginAs === null;
      for (const as of isOpen ? (['json', 'form'] as const) : [shape.as]) {
        const made = await attempt({ ...shape, as });
        if (made || !(last && isCsrfRefusal(last))) return made;
      }
      csrfPages = [];
    }
    // No other name of a field gets past a guard, but a form that brings its token may.
    isGuarded ||= isSaid;
    return null;
  }

  async function attempt(asked: LoginShape): Promise<Attempt> {
    if (attempts.limited || left-- <= 0) return null;
    const shape = { ...asked, csrfPages };
    const holder = await logIn(openVisitor(net), shape, credentials);
    const { reply } = holder;
    last = reply;
    if (isNowhere(survey, reply)) {
      // It took no attempt of anybody's.
      left += 1;
      net.count.attempts -= 1;
      return 'nowhere';
    }
    if (MALFORMED.includes(reply.status) && leftMalformed-- > 0) left += 1;
    say(`${describeExchange(reply)} (${shape.as}, ${shape.usernameField})`);
    if (refusal && isAlike(holder, refusal)) {
      attempts.refused.push(reply);
      return null;
    }
    if (saysOrigin(reply) && mayAskOrigin) {
      mayAskOrigin = false;
      if (await passOrigin(net, reply, [survey.start])) {
        say(sayOrigin(net));
        return attempt(asked);
      }
    }
    const isIn = isLetIn(reply, shape);
    if (isIn && !isToHttps(reply) && hasBrought(holder, shape)) return { shape, holder };
    if ((isIn || isToHttps(reply)) && !('X-Forwarded-Proto' in net.headers)) {
      const before = net.headers;
      net.headers = { ...before, 'X-Forwarded-Proto': 'https' };
      const again = await logIn(openVisitor(net), shape, credentials);
      if (hasBrought(again, shape) && isLetIn(again.reply, shape)) {
        return { shape, holder: again };
      }
      net.headers = before;
    }
    if (isCsrfRefusal(reply) && !isGuardKnown) {
      const guarded = await passGuard(shape, reply);
      if (guarded) return guarded;
    }
    const made = { shape, holder };
    // An ID that only looks like one is worth a try, after all else.
    if (isIn && holder.tokens.length > 0) return made;
    if (isIn) {
      if (await settle(made)) attempts.empty = made;
    } else if (reply.status === 429) attempts.limited = reply;
    else attempts.refused.push(reply);
    return null;
  }

  const tried = new Set<string>();
  const readPlace = openPlaces(survey);
  const places = listLoginPlaces(survey);
  const isGuess = settings.loginUrl === null;
  // What fails for every path is not better at the rarer ones.
  const isDown = (findWall(survey)?.status ?? 0) >= 500;
  const walls = new Map<string, Reply>();
  /** Tells whether all that is beside a place is refused in the same way: many an API has a guard before it. */
  async function isWall(refused: Reply): Promise<boolean> {
    const beside = new URL(NOWHERE, refused.url);
    if (beside.pathname === `/${NOWHERE}` || ![401, 403].includes(refused.status)) return false;
    const known = walls.get(beside.href);
    const wall = known ?? (await openVisitor(net).send('POST', beside, { body: toJson({}) }));
    walls.set(beside.href, wall);
    return isSameKind(refused, wall);
  }

  /** Tries what there is to try at a place, and what its refusals ask for. */
  async function* tryPlace(
    shapes: readonly LoginShape[],
    isWallKnown = false,
  ): AsyncGenerator<LoginTry> {
    const queue = [...shapes];
    for (let shape = queue.shift(); shape; shape = queue.shift()) {
      if (isGuarded && !shape.page && isGuess) return;
      if (tried.has(toKey(shape))) continue;
      tried.add(toKey(shape));
      const asked = shape;
      const before = attempts.refused.length;
      const found = (await askGuess(net, isGuess, () => attempt(asked))) ?? null;
      if (found === 'nowhere' && !shape.page) return;
      if (found && found !== 'nowhere') {
        yield found;
        if (!isSettled) await settle(found);
      }
      if (isSettled) return;
      const refused = attempts.refused[before];
      if (refused && isGuess && !isWallKnown && !shape.page && (await isWall(refused))) {
        // It took no attempt of anybody's; if all else fails, the wall may be the login's own refusal.
        attempts.refused.pop();
        left += 1;
        walled.push(queue);
        return;
      }
      if (refused) queue.unshift(...listAskedShapes(survey, shape, refused));
    }
  }

  /** Returns those that were not read yet: what the command line names leads nowhere else. */
  function takeNew(urls: readonly URL[], isWay: boolean): LoginPlace[] {
    const fresh = isGuess ? urls.filter(({ href }) => !seen.has(href)).slice(0, MAX_LINKED) : [];
    if (seen.size > MAX_PLACES) return [];
    for (const { href } of fresh) seen.add(href);
    return fresh.map((url) => ({ url, isWay }));
  }

  const queue: LoginPlace[] = isDown ? places.slice(0, MAX_DOWN) : [...places];
  const seen = new Set(queue.map(({ url }) => url.href));
  const walled: (readonly LoginShape[])[] = [];
  for (let place = queue.shift(); place; place = queue.shift()) {
    const { url, isWay } = place;
    const shapes = await askGuess(net, isGuess, () => readPlace(url));
    const { forms = [], usual = [], linked = [], ways = [] } = shapes ?? {};
    queue.unshift(...takeNew(linked, false));
    if (isWay) queue.push(...takeNew(ways, true));
    yield* tryPlace([...forms, ...(isWay ? [] : usual)]);
    if (isSettled) return;
  }
  for (const shapes of walled) {
    yield* tryPlace(shapes, true);
    if (isSettled) return;
  }
}
