import type { Bench } from '../../control/bench.ts';
import type { Holder } from '../../discover/holder.ts';
import { postLogin, toLoginBody } from '../../discover/login.ts';
import { describeReply, isOk, isRedirect } from '../../wire/reply.ts';
import type { Body, VisitReply } from '../../wire/visitor.ts';
import { openVisitor, toForm } from '../../wire/visitor.ts';
import { ALL_KINDS, type Check, pass, say } from '../check.ts';
import { findLock, limit, tryLogin } from './loginChecks.ts';

/** What a login was given that is none, and what came of it. */
interface Tried {
  readonly what: string;
  readonly reply: VisitReply;
  readonly isOpen: boolean;
}

async function judgeTry(bench: Bench, what: string, holder: Holder): Promise<Tried> {
  const { reply } = holder;
  const mayBeIn = isOk(reply) || isRedirect(reply);
  return { what, reply, isOpen: mayBeIn && (await bench.opens(holder)) };
}

/** Sends what only code that checks nothing takes for a password. */
export const probeCredentials = (bench: Bench) =>
  bench.once('credentials', async () => {
    const { username } = bench.settings;
    const { login } = bench.found;
    const tried: Tried[] = [];
    const passwords: readonly (readonly [string, unknown])[] =
      login.as === 'json'
        ? [
            // What is worst comes first: after a few, some servers lock the account.
            ['{"$ne":null} as password', { $ne: null }],
            ['an empty password', ''],
            ['the number 0 as password', 0],
            ['true as password', true],
          ]
        : [['an empty password', '']];
    for (const [what, password] of passwords) {
      tried.push(await judgeTry(bench, what, await tryLogin(bench, username, password)));
    }
    const { passwordField } = login;
    const nothing = { $ne: null };
    const alone = toLoginBody(login, { username });
    const bodies: readonly (readonly [string, Body])[] = [
      ['no password at all', alone],
      login.as === 'json'
        ? [
            '{"$ne":null} as name and password',
            toLoginBody(login, { username: nothing, password: nothing }),
          ]
        : [
            'password[$ne]= as password',
            {
              ...alone,
              text: `${alone.text}&${new URLSearchParams({ [`${passwordField}[$ne]`]: '' })}`,
            },
          ],
    ];
    for (const [what, body] of bodies) tried.push(await tryBody(bench, what, body));
    return tried;
  });

async function tryBody(bench: Bench, what: string, body: Body | undefined): Promise<Tried> {
  const visitor = openVisitor(bench.net);
  const reply = await postLogin(visitor, bench.found.login, (fields) =>
    body?.type.includes('urlencoded') && Object.keys(fields).length > 0
      ? { ...body, text: `${body.text}&${new URLSearchParams(fields)}` }
      : body,
  );
  return judgeTry(bench, what, { visitor, reply, tokens: [], token: null, landing: null });
}

const probeBodies = (bench: Bench) =>
  bench.once('bodies', async () => {
    const json = (text: string) => ({ type: 'application/json', text });
    const tried: Tried[] = [];
    const bodies: readonly (readonly [string, Body | undefined])[] = [
      ...(bench.found.login.as === 'json'
        ? ([
            ['broken JSON', json('{"broken')],
            ['null', json('null')],
            ['an empty object', json('{}')],
          ] as const)
        : [['an empty form', toForm({})] as const]),
      ['no body at all', undefined],
    ];
    for (const [what, body] of bodies) tried.push(await tryBody(bench, what, body));
    return tried;
  });

/** Says why refusals prove nothing: a limit, or a lock. */
export async function findSpent(bench: Bench, tried: readonly Tried[]) {
  if (tried.some(({ reply }) => reply.status === 429)) return limit;
  return findLock(bench, 'nonsense');
}

const quote = ({ what, reply }: Tried) => `${what}: ${describeReply(reply)}`;

/** What may end a server comes last in the table. */
export const INPUT_CHECKS: readonly Check[] = [
  {
    id: 'login.noPassword',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'a known name without the password, or with what is no text, opens nothing',
    why: 'An object such as {"$ne":null} goes into a query as a condition that everybody meets; a comparison with nothing may hold. Take text only.',
    follows: ['login.wrongPassword'],
    async run(bench) {
      const tried = await probeCredentials(bench);
      const open = tried.find(({ isOpen }) => isOpen);
      if (open) return say('fail', quote(open));
      return (await findSpent(bench, tried)) ?? pass('refused');
    },
  },
  {
    id: 'login.badInput',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'a login of nonsense is refused with a 4xx status',
    why: 'Nonsense is a mistake of whoever sends it: a 500 says that the server failed, and anybody can bring that about.',
    async run(bench) {
      const tried = [...(await probeCredentials(bench)), ...(await probeBodies(bench))];
      const crashed = tried.filter(({ reply }) => reply.status >= 500);
      const [first] = crashed;
      const spent = first ? null : await findSpent(bench, tried);
      if (spent) return spent;
      if (!first) return pass(`${tried.length} kinds of it, none with a 5xx status`);
      const others = crashed.slice(1).map(({ what }) => what);
      return say('warn', [quote(first), ...others.map((what) => `also ${what}`)].join('; '));
    },
  },
];
