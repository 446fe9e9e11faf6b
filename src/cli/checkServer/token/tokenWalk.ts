import { judgeAnonymous, markDenial } from '../shared/denial.ts';
import { judgeLogin } from '../shared/loginProbe.ts';
import { describeReply, isOk } from '../shared/reply.ts';
import { parseToken } from './forgery.ts';
import { judgeToken } from './tokenClaims.ts';
import { findToken, isSendable } from './tokenField.ts';
import type { TokenProbe } from './tokenLane.ts';

const MAX_TOKEN_BYTES = 8192;

export const logIn: TokenProbe = {
  checks: ['login.answered', 'token.inBody'],
  needsLogin: false,
  async run(lane, notes) {
    const reply = await lane.open().logIn();
    if (!judgeLogin(lane, reply, notes)) return;
    const { token, came } = findToken(reply, lane.settings.tokenField);
    notes.judge('token.inBody', token !== null, came);
    if (token === null) return;
    const cache = reply.headers.get('cache-control') ?? 'no Cache-Control';
    notes.judge('token.noStore', /\bno-store\b/i.test(cache), cache, 'warn');
    const isBearer = isSendable(token);
    const fits = isBearer && token.length <= MAX_TOKEN_BYTES;
    const size = `${token.length} characters`;
    const note = isBearer ? size : `${size}, some of which a header must not hold`;
    notes.judge('token.travels', fits, note);
    if (!isBearer) return;
    lane.token = token;
    lane.parts = parseToken(token);
    judgeToken(lane.parts, lane.settings.password, Date.now() / 1000, notes);
  },
};

export const requestProfile: TokenProbe = {
  checks: ['profile.granted'],
  needsLogin: false,
  async run(lane, notes) {
    if (lane.token === null) return;
    const reply = await lane.open().getProfile(lane.token);
    notes.judge('profile.granted', isOk(reply), describeReply(reply));
    if (isOk(reply)) lane.granted = reply;
  },
};

export const comeAsStranger: TokenProbe = {
  checks: ['profile.refusal', 'profile.challenge', 'next.denied'],
  needsLogin: false,
  async run(lane, notes) {
    const reply = await lane.open().getProfile();
    judgeAnonymous(reply, notes);
    notes.mark('next.denied', markDenial(lane, reply), describeReply(reply));
  },
};

export const logOut: TokenProbe = {
  checks: ['logout.revoked'],
  needsLogin: true,
  async run(lane, notes) {
    const token = lane.token as string;
    const reply = await lane.open().logOut(token);
    if (!isOk(reply)) {
      const note = `it offers none (${reply.status}): the client forgets the token, and a copy works until exp`;
      notes.mark('logout.revoked', 'not applicable', note);
      return;
    }
    const replay = await lane.open().getProfile(token);
    const isRevoked = markDenial(lane, replay) !== 'fail';
    notes.judge('logout.revoked', isRevoked, describeReply(replay), 'warn');
  },
};
