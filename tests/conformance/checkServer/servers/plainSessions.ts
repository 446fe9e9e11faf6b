import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Answer, Question } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';

/** The parts of a session server that can be replaced by broken ones. */
const PARTS = {
  name: 'sid',
  /** Stands before all routes. */
  prefix: '',
  accepts: isAda as (question: Question) => boolean,
  refuseLogin: (_question: Question): Answer => REFUSED,
  refuse: (): Answer => REFUSED,
  /** Returns the ID after a login that came with `_old`. */
  toId: (_old: string | undefined): string => randomBytes(16).toString('hex'),
  /** Reads the ID out of what the cookie holds; `undefined` for what is none. */
  readId: (value: string | undefined): string | undefined => value,
  toCookie: (id: string): string | string[] => `sid=${id}; Path=/; HttpOnly; SameSite=Lax`,
  welcome: (_id: string): unknown => ({ userId: 'abc123' }),
  profile: { userId: 'abc123' } as unknown,
  profileRoute: 'GET /profile',
  keepsOld: false,
  /** Whether a login by somebody who is in already is answered without one. */
  sendsOn: false,
  endsOthers: false,
  logsOut: ['POST /logout'],
  endsSession: true,
  farewell: (): Answer => ({
    status: 204,
    headers: { 'Set-Cookie': 'sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT' },
  }),
  refusesOrigin: (_origin: string | undefined): boolean => false,
  /** To all other routes. */
  nothing: (_route: string): Answer => NOT_FOUND,
  /** Of the profile's answer. */
  headers: (_question: Question): Readonly<Record<string, string>> => ({}),
};

/** Makes a session server with unsigned IDs and without a flaw, but for the parts that are given. */
export function servePlainSessions(flaw: Partial<typeof PARTS> = {}): RequestListener {
  const parts = { ...PARTS, ...flaw };
  const known = new Set<string>();
  return servePlainly((question) => {
    const { body } = question;
    if (!question.route.includes(` ${parts.prefix}/`)) return NOT_FOUND;
    const route = question.route.replace(` ${parts.prefix}/`, ' /');
    const old = parts.readId(question.cookies.get(parts.name));
    if (!route.startsWith('GET') && parts.refusesOrigin(question.origin)) return { status: 403 };
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: { error: 'bad_request' } };
      if (parts.sendsOn && known.has(old ?? ''))
        return { status: 200, body: parts.welcome(old ?? '') };
      if (!parts.accepts(question)) return parts.refuseLogin(question);
      const id = parts.toId(old);
      if (old && !parts.keepsOld) known.delete(old);
      if (parts.endsOthers) known.clear();
      known.add(id);
      return {
        status: 200,
        headers: { 'Set-Cookie': parts.toCookie(id) },
        body: parts.welcome(id),
      };
    }
    if (route === parts.profileRoute) {
      if (!known.has(old ?? '')) return parts.refuse();
      const profile = typeof parts.profile === 'function' ? parts.profile() : parts.profile;
      return { status: 200, body: profile, headers: parts.headers(question) };
    }
    if (!parts.logsOut.includes(route)) return parts.nothing(route);
    if (parts.endsSession) known.delete(old ?? '');
    return parts.farewell();
  });
}
