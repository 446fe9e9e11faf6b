import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import type session from 'express-session';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import { createTokenApp } from '../../../src/reference/tokenServer.js';
import { toBase64url } from '../../../src/sim/base64.ts';
import { seededBytes } from '../../../src/sim/seededBytes.ts';
import type { Settings } from '../../../src/sim/settings.ts';

const SID_BYTES = 24;
type Store = InstanceType<typeof session.MemoryStore>;
type Regenerable = Record<'regenerate' | 'destroy', (done: () => void) => void>;
interface SessionRequest {
  readonly session: Regenerable & { userId?: string };
}

/** Gives the session IDs of a Scenario, in the order in which it draws them. */
export function makeGenid(seed: string): () => string {
  let n = 0;
  return () => toBase64url(seededBytes(seed, 'sid', n++, SID_BYTES));
}

/** What a server does that leaves out one of the three steps which the reference server takes. */
function toHandlers({ regenerate, destroyAtLogout, clearCookieAtLogout }: Settings['session']) {
  return {
    ...(!regenerate && {
      async logIn(req: SessionRequest, user: { id: string }) {
        req.session.userId = user.id;
      },
    }),
    ...(!(destroyAtLogout && clearCookieAtLogout) && {
      async logOut(req: SessionRequest, res: { clearCookie(name: string): void }) {
        if (destroyAtLogout) await promisify(req.session.destroy).call(req.session);
        if (clearCookieAtLogout) res.clearCookie('connect.sid');
      },
    }),
  };
}

/**
 * Makes the reference session server that a Scenario is about. Where the Scenario has the server's
 * own defaults nothing is handed in, so that the defaults are what is compared.
 */
export function makeSessionApp(
  { session: wanted }: Settings,
  parts: { store: Store; genid: () => string },
): RequestListener {
  const { secrets, lifetime, httpOnly, secure, sameSite, rolling, saveUninitialized } = wanted;
  const cookie = {
    ...(lifetime !== 900 && { maxAge: lifetime === null ? null : lifetime * 1000 }),
    ...(!httpOnly && { httpOnly }),
    ...(secure && { secure }),
    ...(sameSite !== 'lax' && { sameSite: sameSite ?? undefined }),
  };
  return createSessionApp({
    ...parts,
    ...toHandlers(wanted),
    secret: [...secrets],
    cookie,
    ...(rolling && { rolling }),
    ...(saveUninitialized && { saveUninitialized }),
  } as object);
}

/** Makes the reference token server that a Scenario is about. */
export function makeTokenApp({ token }: Settings): RequestListener {
  const { secret, lifetime } = token;
  return createTokenApp({ secret, ...(lifetime !== 900 && { lifetime }) } as object);
}
