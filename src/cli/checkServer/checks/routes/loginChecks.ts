import { type Bench, LoginLost } from '../../control/bench.ts';
import type { Holder } from '../../discover/holder.ts';
import { listMembers } from '../../discover/listMembers.ts';
import { logIn } from '../../discover/login.ts';
import type { Reply } from '../../wire/exchange.ts';
import { toText } from '../../wire/html.ts';
import { describeReply, isHtml, isOk, isRedirect } from '../../wire/reply.ts';
import { follow, openVisitor } from '../../wire/visitor.ts';
import { ALL_KINDS, blocked, type Check, pass, say, skip, type Verdict } from '../check.ts';

/** A login that should not work, with the page that the user sees in the end. */
export interface Refused {
  readonly holder: Holder;
  readonly reply: Reply;
  readonly seen: Reply;
}

/** Tries a login as it is, and goes on with whatever token of it the carrier presents. */
export async function tryLogin(bench: Bench, username: unknown, password: unknown) {
  const { login, carrier } = bench.found;
  const holder = await logIn(openVisitor(bench.net), login, { username, password });
  const { field } = carrier.in === 'header' ? carrier : { field: '' };
  const token = holder.tokens.find((given) => given.field === field)?.token ?? null;
  return { ...holder, token };
}

async function logInRefused(bench: Bench, username: string, password: string): Promise<Refused> {
  const holder = await tryLogin(bench, username, password);
  const { visitor, reply, landing } = holder;
  return { holder, reply, seen: landing ?? (await follow(visitor, reply)) };
}

export const logInWrongly = (bench: Bench, i = 0) =>
  bench.once(`wrong password ${i}`, () => {
    const { username, password } = bench.settings;
    return logInRefused(bench, username, `not-${password}${i > 0 ? `-${i}` : ''}`);
  });

const toStranger = (username: string, i = 0) => {
  const [name = '', domain] = username.split('@');
  const unknown = `${name}-nobody${i || ''}`;
  return domain === undefined ? unknown : `${unknown}@${domain}`;
};

const logInUnknown = (bench: Bench) => bench.once('unknown user', () => logInStranger(bench));

/** Tries a wrong password for an unknown name, which is the same one for each `i`. */
export const logInStranger = (bench: Bench, i = 0) => {
  const { username, password } = bench.settings;
  return logInRefused(bench, toStranger(username, i), `not-${password}`);
};

export const limit = blocked('a limit on logins is reached (429)');
const isLimited = ({ reply }: Refused) => reply.status === 429;

/**
 * Logs in rightly after logins that were refused, and says why they prove nothing where that is
 * refused too: an account that is locked, or a limit. `null` where they do.
 */
export const findLock = (bench: Bench, key: string) =>
  bench.once(`lock ${key}`, async (): Promise<Verdict | null> => {
    try {
      await bench.renew();
      return null;
    } catch (error) {
      if (!(error instanceof LoginLost)) throw error;
      if (!error.isRefused) return skip(error.message);
      return blocked(`the right password is refused as well by now: ${error.message}`);
    }
  });

/** Tries a wrong password and an unknown name, and then the right ones. */
export const tryRefusals = (bench: Bench) =>
  bench.once('refusals', async () => {
    const [wrong, unknown] = [await logInWrongly(bench), await logInUnknown(bench)];
    const isSpent = isLimited(wrong) || isLimited(unknown);
    const lock = isSpent ? limit : await findLock(bench, 'wrong password');
    return { wrong, unknown, lock };
  });

/** Returns how a login ended, but for its words. */
const toOutcome = (refused: Refused, bench: Bench) =>
  toShown({ ...refused, seen: { ...refused.seen, text: '' } }, bench);

/** So many pairs of wrong passwords tell that the words of a refusal are the same each time. */
const PAIRS = 2;

/** Says why a difference proves nothing where one name is refused in other words each time. */
async function findChance(bench: Bench, wrong: Refused): Promise<Verdict | null> {
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const i of [1, 2]) {
      const again = await logInWrongly(bench, 2 * pair + i);
      if (toShown(again, bench) === toShown(wrong, bench)) continue;
      return skip('a wrong password is refused in other words each time');
    }
    // A right login ends the count of wrong ones, before there are three.
    const lock = await findLock(bench, `pair ${pair}`);
    if (lock) return lock;
  }
  return null;
}

/** Returns what an answer shows, without what differs each time and without the name that was sent. */
export function toShown({ reply, seen }: Refused, { settings: { username } }: Bench): string {
  const names = [toStranger(username), username];
  const location = reply.headers.get('location') ?? '';
  const body = seen.text
    .slice(0, 65_536)
    .replace(/<input\b[^<>]*type=["']?hidden[^<>]*>|<meta\b[^<>]*>/gi, '')
    .replace(/[\da-f]{8}-[\da-f-]{27}|\b[\w-]{32,}\b|\d{4}-\d\d-\d\dT[\d:.]+Z/gi, '…');
  // A count of attempts that are left is no name.
  const counted = body.replace(/\d+/g, '#');
  // Some write the name back in lower case.
  const shown = [reply.status, location, seen.status, counted].join(' ').toLowerCase();
  return names.reduce((text, name) => text.replaceAll(name.toLowerCase(), '(name)'), shown);
}

/** Lists passwords that are wrong by a little: what a server cuts or folds before it compares lets them in. */
function listNear(password: string): readonly (readonly [string, string])[] {
  const toggle = (letter: string) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const others: readonly (readonly [string, string])[] = [
    ['the right one without its last letter', [...password].slice(0, -1).join('')],
    ['the right one with a letter more', `${password}x`],
    ['the right one in the other case', [...password].map(toggle).join('')],
  ];
  return others.filter(([, text]) => text !== password && text !== '');
}

/** Tries passwords that are wrong by a little, up to one that opens; `null` where none does. */
async function findNear(bench: Bench): Promise<Verdict | null> {
  for (const [i, [words, password]] of listNear(bench.settings.password).entries()) {
    const holder = await tryLogin(bench, bench.settings.username, password);
    // An attempt more would be worth nothing.
    if (holder.reply.status === 429) return null;
    if (await bench.opens(holder)) return say('fail', `${words} opens the profile`);
    // A right login ends the count of wrong ones, before there are three.
    const lock = i === 0 ? null : await findLock(bench, `near password ${i}`);
    if (lock) return lock;
  }
  return null;
}

export const LOGIN_CHECKS: readonly Check[] = [
  {
    id: 'login.wrongPassword',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'a wrong password opens nothing',
    why: 'Whoever knows a name would be that user.',
    async run(bench) {
      const { wrong, lock } = await tryRefusals(bench);
      const came = describeReply(wrong.reply);
      if (await bench.opens(wrong.holder)) return say('fail', came);
      if (lock) return lock;
      return (await findNear(bench)) ?? pass(came);
    },
  },
  {
    id: 'login.refusal',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'a wrong password is refused with 401, or leads a form back',
    why: 'Clients, proxies and monitors go by the status: behind a 200 a refusal looks like a login.',
    follows: ['login.wrongPassword'],
    async run(bench) {
      const { wrong, lock } = await tryRefusals(bench);
      if (lock) return lock;
      const came = describeReply(wrong.reply);
      const { as, graph } = bench.found.login;
      const isForm = as !== 'json';
      if (graph && wrong.reply.status === 200) return skip('GraphQL refuses with 200');
      if (wrong.reply.status === 401) return pass(came);
      if (isForm && (isRedirect(wrong.reply) || isHtml(wrong.reply))) return pass(came);
      const isWrong = isOk(wrong.reply) || wrong.reply.status >= 500;
      return say(isWrong ? 'warn' : 'note', came);
    },
  },
  {
    id: 'login.unknownUser',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'an unknown name gets the same answer as a wrong password',
    why: 'A difference tells a stranger which names exist, and so which ones to guess passwords for.',
    follows: ['login.wrongPassword'],
    async run(bench) {
      const { wrong, unknown, lock } = await tryRefusals(bench);
      if (lock) return lock;
      if (toShown(wrong, bench) === toShown(unknown, bench)) return pass('the same');
      const isStatus = toOutcome(wrong, bench) !== toOutcome(unknown, bench);
      const chance = isStatus ? null : await findChance(bench, wrong);
      if (chance) return chance;
      const flash = ({ reply, seen }: Refused) =>
        isRedirect(reply)
          ? `${describeReply(reply)}, which shows ${sayText(seen)}`
          : describeReply(reply);
      return say('warn', `${flash(unknown)}; for a wrong password ${flash(wrong)}`);
    },
  },
  {
    id: 'login.echo',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'a refusal does not repeat the password',
    why: 'It is the right one but for a letter, or the one for another site, and lies in logs and in the browser’s tools. Fill in the name again, and express-validator’s value leave out.',
    follows: ['login.wrongPassword'],
    async run(bench) {
      const { wrong, lock } = await tryRefusals(bench);
      const sent = `not-${bench.settings.password}`;
      for (const reply of [wrong.reply, wrong.seen]) {
        const leaf = listMembers(reply).find(
          ({ value }) => typeof value === 'string' && value.includes(sent),
        );
        if (!leaf) continue;
        const where = leaf.path.join('.') || 'the body';
        return say('warn', `${reply.method} ${reply.url.pathname} has it as ${where}`);
      }
      return lock ?? pass('it does not');
    },
  },
];

/** Returns the text of a page, as far as it tells. */
const sayText = ({ text, hide = (shown) => shown }: Reply) =>
  `“${hide(toText(text).slice(0, 400)).slice(0, 80)}”`;
