import cookieSignature from 'cookie-signature';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { Frame } from '../../src/sim/frame.ts';
import { exceedsHeaderLimit } from '../../src/sim/http/headerLimit.ts';
import type { Message } from '../../src/sim/message.ts';
import { getHeader } from '../../src/sim/message.ts';
import { listRecords } from '../../src/sim/session/store.ts';
import type { Settings } from '../../src/sim/settings.ts';
import type { State } from '../../src/sim/state.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun, anySettings } from './arbitraries.ts';

/*
 * The engine's verdict on every request of any run, against what the libraries' own rules say:
 * jose itself, and for sessions cookie-signature itself and the rule that MemoryStore has.
 */
const RUNS = 200;
const TIMEOUT_MS = 120_000;

interface Asked {
  readonly request: Message;
  readonly before: State;
  readonly settings: Settings;
}

const readCookie = (request: Message, name: string) =>
  (getHeader(request, 'Cookie') ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

function isRoleMissing({ request: { target }, before, settings }: Asked): boolean {
  const role = before.users?.[settings.user.id]?.role ?? settings.user.role;
  return target === '/admin' && role !== 'admin';
}

function isSessionGood(asked: Asked): boolean {
  const { request, before, settings } = asked;
  const { cookieName = 'connect.sid' } = settings.session;
  const value = decodeURIComponent(readCookie(request, cookieName) ?? '');
  const server = before.servers[request.to];
  if (!value.startsWith('s:') || !server?.store || before.stores[server.store]?.down) return false;
  const signed = value.slice(2);
  const sid = server.secrets
    .map((secret) => cookieSignature.unsign(signed, secret))
    .find((found) => found !== false);
  const record = listRecords(before.stores[server.store] ?? { sessions: {} }).find(
    ([id]) => id === sid,
  )?.[1];
  if (!record) return false;
  const now = (before.clock + server.clockOffset) * 1000;
  const { expires } = record.cookie;
  if (expires !== null && Date.parse(expires) <= now) return false;
  if (record.endsAt !== undefined && record.endsAt * 1000 <= now) return false;
  // What was copied at the login is believed, and nobody is asked about a ban.
  if (settings.session.copiesUser)
    return record.userId !== undefined && !(request.target === '/admin' && record.role !== 'admin');
  if (before.users?.[settings.user.id]?.banned) return false;
  return record.userId !== undefined && !isRoleMissing(asked);
}

async function isTokenGood({ request, before, settings }: Asked): Promise<boolean> {
  if (exceedsHeaderLimit(request)) return false;
  const bearer = getHeader(request, 'Authorization')?.slice('Bearer '.length);
  const { keptIn, cookieName = 'token' } = settings.token;
  const token = keptIn === 'cookie' ? readCookie(request, cookieName) : bearer;
  const server = before.servers[request.to];
  if (!token || !server) return false;
  const { algorithms = ['HS256'], leeway = 0, audience, issuer, checkTyp } = settings.token;
  const own = request.to === 'server2' ? settings.second?.tokenAudience : undefined;
  const named = own ?? audience;
  const find = () => {
    const at = server.keyIds?.indexOf(decodeProtectedHeader(token).kid ?? '') ?? 0;
    const secret = server.secrets[at];
    if (secret === undefined) throw new Error('no such key');
    return new TextEncoder().encode(secret);
  };
  try {
    const { payload } = await jwtVerify(token, find, {
      algorithms: [...algorithms],
      clockTolerance: leeway,
      ...(checkTyp && { typ: 'at+jwt' }),
      ...(named !== undefined && { audience: named }),
      ...(issuer !== undefined && { issuer }),
      currentDate: new Date((before.clock + server.clockOffset) * 1000),
    });
    const { validSince } = before.users?.[settings.user.id] ?? {};
    if (settings.token.comparesIat && validSince !== undefined && Number(payload.iat) < validSince)
      return false;
    if (server.denyList && payload.jti !== undefined && server.listsDown) return false;
    if (server.denyList && Object.hasOwn(server.denyList, payload.jti ?? '')) return false;
    return request.target !== '/admin' || payload.role === 'admin';
  } catch {
    return false;
  }
}

const findSent = (frame: Frame, lane: 'session' | 'token') =>
  frame[lane].messages.find(({ kind, target }) => kind === 'request' && target !== '/refresh');

test(
  'a request is allowed exactly when the real rules allow it',
  async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(anyRun(25), async ({ settings, actions }) => {
        // Unfolded, so that the State at the moment of the request can be looked at.
        const spread = actions.map(({ fold: _, ...action }) => action as (typeof actions)[0]);
        const scenario = { id: 'any', title: '', question: '', settings, actions: spread };
        const { frames } = await runScenario(scenario);
        for (const [i, frame] of frames.entries()) {
          if (!frame.kind.endsWith('.send')) continue;
          const verdict = frames[i + 1] as Frame;
          const session = findSent(frame, 'session');
          if (session) {
            judged++;
            const asked = { request: session, before: frame.session.state, settings };
            expect(verdict.session.outcome.allowed).toBe(isSessionGood(asked));
          }
          const token = findSent(frame, 'token');
          if (token) {
            const asked = { request: token, before: frame.token.state, settings };
            expect(verdict.token.outcome.allowed).toBe(await isTokenGood(asked));
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(judged).toBeGreaterThan(RUNS);
  },
  TIMEOUT_MS,
);

test(
  'after destroy no request with that session ID is ever allowed, unless one that was under way wrote it back',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(40), async ({ settings, actions }) => {
        const scenario = { id: 'any', title: '', question: '', settings, actions };
        const { frames } = await runScenario(scenario);
        // By store: another server's own store may know the same ID.
        const destroyed = new Set<string>();
        for (const { kind: step, session } of frames) {
          const { proof, allowed } = session.outcome;
          const asked = session.messages.find(({ method }) => method === 'get')?.to;
          const hit = allowed && proof && destroyed.has(`${asked} ${proof.credential}`);
          expect(Boolean(hit)).toBe(false);
          for (const { kind, method, to, target } of session.messages) {
            if (kind !== 'store') continue;
            if (method === 'destroy') destroyed.add(`${to} ${target}`);
            if (method === 'set' && step === 'slow.finish') destroyed.delete(`${to} ${target}`);
          }
        }
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

/** Nothing that would revoke a token, refuse its algorithm or its time, or make it too large for a header. */
const anyDesign = fc
  .record({
    settings: anySettings,
    lifetime: fc.integer({ min: 1, max: 2000 }),
    leeway: fc.constantFrom(undefined, 0, 30, 120),
  })
  .map(({ settings: { token, payload: _, ...rest }, lifetime, leeway }) => {
    const all = { ...token, lifetime, denyList: false };
    const { leeway: _l, algorithms: _a, notBefore: _n, ...design } = all;
    return { ...rest, token: { ...design, ...(leeway !== undefined && { leeway }) } };
  });

/** What may happen between the theft and the replay without any server hearing that the token is bad. */
const anyBetween = fc.array(
  fc.constantFrom<Action>(
    { type: 'request' },
    { type: 'wait', seconds: 60 },
    { type: 'wait', seconds: 450 },
    { type: 'logout' },
    { type: 'forget', fold: true },
    { type: 'login', fold: true },
    { type: 'replay' },
    { type: 'ban' },
  ),
  { maxLength: 12 },
);

/** Any time, and often about as long as the token lives, where a leeway decides. */
const anyWait = fc
  .record({ untilExp: fc.boolean(), seconds: fc.integer({ min: 0, max: 2200 }) })
  .map(({ untilExp, seconds }): Action[] =>
    untilExp
      ? [
          { type: 'wait', until: 'token' },
          { type: 'wait', seconds: seconds % 150 },
        ]
      : [{ type: 'wait', seconds }],
  );

test(
  'after a token logout without deny-list a replay is allowed until exp, and never after',
  async () => {
    const seen = { in: 0, out: 0, byLeeway: 0 };
    await fc.assert(
      fc.asyncProperty(anyDesign, anyBetween, anyWait, async (settings, between, waits) => {
        const actions: Action[] = [
          { type: 'login' },
          { type: 'steal' },
          ...between,
          { type: 'logout' },
          ...waits,
          { type: 'replay', fold: true },
        ];
        const scenario = { id: 'any', title: '', question: '', settings, actions };
        const { frames } = await runScenario(scenario);
        const { outcome, state } = (frames.at(-1) as Frame).token;
        const copies = state.clients.attacker?.stolen ?? [];
        // A refresh token may be a JWT as well: its ID is 32 random bytes.
        const stolen = copies.find(
          (item) => item.includes('.') && String(decodeJwt(item).jti ?? '').length !== 43,
        );
        // Where the browser refused the token's cookie there is nothing to steal.
        if (stolen === undefined) return;
        const { exp = Number.POSITIVE_INFINITY } = decodeJwt(stolen);
        const now = state.clock + (state.servers.server?.clockOffset ?? 0);
        const end = exp + (settings.token.leeway ?? 0);
        expect(outcome.allowed).toBe(now < end);
        expect(outcome.failure).toBe(now < end ? null : 'tokenExpired');
        seen[now < end ? 'in' : 'out'] += 1;
        if (now >= exp && now < end) seen.byLeeway += 1;
      }),
      { numRuns: RUNS },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
