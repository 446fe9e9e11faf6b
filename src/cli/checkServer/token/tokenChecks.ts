import type { Check } from '../shared/recorder.ts';
import { SHARED_CHECKS } from '../shared/sharedChecks.ts';

/** What is asked of a server with tokens. */
export const TOKEN_CHECKS = {
  ...SHARED_CHECKS,
  'token.isJwt': {
    step: 3,
    expected: 'the token is a JWT: three parts, the first two JSON objects in base64url',
    why: 'An opaque token is fine too, but then the server looks it up, and what follows cannot be tried.',
  },
  'token.algorithm': {
    step: 3,
    expected: 'its header names an algorithm that signs',
    why: 'With alg none the token is a note that everybody can write.',
  },
  'token.noSecrets': {
    step: 3,
    expected: 'its payload holds no password',
    why: 'The payload is signed, not encrypted: whoever has the token reads it.',
  },
  'token.inBody': {
    step: 4,
    expected: 'the answer to the login is JSON and holds the token',
    why: 'The client’s code takes it from there; --token-field names another member.',
  },
  'token.noStore': {
    step: 4,
    expected: 'the answer with the token says Cache-Control: no-store',
    why: 'A token in a cache is a copy that outlives the logout; OAuth (RFC 6749, section 5.1) demands the field.',
  },
  'token.travels': {
    step: 6,
    expected: 'the token fits into an Authorization header (RFC 6750, at most 8 KiB)',
    why: 'Node refuses headers over 16 KiB altogether, with 431, and proxies do so earlier.',
  },
  'token.payload': {
    step: 7,
    expected: 'a token with a changed payload is refused',
    why: 'Otherwise everybody writes any user’s name into it. jwt.decode() checks nothing: jwt.verify() does.',
  },
  'token.signature': {
    step: 7,
    expected: 'a token with a changed signature is refused',
    why: 'The signature is the whole proof: unchecked, it proves nothing.',
  },
  'token.none': {
    step: 7,
    expected: 'a token with alg none and no signature is refused',
    why: 'The token would choose how it is verified, and choose not at all. Give verify() a list: algorithms: ["HS256"].',
  },
  'token.malformed': {
    step: 7,
    expected: 'what is no token is refused with a 4xx status',
    why: 'A 500 shows an error that nobody caught, which anybody can bring about.',
  },
  'token.secret': {
    step: 7,
    expected: 'the token is not signed with a secret out of a tutorial',
    why: 'Whoever tries a list of well-known secrets signs tokens for any user. Take 32 random bytes from the environment.',
  },
  'token.otherAlgorithm': {
    step: 7,
    expected: 'a token signed rightly, but with HS512, is refused',
    why: 'verify() without a list of algorithms leaves the choice to the token. Give it one: algorithms: ["HS256"].',
  },
  'logout.revoked': {
    step: 10,
    expected: 'where the server offers a logout, it refuses the token afterwards',
    why: 'A token works until exp wherever a copy lies. A logout on the server needs a deny-list of jti, or must not promise one.',
  },
  'token.exp': {
    step: 12,
    expected: 'the token has an exp that lies ahead',
    why: 'Without exp a stolen token works for ever. expiresIn is a number of SECONDS: as a string, "900" means milliseconds.',
  },
  'token.expSeconds': {
    step: 12,
    expected: 'exp is in seconds',
    why: 'Date.now() gives milliseconds: read as seconds that lies tens of thousands of years ahead, and the token never expires.',
  },
  'token.lifetime': {
    step: 12,
    expected: 'the token lives a day at most',
    why: 'It cannot be taken back: its lifetime is how long a thief has. 15 minutes, and a refresh token, are usual.',
  },
} as const satisfies Record<string, Check>;

export type TokenCheck = keyof typeof TOKEN_CHECKS;
