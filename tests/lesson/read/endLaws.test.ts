import { readTokenTime } from '../../../src/lesson/read/check/tokenTime.ts';
import { findToken } from '../../../src/lesson/read/held/held.ts';
import { readCopy } from '../../../src/lesson/read/outcome/copy.ts';
import { readServerEnd } from '../../../src/lesson/read/server/serverEnd.ts';
import { readPart, readSent } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isVisit, testLaws } from './laws.ts';

/** A token that a server has just decided on by its signature and its time. */
function findDecided(evidence: Evidence) {
  const { moment, asked } = evidence;
  const decides = isVisit(evidence) && isPhase(evidence, 'verify', 'whole');
  if (moment.strategy !== 'token' || !decides || !asked) return null;
  const token = readSent(asked, 'token');
  return token === null ? null : { token, time: readTokenTime(moment, token, asked.to) };
}

const LAWS: readonly Law[] = [
  [
    'a token that a server lets in has time left there, or leeway',
    (evidence) => {
      const found = findDecided(evidence);
      if (!found || evidence.moment.lane.outcome.allowed !== true) return null;
      const { left, grace } = found.time;
      return left === null || left > 0 || grace > 0;
    },
  ],
  [
    'a token that a server calls expired has neither',
    (evidence) => {
      const found = findDecided(evidence);
      if (!found || evidence.moment.lane.outcome.failure !== 'tokenExpired') return null;
      const { left, grace } = found.time;
      return left !== null && left <= 0 && grace === 0;
    },
  ],
  [
    'what a browser holds is measured by its own exp and the clock of each server',
    ({ moment, state, who }) => {
      const held = moment.strategy === 'token' ? findToken(state, who) : null;
      if (!held) return null;
      const { exp } = readPart(held.value, 1);
      return Object.entries(state.servers).every(
        ([id, { clockOffset }]) =>
          readTokenTime(moment, held.value, id).left ===
          (exp === undefined ? null : Number(exp) - state.clock - clockOffset),
      );
    },
  ],
  [
    'a clock is named where not all show the true time, the one that judges',
    ({ moment, state }) => {
      const worth = readCopy(moment);
      if (!worth?.accepted) return null;
      const offsets = Object.values(state.servers).map(({ clockOffset }) => clockOffset);
      const isOff = offsets.some((offset) => offset !== 0);
      const whose = worth.server === 'server' ? 'first' : 'second';
      return worth.clock === (isOff ? (offsets.length > 1 ? whose : 'only') : null);
    },
  ],
  [
    'what has no end needs no clock to be for ever',
    ({ state }) => readServerEnd(state, null).left === null,
  ],
];

testLaws('an end', LAWS);
