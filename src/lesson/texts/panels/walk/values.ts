import type { RichText } from '../../../telling.ts';
import type { TermId } from '../../terms/terms.ts';

const sayRecord = (sid: string): RichText => [
  { term: 'session-id', text: 'Session ID' },
  ' ',
  { code: sid },
  ': 24 random bytes as ',
  { term: 'base64url', text: 'base64url' },
  '.',
];

const SIGNED: RichText = [
  { term: 'hmac', text: 'HMAC-SHA256' },
  ' over the two parts before it, under the server’s ',
  { term: 'secret', text: 'secret' },
  '.',
];

/** What is said of the tracker's values where they are shown in full. */
export const VALUE_TEXTS = {
  noCookie: 'There is no session cookie at this step.',
  sayUntil: (until: string) => `In the jar until ${until}.`,
  noRecord: 'The store is empty at this step.',
  noStore: 'There is no store: the data is in the cookie, and nowhere else.',
  sayRecord,
  sayMore: (count: number) => `The store holds ${count} more.`,
  noToken: 'There is no token at this step.',
  discarded: 'The client has thrown it away; a copy would read like this:',
  parts: 'Header, payload and signature. The first two are base64url, not encryption:',
  noHeader: 'The header is no JSON object.',
  noPayload: 'The payload is no JSON object.',
  signature: { term: 'signature', text: 'signature' },
  signed: SIGNED,
} as const;

/** What the members of a token mean, by their names. */
export const CLAIM_MEANINGS: Readonly<Record<string, string>> = {
  alg: 'how it is signed; the server decides what it accepts, not this field',
  typ: 'what it is',
  id: 'the user, readable by everybody who holds the token',
  iat: 'issued at',
  exp: 'expires at',
};

/** Those of them that the glossary has. */
export const CLAIM_TERMS: Readonly<Partial<Record<string, TermId>>> = {
  alg: 'alg',
  typ: 'typ',
  kid: 'kid',
  sub: 'sub',
  iat: 'iat',
  exp: 'exp',
  nbf: 'nbf',
  jti: 'jti',
  iss: 'iss',
  aud: 'aud',
};
