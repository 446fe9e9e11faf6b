import { judgeAnonymous, markDenial } from '../shared/denial.ts';
import { isSentTo } from '../shared/jar.ts';
import { judgeLogin } from '../shared/loginProbe.ts';
import { describeReply, isOk } from '../shared/reply.ts';
import { describeLeftover, findSessionCookie, judgeCookie } from './cookieProbe.ts';
import type { SessionProbe } from './sessionLane.ts';

export const logIn: SessionProbe = {
  checks: ['login.answered', 'cookie.sent'],
  needsLogin: false,
  async run(lane, notes) {
    const { walker, settings, server } = lane;
    const reply = await walker.logIn();
    if (!judgeLogin(lane, reply, notes)) return;
    const cookie = findSessionCookie(reply.cookies, settings.cookieName);
    if (!cookie) {
      const names = reply.cookies.map(({ name }) => name).join(', ');
      const found = names ? `cookies, but not that one: ${names}` : 'no Set-Cookie';
      notes.mark('cookie.sent', 'fail', `${found} in ${describeReply(reply)}`);
      return;
    }
    lane.cookie = cookie;
    judgeCookie(cookie, reply, server.hostname, notes);
    const travels = isSentTo(cookie.stored, server, walker.profilePath);
    notes.judge('cookie.travels', travels, `Path=${cookie.stored.path}`);
  },
};

export const requestProfile: SessionProbe = {
  checks: ['profile.granted'],
  needsLogin: false,
  async run(lane, notes) {
    if (!lane.cookie) return;
    const reply = await lane.walker.getProfile();
    notes.judge('profile.granted', isOk(reply), describeReply(reply));
    if (isOk(reply)) lane.granted = reply;
  },
};

export const comeAsStranger: SessionProbe = {
  checks: ['profile.refusal', 'profile.challenge', 'login.anonymous'],
  needsLogin: false,
  async run(lane, notes) {
    const reply = await lane.stranger.getProfile();
    judgeAnonymous(reply, notes);
    if (!lane.cookie) return;
    const got = reply.cookies.find(({ name }) => name === lane.cookie?.name);
    notes.judge('login.anonymous', !got, got ? got.line : 'none', 'warn');
  },
};

export const logOut: SessionProbe = {
  checks: ['logout.answered', 'logout.cookieCleared', 'logout.destroyed', 'next.denied'],
  needsLogin: true,
  async run(lane, notes) {
    const { walker, open, cookie } = lane;
    const name = cookie?.name ?? '';
    const copied = walker.jar.list();
    const value = walker.jar.get(name);
    const reply = await walker.logOut();
    const isRedirect = reply.status >= 300 && reply.status < 400;
    const otherwise = isRedirect ? 'warn' : 'fail';
    notes.judge('logout.answered', isOk(reply), describeReply(reply), otherwise);
    if (reply.status >= 400) {
      for (const id of ['logout.cookieCleared', 'logout.destroyed', 'next.denied'] as const) {
        notes.mark(id, 'not applicable', 'not tried, because the logout did not work');
      }
      return;
    }
    const left = walker.jar.get(name);
    const isCleared = left === undefined || left !== value;
    const came = isCleared ? 'deleted' : describeLeftover(cookie?.stored.path ?? '/', reply);
    notes.judge('logout.cookieCleared', isCleared, came, 'warn');
    const replay = await open(copied).getProfile();
    notes.mark('logout.destroyed', markDenial(lane, replay), describeReply(replay));
    const next = await walker.getProfile();
    notes.mark('next.denied', markDenial(lane, next), describeReply(next));
  },
};
