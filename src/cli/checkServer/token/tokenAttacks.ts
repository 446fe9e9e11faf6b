import { changeLetter } from '../shared/changeLetter.ts';
import { findWorst, markBadInput, markDenial } from '../shared/denial.ts';
import type { Reply } from '../shared/exchange.ts';
import { LOGIN_REFUSALS, probeRefusedLogins } from '../shared/loginProbe.ts';
import { describeReply, judgeReply } from '../shared/reply.ts';
import { changePayload, dropSignature, guessTokenSecret, signWithHs512 } from './forgery.ts';
import type { TokenCheck } from './tokenChecks.ts';
import { findToken, isSendable } from './tokenField.ts';
import type { TokenLane, TokenProbe } from './tokenLane.ts';

async function sendTokens(lane: TokenLane, tokens: readonly string[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const token of tokens) replies.push(await lane.open().getProfile(token));
  return replies;
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
    const tryTokens = async (check: TokenCheck, tokens: readonly string[]) => {
      const replies = await sendTokens(lane, tokens);
      notes.mark(check, ...findWorst(replies, (reply) => markDenial(lane, reply)));
    };
    const [header, payload, signature] = parts.raw;
    const unsigned = [`${header}.${payload}.${changeLetter(signature)}`, `${header}.${payload}.`];
    await tryTokens('token.payload', [changePayload(parts)]);
    await tryTokens('token.signature', unsigned);
    await tryTokens('token.none', dropSignature(parts));
  },
};

export const sendGarbage: TokenProbe = {
  checks: ['token.malformed'],
  needsLogin: true,
  async run(lane, notes) {
    const garbage = ['garbage', 'a.b.c', 'eyJhbGciOiJIUzI1NiJ9.bnVsbA.AAAA', 'e30.e30.'];
    const replies = await sendTokens(lane, garbage);
    notes.mark('token.malformed', ...findWorst(replies, markBadInput));
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
    const reply = await lane.open().getProfile(signWithHs512(parts, secret));
    const isRefused = judgeReply(reply, lane.granted) !== 'granted';
    notes.judge('token.otherAlgorithm', isRefused, describeReply(reply), 'warn');
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
