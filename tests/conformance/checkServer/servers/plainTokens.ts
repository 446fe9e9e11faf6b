import { createHmac } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Answer, Question } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';

type Claims = Readonly<Record<string, unknown>>;

const SECRET = 'a secret of the tests that stands in no list';
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Reads a part of a token. @throws SyntaxError */
export const decode = (part = ''): Claims =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) ?? {};

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS512: 'sha512' };

const toMac = (alg: string, text: string, secret: string) =>
  createHmac(HASHES[alg] ?? '', secret)
    .update(text)
    .digest('base64url');

/** Signs claims as a JWT. */
export function sign(claims: Claims, secret = SECRET): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${toMac('HS256', text, secret)}`;
}

/** Verifies a token's signature with any of the algorithms. @throws Error */
export function verifySignature(token: string, algorithms = ['HS256'], secret = SECRET): Claims {
  const [header, payload, signature] = token.split('.');
  const alg = String(decode(header).alg);
  if (!algorithms.includes(alg)) throw new Error('not that algorithm');
  if (toMac(alg, `${header}.${payload}`, secret) !== signature)
    throw new Error('not our signature');
  return decode(payload);
}

/** Verifies a token like all libraries do: with the time. @throws Error */
export function verify(token: string, algorithms = ['HS256'], secret = SECRET): Claims {
  const claims = verifySignature(token, algorithms, secret);
  if (Number(claims.exp) * 1000 <= Date.now()) throw new Error('over');
  return claims;
}

/** Tells whose token it is; `null` for one that is not right. */
export function readOwner(token: string): unknown {
  try {
    return verify(token).id;
  } catch {
    return null;
  }
}

export const toClaims = () => {
  const iat = Math.floor(Date.now() / 1000);
  return { id: 'abc123', iat, exp: iat + 900 };
};

const toBadRequest = (): Answer => ({ status: 400, body: { error: 'bad_request' } });

/** The parts of a token server that can be replaced by broken ones. */
const PARTS = {
  accepts: isAda as (question: Question) => boolean,
  refuseLogin: (): Answer => REFUSED,
  refuseBody: toBadRequest,
  welcome: (): Answer => ({ status: 200, body: { token: sign(toClaims()) } }),
  read: (token: string): Claims | Promise<Claims> => verify(token),
  /** Takes the token out of a question. */
  take: ({ token }: Question): string => token,
  refuse: (_error: unknown): Answer => REFUSED,
  profile: (id: unknown): unknown => ({ userId: id }),
  logOut: (_token: string): Answer | null => null,
  /** To all other routes. */
  nothing: (_route: string): Answer => NOT_FOUND,
};

/** Makes a token server without a flaw, but for the parts that are given. */
export function servePlainTokens(flaw: Partial<typeof PARTS> = {}): RequestListener {
  const parts = { ...PARTS, ...flaw };
  return servePlainly(async (question) => {
    switch (question.route.replace(/\?.*/, '')) {
      case 'POST /login':
        if (!question.body) return parts.refuseBody();
        return parts.accepts(question) ? parts.welcome() : parts.refuseLogin();
      case 'GET /profile':
        try {
          return { status: 200, body: parts.profile((await parts.read(parts.take(question))).id) };
        } catch (error) {
          return parts.refuse(error);
        }
      case 'POST /logout':
        return parts.logOut(question.token) ?? parts.nothing(question.route);
      default:
        return parts.nothing(question.route);
    }
  });
}
