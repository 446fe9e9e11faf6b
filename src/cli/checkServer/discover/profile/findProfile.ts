import { type Access, toAccess } from '../../control/access.ts';
import type { CheckSettings } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { describeExchange, describeReply, isOk, toLocation } from '../../wire/reply.ts';
import { follow, openVisitor, type Visitor } from '../../wire/visitor.ts';
import { askGuess } from '../askGuess.ts';
import { CannotCheck } from '../cannotCheck.ts';
import type { Carrier, LoginShape, ProfileShape } from '../found.ts';
import type { Holder } from '../holder.ts';
import type { LoginTry } from '../login/findLogin.ts';
import { logIn } from '../login.ts';
import { askProfile, toTokenHeader } from '../present.ts';
import type { Survey } from '../survey.ts';
import { confirmProfile } from './confirmProfile.ts';
import { listWays, type Way } from './listWays.ts';
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

/** Lists what to ask a GraphQL server: what the command line says, or what the server has. */
function listQueries({ profileQuery, profileUrl }: CheckSettings, { graph }: LoginShape) {
  if (profileQuery !== null) return [profileQuery];
  return profileUrl ? [] : (graph?.profiles ?? []);
}

/** What was asked for in vain. */
export interface ProfileAttempts {
  readonly told: string[];
  /** Where a browser ended up after the login. */
  landing: Reply | null;
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
  attempts.landing ??= landing;
  const places = listProfilePlaces(settings, landing, holder, shape);
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

  /** Leaves out the headers that open nothing together: one request in place of many. */
  async function dropRefused(asked: readonly Way[], profile: ProfileShape): Promise<Way[]> {
    const refused: (string | null)[] = [];
    for (const token of new Set(
      asked.filter(({ isBundled }) => isBundled).map((each) => each.token),
    )) {
      const together = asked.filter((each) => each.isBundled && each.token === token);
      const all = together.map(({ how }) => (how ? toTokenHeader(how, token ?? '') : {}));
      const headers = Object.assign({}, ...all) as Readonly<Record<string, string>>;
      const reply = await askProfile({ ...holder, token: null }, profile, null, shape, headers);
      if (!isOk(reply) && reply.status !== 404) refused.push(token);
    }
    return asked.filter(({ isBundled, token }) => !isBundled || !refused.includes(token));
  }

  async function compare(profile: ProfileShape, isUsual: boolean): Promise<FoundProfile | null> {
    const ask = (visitor: Visitor) => askProfile({ visitor, token: null }, profile, null, shape);
    const key = `${profile.method} ${profile.url.href} ${profile.query}`;
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
    if (isOk(stranger) && !isUsual && profile.query === undefined) return null;
    const asked = ways.filter((each) => each.isUsual === isUsual);
    for (const way of await dropRefused(asked, profile)) {
      const { how, token } = way;
      const user = { ...holder, token };
      const reply = await askProfile(user, profile, how, shape);
      // Who gets past a wall to where there is nothing has shown the right thing.
      if (reply.status === 404 && isThere) ways = [{ ...way, isUsual: true, isBundled: false }];
      if (!isOk(reply)) {
        attempts.told.push(describeExchange(reply));
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

  // GraphQL answers everybody with 200, and no other page of it does.
  for (const isUsual of [true, false]) {
    for (const query of listQueries(settings, shape)) {
      const profile = { url: settings.profileUrl ?? shape.url, method: 'POST', query } as const;
      const found = (await compare(profile, isUsual)) ?? loose;
      if (found) return found;
    }
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
