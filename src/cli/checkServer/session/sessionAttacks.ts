import { changeLetter } from '../shared/changeLetter.ts';
import { markDenial } from '../shared/denial.ts';
import { LOGIN_REFUSALS, probeRefusedLogins } from '../shared/loginProbe.ts';
import type { Mark } from '../shared/recorder.ts';
import { describeReply, isOk, judgeReply } from '../shared/reply.ts';
import type { SessionCheck } from './sessionChecks.ts';
import type { SessionProbe } from './sessionLane.ts';
import { guessCookieSecret, splitSession } from './signedValue.ts';

export const tamper: SessionProbe = {
  checks: ['cookie.tamperedId', 'cookie.tamperedSignature', 'cookie.secret'],
  needsLogin: true,
  async run(lane, notes) {
    const { name = '', value = '' } = lane.cookie ?? {};
    const { id, signature } = splitSession(value);
    const tryValue = async (check: SessionCheck, forged: string) => {
      const copied = lane.walker.jar
        .list()
        .map((kept) => (kept.name === name ? { ...kept, value: forged } : kept));
      const reply = await lane.open(copied).getProfile();
      notes.mark(check, markDenial(lane, reply), describeReply(reply));
    };
    if (signature === null) {
      await tryValue('cookie.tamperedId', changeLetter(value));
      const note = 'the cookie carries no signature as express-session writes it';
      notes.mark('cookie.tamperedSignature', 'not applicable', note);
      notes.mark('cookie.secret', 'not applicable', note);
      return;
    }
    const dot = value.lastIndexOf('.');
    const [head, tail] = [value.slice(0, dot), value.slice(dot + 1)];
    await tryValue('cookie.tamperedId', `${changeLetter(head)}.${tail}`);
    await tryValue('cookie.tamperedSignature', `${head}.${changeLetter(tail)}`);
    const secret = guessCookieSecret(id, signature);
    const found = secret === null ? 'none of the well-known ones' : `it is "${secret}"`;
    notes.judge('cookie.secret', secret === null, found, 'warn');
  },
};

export const fixate: SessionProbe = {
  checks: ['session.newId', 'session.oldId'],
  needsLogin: true,
  async run(lane, notes) {
    const name = lane.cookie?.name ?? '';
    // Best with an ID from before any login; where nobody gets one, with that of the first login.
    const isStrange = lane.stranger.jar.get(name) !== undefined;
    const victim = isStrange ? lane.stranger : lane.walker;
    const toId = () => splitSession(victim.jar.get(name) ?? '').id;
    const planted = victim.jar.list();
    const idBefore = toId();
    const reply = await victim.logIn();
    if (!isOk(reply)) {
      const note = `a login with a cookie was answered with ${describeReply(reply)}`;
      for (const id of fixate.checks) notes.mark(id, 'not applicable', note);
      return;
    }
    const isNew = toId() !== idBefore;
    const origin = isStrange ? 'from before the login' : 'of the login before';
    notes.judge(
      'session.newId',
      isNew,
      `the ID ${origin} is ${isNew ? 'replaced' : 'still in use'}`,
    );
    if (!isNew) {
      notes.mark('session.oldId', 'not applicable', 'the ID is the same');
      return;
    }
    const replay = await lane.open(planted).getProfile();
    const denial = markDenial(lane, replay);
    // An earlier login of the same user is no stranger's, and some servers let several be.
    const mark: Mark = denial === 'fail' && !isStrange ? 'warn' : denial;
    notes.mark('session.oldId', mark, describeReply(replay));
  },
};

export const plant: SessionProbe = {
  checks: ['session.notAdopted'],
  needsLogin: true,
  async run(lane, notes) {
    if (!lane.cookie) return;
    const { stored } = lane.cookie;
    const planted = [{ ...stored, value: changeLetter(stored.value), path: '/' }];
    const reply = await lane.open(planted).logIn();
    if (!isOk(reply)) {
      notes.mark('session.notAdopted', 'pass', describeReply(reply));
      return;
    }
    const thief = await lane.open(planted).getProfile();
    notes.mark('session.notAdopted', markDenial(lane, thief), describeReply(thief));
  },
};

export const logOutByGet: SessionProbe = {
  checks: ['logout.get'],
  needsLogin: true,
  async run(lane, notes) {
    const visitor = lane.open();
    const login = await visitor.logIn();
    if (!isOk(login)) {
      notes.mark('logout.get', 'not applicable', describeReply(login));
      return;
    }
    const reply = await visitor.logOut(undefined, 'GET');
    const still = await visitor.getProfile();
    const isAlive = judgeReply(still, lane.granted) === 'granted';
    const came = isAlive ? describeReply(reply) : `the session was over after ${reply.status}`;
    notes.judge('logout.get', isAlive, came, 'warn');
  },
};

export const logInWrongly: SessionProbe = {
  checks: LOGIN_REFUSALS,
  needsLogin: false,
  run: (lane, notes) =>
    probeRefusedLogins(lane, notes, async (visitor) => {
      if (!lane.granted) return false;
      return judgeReply(await visitor.getProfile(), lane.granted) === 'granted';
    }),
};
