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

const ROUNDS = 5;

const isRefusal = (reply: Reply) => [401, 403].includes(reply.status) || isRedirect(reply);

/** Returns how the first token of a login is most likely presented; `null` where cookies are. */
function toUsualWay({ holder: { tokens } }: LoginTry): Extract<Carrier, { in: 'header' }> | null {
  const [given] = tokens;
  if (!given) return null;
  const { field, scheme } = given;
  return { in: 'header', header: 'Authorization', scheme: scheme ?? 'Bearer', field };
}

/** Asks for a page again and again as somebody who logged in: returns what refused him, and opened later. */
async function askAgain(one: LoginTry, url: URL): Promise<Reply | null> {
  const { holder } = one;
  const page = { url, method: 'GET' } as const;
  const user = { ...toCopy(holder), token: holder.tokens[0]?.token ?? null };
  let refused: Reply | null = null;
  for (let i = 0; i < ROUNDS; i++) {
    const reply = await askProfile(user, page, toUsualWay(one));
    if (isRefusal(reply)) refused = reply;
    else if (!isOk(reply)) return null;
    else if (refused) return refused;
  }
  return null;
}

/** Tells whether strangers are refused, whoever answers. */
async function refusesStrangers({ holder }: LoginTry, url: URL): Promise<boolean> {
  for (let i = 0; i < ROUNDS; i++) {
    if (isOk(await openVisitor(holder.visitor.net).send('GET', url))) return false;
  }
  return true;
}

/** Says of a login that opens a page now and then that it does: `null` where it opens none. */
export async function sayUnsteadyLogin(
  { tries }: DeadLogin,
  settings: CheckSettings,
): Promise<Finding | null> {
  for (const one of tries) {
    const { holder, shape } = one;
    const landing = holder.landing ?? holder.reply;
    for (const url of listProfilePlaces(settings, landing, holder, shape.url)) {
      const refused = await askAgain(one, url);
      if (!refused || !(await refusesStrangers(one, url))) continue;
      const came = `${describeExchange(refused)}, and then opened, with the same login`;
      return toFinding(STEADY_CHECK, say('fail', came));
    }
  }
  return null;
}
