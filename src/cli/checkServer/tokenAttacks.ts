import { markDenial } from './denial.ts';
import type { Reply } from './exchange.ts';
import {
  changeLetter,
  changePayload,
  dropSignature,
  guessTokenSecret,
  signWithHs512,
} from './forgery.ts';
import { LOGIN_REFUSALS, probeRefusedLogins } from './loginProbe.ts';
import type { Mark } from './recorder.ts';
import { describeReply, judgeReply } from './reply.ts';
import { findToken, isSendable } from './tokenField.ts';
import type { TokenLane, TokenProbe } from './tokenLane.ts';

/** Tries several tokens that must be refused, and takes down the worst answer. */
async function findWorst(lane: TokenLane, tokens: readonly string[], whenCrashed?: Mark) {
  const replies: Reply[] = [];
  for (const token of tokens) replies.push(await lane.open().getProfile(token));
  const toMark = (reply: Reply) => markDenial(lane, reply, whenCrashed);
  const worst =
    replies.find((reply) => toMark(reply) === 'fail') ??
    replies.find((reply) => toMark(reply) === 'warn') ??
    (replies[0] as Reply);
  return [toMark(worst), describeReply(worst)] as const;
}

export const forge: TokenProbe = {
  checks: ['token.payload', 'token.signature', 'token.none'],
  needsLogin: true,
  async run(lane, notes) {
    const { parts } = lane;
    if (!parts) {
      for (const id of forge.checks) notes.mark(id, 'not applicable', 'the token is no JWT');
      return;
    }
    const [header, payload, signature] = parts.raw;
    const unsigned = [`${header}.${payload}.${changeLetter(signature)}`, `${header}.${payload}.`];
    notes.mark('token.payload', ...(await findWorst(lane, [changePayload(parts)])));
    notes.mark('token.signature', ...(await findWorst(lane, unsigned)));
    notes.mark('token.none', ...(await findWorst(lane, dropSignature(parts))));
  },
};

export const sendGarbage: TokenProbe = {
  checks: ['token.malformed'],
  needsLogin: true,
  async run(lane, notes) {
    const garbage = ['garbage', 'a.b.c', 'eyJhbGciOiJIUzI1NiJ9.bnVsbA.AAAA', 'e30.e30.'];
    notes.mark('token.malformed', ...(await findWorst(lane, garbage, 'fail')));
  },
};

export const guessSecret: TokenProbe = {
  checks: ['token.secret', 'token.otherAlgorithm'],
  needsLogin: true,
  async run(lane, notes) {
    const { parts } = lane;
    const secret = parts && guessTokenSecret(parts);
    if (!parts || secret === null || parts.header.alg === 'HS512') {
      const note = 'it takes the secret to try this';
      notes.mark('token.otherAlgorithm', 'not applicable', note);
    }
    if (!parts || !/^HS\d+$/.test(String(parts.header.alg))) {
      notes.mark('token.secret', 'not applicable', 'not signed with a shared secret');
      return;
    }
    const found = secret === null ? 'none of the well-known ones' : `it is "${secret}"`;
    notes.judge('token.secret', secret === null, found, 'warn');
    if (secret === null || notes.has('token.otherAlgorithm')) return;
    const [mark, came] = await findWorst(lane, [signWithHs512(parts, secret)]);
    notes.mark('token.otherAlgorithm', mark === 'fail' ? 'warn' : mark, came);
  },
};

export const logInWrongly: TokenProbe = {
  checks: LOGIN_REFUSALS,
  needsLogin: false,
  run: (lane, notes) =>
    probeRefusedLogins(lane, notes, async (visitor, reply) => {
      const { token } = findToken(reply, lane.settings.tokenField);
      if (token === null || !isSendable(token) || !lane.granted) return false;
      return judgeReply(await visitor.getProfile(token), lane.granted) === 'granted';
    }),
};
