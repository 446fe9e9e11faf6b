import { type Access, toAccess } from '../../control/access.ts';
import type { CheckSettings } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { describeReply, isOk, toLocation } from '../../wire/reply.ts';
import { follow, openVisitor, type Visitor } from '../../wire/visitor.ts';
import { askGuess } from '../askGuess.ts';
import { CannotCheck } from '../cannotCheck.ts';
import type { Carrier, ProfileShape } from '../found.ts';
import type { Holder } from '../holder.ts';
import type { LoginTry } from '../login/findLogin.ts';
import { logIn } from '../login.ts';
import { askProfile } from '../present.ts';
import type { Survey } from '../survey.ts';
import { confirmProfile } from './confirmProfile.ts';
import { listProfilePlaces } from './profilePlaces.ts';

const READ_BY_POST =
  /\/(me|profile|userinfo|whoami|account|verify|current[-_]user|dashboard|protected|private)$/;

/** A page that users get and strangers do not, and what opens it. */
export interface FoundProfile {
  readonly profile: ProfileShape;
  /** `null`: the cookies do. */
  readonly how: Extract<Carrier, { in: 'header' }> | null;
  readonly holder: Holder;
  readonly strangers: readonly Reply[];
  readonly users: readonly Reply[];
  readonly access: Access;
  /** Where a redirect after the login ended. */
  readonly landing: Reply;
}

/** How something may be presented. What is usual is tried on all pages before the rest. */
interface Way {
  readonly how: FoundProfile['how'];
  readonly token: string | null;
  readonly isUsual: boolean;
}

const HEADERS = [
  ...['x-access-token', 'x-auth-token', 'auth-token', 'access-token', 'token'],
  ...['x-token', 'x-session-id', 'session-id', 'x-api-key'],
];

function listSchemes(
  { tokenAs }: CheckSettings,
  given: string | null,
): readonly [string, string][] {
  const usual = HEADERS.map((name): [string, string] => [name, '']);
  const schemes = ['Bearer', 'JWT', 'Token', ''];
  if (tokenAs !== null) {
    const isHeader = tokenAs.includes('-') || tokenAs === tokenAs.toLowerCase();
    return [isHeader ? [tokenAs, ''] : ['Authorization', tokenAs]];
  }
  const first = given === null ? [] : [given];
  const unlike = schemes.filter((each) => each.toLowerCase() !== given?.toLowerCase());
  return [
    ...[...first, ...unlike].map((scheme): [string, string] => ['Authorization', scheme]),
    ...usual,
  ];
}

/** Lists how what a login brought may be presented: cookies first, then each token in each form. */
function listWays({ tokens, visitor }: Holder, settings: CheckSettings): Way[] {
  const { tokenField } = settings;
  const wanted = tokens.filter(({ field }) => tokenField === null || field === tokenField);
  if (tokenField !== null && wanted.length === 0) {
    const there = tokens.map(({ field }) => field).join(', ') || 'none';
    throw new CannotCheck(`--token-field ${tokenField}: the login brings tokens as: ${there}.`);
  }
  const byToken = wanted.slice(0, 3).flatMap(({ token, field, scheme: given }) =>
    listSchemes(settings, given).map(([header, scheme], rank) => ({
      how: { in: 'header', header, scheme, field } as const,
      ...{ token, isUsual: rank === 0 },
    })),
  );
  const isCookieless = visitor.jar.list().length === 0;
  const asksToken = tokenField !== null || settings.tokenAs !== null;
  return isCookieless || (asksToken && byToken.length > 0)
    ? byToken
    : [{ how: null, token: null, isUsual: true }, ...byToken];
}

/** What was asked for in vain. */
export interface ProfileAttempts {
  readonly told: string[];
}

/**
 * Looks for a page that a user gets and a stranger does not, and for what opens it. A difference of
 * status is worth more than one of text. `null` when there is none. @throws WireError
 */
export async function findProfile(
  { settings, net }: Survey,
  { shape, holder }: LoginTry,
  attempts: ProfileAttempts,
): Promise<FoundProfile | null> {
  const landing = holder.landing ?? (await follow(holder.visitor, holder.reply));
  const places = listProfilePlaces(settings, landing, holder, shape.url);
  const known = new Map<string, { readonly visitor: Visitor; readonly reply: Reply }>();
  const silent = new Set<string>();
  let ways = listWays(holder, settings);
  let loose: FoundProfile | null = null;

  let second: Holder | null = null;
  async function logInTwice(): Promise<Holder> {
    if (second) return second;
    const { username, password } = settings;
    second = await logIn(openVisitor(net), shape, { username, password });
    net.count.logins += 1;
    net.count.attempts -= 1;
    if (second.reply.status !== 429) return second;
    throw new CannotCheck(
      `A limit on logins is reached (${describeReply(second.reply)}): wait, or raise it.`,
    );
  }

  async function compare(profile: ProfileShape, isUsual: boolean): Promise<FoundProfile | null> {
    const ask = (visitor: Visitor) => askProfile({ visitor, token: null }, profile, null, shape);
    const key = `${profile.method} ${profile.url.href}`;
    // One that gave no answer is not asked again.
    if (silent.has(key)) return null;
    silent.add(key);
    const visitor = known.get(key)?.visitor ?? openVisitor(net);
    const stranger = known.get(key)?.reply ?? (await ask(visitor));
    known.set(key, { visitor, reply: stranger });
    silent.delete(key);
    // Django sends what lacks its slash to where it is.
    const to = toLocation(stranger);
    if (to?.href === `${profile.url.href}/`) return compare({ ...profile, url: to }, isUsual);
    const isThere = ![404, 405, 501].includes(stranger.status);
    if (!isThere && !settings.profileUrl) return null;
    // Where strangers are let in too, the usual forms are enough.
    if (isOk(stranger) && !isUsual) return null;
    for (const way of ways.filter((each) => each.isUsual === isUsual)) {
      const { how, token } = way;
      const user = { ...holder, token };
      const reply = await askProfile(user, profile, how, shape);
      // Who gets past a wall to where there is nothing has shown the right thing.
      if (reply.status === 404 && isThere) ways = [{ ...way, isUsual: true }];
      if (!isOk(reply)) {
        attempts.told.push(`${profile.method} ${profile.url.pathname}: ${describeReply(reply)}`);
        continue;
      }
      if (isOk(stranger) && loose !== null) continue;
      const users = [reply, await askProfile(user, profile, how, shape)];
      // With the cookies that he got: a page may ask for no more than some session.
      const strangers = [stranger, await ask(visitor)];
      if (isOk(stranger)) {
        users.push(await askProfile(user, profile, how, shape));
        strangers.push(await ask(openVisitor(net)));
      }
      const access = toAccess(strangers, users);
      if (!access) continue;
      const found = { profile, how, holder: user, strangers, users, access, landing };
      if (access.byStatus) return found;
      loose ??= await confirmProfile(found, shape, await logInTwice());
    }
    return null;
  }

  const methods = settings.profileMethod ? [settings.profileMethod] : (['GET', 'POST'] as const);
  for (const method of methods) {
    // A POST to a list would add to it.
    const isSafe = method === 'GET' || settings.profileUrl !== null;
    const asked = isSafe ? places : places.filter(({ pathname }) => READ_BY_POST.test(pathname));
    for (const isUsual of [true, false]) {
      for (const url of asked) {
        const isGuess = settings.profileUrl === null;
        const found = await askGuess(net, isGuess, () => compare({ url, method }, isUsual));
        if (found) return found;
      }
      if (loose) return loose;
    }
  }
  return null;
}
