import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { Reply } from './exchange.ts';
import { exchange } from './exchange.ts';
import type { Jar, SentCookie } from './jar.ts';
import { openJar } from './jar.ts';
import type { CheckSettings } from './settings.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface VisitReply extends Reply {
  /** The cookies that it brought with a value. */
  readonly cookies: readonly SentCookie[];
}

/** A client of one server with cookies of its own. Each verb is one exchange. @throws WireError */
export interface Visitor {
  readonly jar: Jar;
  logIn(credentials?: Credentials): Promise<VisitReply>;
  /** Sends any text in place of the login's JSON. */
  postLogin(body: string): Promise<VisitReply>;
  getProfile(token?: string): Promise<VisitReply>;
  logOut(token?: string, method?: 'GET' | 'POST'): Promise<VisitReply>;
  /** The path of the profile, as the request line has it. */
  readonly profilePath: string;
}

/** What a lane has at hand to make visitors: `planted` cookies are there before the first request. */
export type OpenVisitor = (planted?: readonly StoredCookie[]) => Visitor;

/** Prepares visitors to a server. Each reply goes to `watch` too. */
export function prepareVisitors(
  server: URL,
  settings: CheckSettings,
  watch: (reply: Reply) => void,
): OpenVisitor {
  const base = server.pathname.replace(/\/$/, '');
  const profilePath = base + settings.profilePath;
  const now = Math.floor(Date.now() / 1000);
  return (planted = []) => {
    const jar = openJar(server, now, planted);

    async function send(method: 'GET' | 'POST', path: string, token?: string, body?: string) {
      const cookie = jar.toHeader(path);
      const headers = {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(cookie !== null && { Cookie: cookie }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      };
      const reply = await exchange(server, { method, path, headers, body }, settings.timeout);
      watch(reply);
      return { ...reply, cookies: jar.store(reply) };
    }

    const postLogin = (body: string) => send('POST', base + settings.loginPath, undefined, body);
    return {
      jar,
      profilePath,
      postLogin,
      logIn({ username, password } = settings) {
        const { usernameField, passwordField } = settings;
        return postLogin(JSON.stringify({ [usernameField]: username, [passwordField]: password }));
      },
      getProfile: (token) => send('GET', profilePath, token),
      logOut: (token, method = 'POST') => send(method, base + settings.logoutPath, token),
    };
  };
}
