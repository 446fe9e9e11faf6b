import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Answer, Question } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';

/** The parts of a session server that can be replaced by broken ones. */
const PARTS = {
  accepts: isAda as (question: Question) => boolean,
  refuseLogin: (): Answer => REFUSED,
  refuse: (): Answer => REFUSED,
  /** Returns the ID after a login that came with `_old`. */
  toId: (_old: string | undefined): string => randomBytes(16).toString('hex'),
  toCookie: (id: string): string => `sid=${id}; Path=/; HttpOnly; SameSite=Lax`,
  welcome: (_id: string): unknown => ({ userId: 'abc123' }),
  keepsOld: false,
  logsOut: ['POST /logout'],
  farewell: (): Answer => ({
    status: 204,
    headers: { 'Set-Cookie': 'sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT' },
  }),
};

/** Makes a session server with unsigned IDs and without a flaw, but for the parts that are given. */
export function servePlainSessions(flaw: Partial<typeof PARTS> = {}): RequestListener {
  const parts = { ...PARTS, ...flaw };
  const known = new Set<string>();
  return servePlainly((question) => {
    const { route, body } = question;
    const old = question.cookies.get('sid');
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: { error: 'bad_request' } };
      if (!parts.accepts(question)) return parts.refuseLogin();
      const id = parts.toId(old);
      if (old && !parts.keepsOld) known.delete(old);
      known.add(id);
      return {
        status: 200,
        headers: { 'Set-Cookie': parts.toCookie(id) },
        body: parts.welcome(id),
      };
    }
    if (route === 'GET /profile') {
      if (!known.has(old ?? '')) return parts.refuse();
      return { status: 200, body: { userId: 'abc123' } };
    }
    if (!parts.logsOut.includes(route)) return NOT_FOUND;
    known.delete(old ?? '');
    return parts.farewell();
  });
}
