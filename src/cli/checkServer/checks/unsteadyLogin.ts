import type { DeadLogin } from '../discover/discover.ts';
import type { Carrier } from '../discover/found.ts';
import type { LoginTry } from '../discover/login/findLogin.ts';
import { askProfile, toCopy } from '../discover/present.ts';
import { listProfilePlaces } from '../discover/profile/profilePlaces.ts';
import type { CheckSettings } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import { describeExchange, isOk, isRedirect } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import { say } from './check.ts';
import { type Finding, toFinding } from './runChecks.ts';
import { STEADY_CHECK } from './steadyCheck.ts';

/** So often chance alone hardly ever picks the same of two processes. */
const ROUNDS = 12;
/** More pages that refuse a user are not asked so often. */
const MOST_PAGES = 10;

const isRefusal = (reply: Reply) => [401, 403].includes(reply.status) || isRedirect(reply);

/** Returns how the first token of a login is most likely presented; `null` where cookies are. */
function toUsualWay({ holder: { tokens } }: LoginTry): Extract<Carrier, { in: 'header' }> | null {
  const [given] = tokens;
  if (!given) return null;
  const { field, scheme } = given;
  return { in: 'header', header: 'Authorization', scheme: scheme ?? 'Bearer', field };
}

/** Asks for a page again and again as somebody who logged in, until it opens: returns all that came. */
async function askAgain(one: LoginTry, url: URL): Promise<readonly Reply[]> {
  const { holder } = one;
  const page = { url, method: 'GET' } as const;
  const user = { ...toCopy(holder), token: holder.tokens[0]?.token ?? null };
  const replies: Reply[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const reply = await askProfile(user, page, toUsualWay(one));
    replies.push(reply);
    if (!isRefusal(reply)) break;
  }
  return replies;
}

/** Tells whether a stranger is refused, whoever answers, also with the session that he may get. */
async function refusesStrangers({ holder }: LoginTry, url: URL): Promise<boolean> {
  const stranger = openVisitor(holder.visitor.net);
  for (let i = 0; i < ROUNDS; i++) {
    if (!isRefusal(await stranger.send('GET', url))) return false;
  }
  return true;
}

/** Says of a login that opens a page now and then that it does: `null` where it opens none. */
export async function sayUnsteadyLogin(
  { tries }: DeadLogin,
  settings: CheckSettings,
): Promise<Finding | null> {
  // What was said to be asked otherwise was not asked so.
  const { tokenAs, tokenField, profileMethod } = settings;
  if (tokenAs !== null || tokenField !== null || profileMethod === 'POST') return null;
  let pages = 0;
  for (const one of tries) {
    const { holder, shape } = one;
    const landing = holder.landing ?? holder.reply;
    for (const url of listProfilePlaces(settings, landing, holder, shape)) {
      if (pages === MOST_PAGES) return null;
      const replies = await askAgain(one, url);
      const [first] = replies;
      const last = replies.at(-1);
      if (!first || !last) continue;
      if (isRefusal(first)) pages += 1;
      // When it was looked for, it was refused.
      if (!isOk(last) || !(await refusesStrangers(one, url))) continue;
      const refused = isRefusal(first)
        ? describeExchange(first)
        : `GET ${url.pathname} was refused`;
      const came = `${refused}, and then opened, with the same login`;
      return toFinding(STEADY_CHECK, say('fail', came));
    }
  }
  return null;
}
