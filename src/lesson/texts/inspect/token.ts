import type { FailureCode } from '../../../sim/outcome.ts';
import type { ChangeProblem } from '../../inspect/token/change.ts';
import type { ClaimTime, TimeClaim, TokenRemark } from '../../inspect/token/claims.ts';
import type { LibraryAnswer } from '../../inspect/token/jsonwebtoken.ts';
import type { PartProblem, ReadToken } from '../../inspect/token/readToken.ts';
import type { Disagreement, NoVerdict, TokenVerdict } from '../../inspect/token/verdict.ts';
import { formatDate, formatDuration } from '../../page/format.ts';
import type { Finding } from './finding.ts';

const CLAIMS: Readonly<Record<TimeClaim, string>> = {
  iat: 'Issued at',
  nbf: 'Not before',
  exp: 'Expires',
  auth_time: 'Logged in at',
};

/** Says what is wrong with a part. */
function sayProblem(problem: PartProblem): string {
  switch (problem.type) {
    case 'missing':
      return 'Is missing.';
    case 'letter':
      return `Letter ${problem.at + 1}, “${problem.letter}”, is none of base64url; what comes before it is read.`;
    case 'standardBase64':
      return 'Is in standard base64: + and / have to be - and _. Verifiers refuse it.';
    case 'padding':
      return 'Ends in =, which base64url in a token has not. Verifiers refuse it.';
    case 'length':
      return 'Has a letter too many or too few: it was cut, or something was lost.';
    case 'utf8':
      return 'Is no text in UTF-8.';
    case 'json':
      return 'Is no JSON.';
    case 'notObject':
      return 'Is JSON, but no object.';
  }
}

/** Says what a text is, before anything is verified. */
function sayKind({ kind, parts, signature }: ReadToken): string {
  if (kind === 'jwe')
    return 'An encrypted token (JWE): five parts. The header can be read, the rest only with the key.';
  if (kind === 'other')
    return 'No JWT: it has no dot. A session ID or an opaque token says nothing by itself; the server looks it up.';
  if (parts === 3 && signature.text === '')
    return 'A token without a signature: the last of its three parts is empty. Anybody can have written it.';
  if (parts === 3) return 'A signed token (JWS): three parts. Anybody can read it.';
  return `No whole JWT: it has ${parts} parts, and three is what it needs. Perhaps not all of it was copied.`;
}

function saySince(seconds: number, now: number): string {
  if (seconds === now) return 'now';
  return seconds > now
    ? `in ${formatDuration(seconds - now)}`
    : `${formatDuration(now - seconds)} ago`;
}

/** Says a time as a date, and how far it is from the clock. */
function sayTime({ value, seconds, isMilliseconds }: ClaimTime, now: number): string {
  if (seconds === null)
    return `${JSON.stringify(value)} is no number of seconds: verifiers refuse the token.`;
  if (isMilliseconds)
    return `${seconds} looks like milliseconds (${formatDate(seconds / 1000)}); the claim counts seconds.`;
  return `${formatDate(seconds)}, ${saySince(seconds, now)}`;
}

/** Which check failed, by jose. */
const FAILURES: Readonly<Partial<Record<FailureCode, string>>> = {
  tokenMalformed: 'The form: it is no header, payload and signature in base64url.',
  tokenClaimsInvalid: 'The claims: the payload is no JSON object, or a time in it is no number.',
  tokenSignatureInvalid:
    'The signature: it was signed with another secret, or was changed after it was signed.',
  tokenAlgorithmNotAllowed:
    'The algorithm: with a shared secret only HS256, HS384 and HS512 are let through.',
  tokenUnsupported: 'The header: it demands (crit) what the library does not know.',
};

const RESULTS: Readonly<Record<TokenVerdict['result'], string>> = {
  valid: 'Valid',
  expired: 'Signed right, but expired',
  notYet: 'Signed right, but not valid yet',
  invalid: 'Invalid',
};

const NO_VERDICTS: Readonly<Record<NoVerdict, string>> = {
  noSecret: 'Type the secret, and the signature is verified, here on this page.',
  noBase64: 'The secret is no base64.',
  noCrypto:
    'This browser verifies signatures on https and on localhost alone: open the page there.',
};

/** Its own messages. */
const ANSWERS: Readonly<Record<LibraryAnswer, string>> = {
  valid: 'lets it in',
  malformed: 'JsonWebTokenError: jwt malformed',
  invalidToken: 'JsonWebTokenError: invalid token',
  payloadSyntax: 'SyntaxError: the payload is no JSON',
  payloadNull: 'TypeError: Cannot read properties of null',
  signatureRequired: 'JsonWebTokenError: jwt signature is required',
  algorithm: 'JsonWebTokenError: invalid algorithm',
  pemSecret: 'JsonWebTokenError: secretOrPublicKey must be a symmetric key',
  signature: 'JsonWebTokenError: invalid signature',
  nbfType: 'JsonWebTokenError: invalid nbf value',
  notActive: 'NotBeforeError: jwt not active',
  expType: 'JsonWebTokenError: invalid exp value',
  expired: 'TokenExpiredError: jwt expired',
};

const DISAGREEMENTS: Readonly<Record<Disagreement, string>> = {
  lastLetter:
    'The last letter of the signature holds bits that nobody needs. jose compares the bytes, jsonwebtoken the text.',
  pem: 'The secret is a PEM text. jose is given its letters as a secret; jsonwebtoken takes it for a key pair’s, and refuses that for HMAC.',
  critical:
    'The header demands (crit) something. jose refuses what it does not know, jsonwebtoken does not look.',
  claims:
    'jose wants a payload that is a JSON object, and an iat that is a number. jsonwebtoken does not look.',
  strict: 'jose reads base64url and UTF-8 strictly, jsonwebtoken leaves out what it cannot read.',
  unknown: 'The two libraries read it in different ways.',
};

const RFC = { jwt: 'RFC 7519 section 4.1.4', jws: 'RFC 8725 section 2.1' } as const;

const REMARKS: Readonly<Record<TokenRemark, Finding>> = {
  noExp: {
    title: 'It never expires',
    why: 'There is no exp. Whoever gets a copy can use it for as long as the secret holds.',
    fix: "Sign it with an end: expiresIn: '15m'.",
    source: RFC.jwt,
  },
  algNone: {
    title: 'It is not signed: alg none',
    why: 'Anybody can write such a token. A server must not let it in.',
    fix: 'Name the algorithms that the server accepts when it verifies.',
    source: RFC.jws,
  },
  algPublicKey: {
    title: 'It is signed with a key pair, not with a secret',
    why: 'Its signature is verified with a public key. This page verifies HMAC (HS256, HS384, HS512) alone.',
    fix: null,
    source: 'RFC 7515 section 3.1',
  },
  secretInPayload: {
    title: 'There is a secret in the payload',
    why: 'A token is signed, not encrypted: anybody who has it reads all of it.',
    fix: 'Put the user’s ID into it, and nothing that others must not know.',
    source: 'RFC 7519 section 12',
  },
  longLife: {
    title: 'It lives for more than a year',
    why: 'A copy is good for as long. Perhaps a lifetime in milliseconds was taken for seconds.',
    fix: 'Give it minutes, and a refresh token.',
    source: RFC.jwt,
  },
  expBeforeIat: {
    title: 'It was over when it was issued',
    why: "exp is not after iat. expiresIn: '3600' as a text is milliseconds to jsonwebtoken, so 3 seconds.",
    fix: "Write expiresIn: 3600 or '1h'.",
    source: 'jsonwebtoken, README: expiresIn',
  },
};

const CHANGE_PROBLEMS: Readonly<Record<ChangeProblem, string>> = {
  header: 'The header is no JSON object.',
  payload: 'The payload is no JSON object.',
  algorithm: 'Only HS256, HS384 and HS512 can be signed here: change alg in the header.',
  secret: 'To sign it again, type a secret first.',
  crypto: 'This browser signs on https and on localhost alone: open the page there.',
};

export const TOKEN_INSPECT_TEXTS = {
  token: 'Token, with or without “Bearer”',
  example: 'eyJhbGciOiJIUzI1NiIs…',
  tryExample: 'Try an example',
  /** Secret of the example, which is no secret. */
  exampleSecret: 'keyboard cat',
  nothing: 'Paste a token, and it is decoded here on this page.',
  clock: 'Clock (UTC)',
  noClock: 'That is no date.',
  now: 'Now',
  secret: 'Secret',
  secretNote: 'It is kept while this page is open: not stored, not sent, and in no address.',
  form: 'The secret is',
  forms: { text: 'text', base64: 'base64' },
  verdict: 'Verdict',
  results: RESULTS,
  noVerdicts: NO_VERDICTS,
  /** Which check failed. */
  sayFailure: (failure: FailureCode) => FAILURES[failure] ?? null,
  sayJose: (result: TokenVerdict['result']) => (result === 'valid' ? 'lets it in' : 'refuses it'),
  jose: 'jose',
  jsonwebtoken: 'jsonwebtoken',
  libraries: 'What the libraries say',
  answers: ANSWERS,
  disagreements: DISAGREEMENTS,
  sayKind,
  takenOut: 'What stood around it was left out.',
  joined: 'White space and line ends in it were taken out.',
  header: 'Header',
  payload: 'Payload',
  signature: 'Signature',
  sayProblem,
  encrypted: 'Encrypted.',
  signatureNote: 'Cannot be read: it is computed from header, payload and secret.',
  times: 'Times',
  claims: CLAIMS,
  sayTime,
  remarks: 'Worth knowing',
  remarkWords: REMARKS,
  change: 'Change it',
  changeNote:
    'An edit alone changes nothing above. Tamper puts it into the token and keeps the old signature, as somebody without the secret would. Sign again signs it with the secret.',
  tamper: 'Tamper: keep the old signature',
  sign: 'Sign again',
  changeProblems: CHANGE_PROBLEMS,
  tampered: 'Header and payload were put into the token; the signature is the old one.',
  signed: 'The token was signed again with this secret.',
} as const;
