import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { findRequest, readClock, readSentCredential, toStoreCalls } from '../facts.ts';
import { FAILURE_WORDS } from '../failures.ts';
import { formatTime, shorten } from '../format.ts';
import { say } from '../richText.ts';
import { readStatus, readStatusLine } from '../sharedSentences.ts';
import type { Amendment } from './amendment.ts';
import { capitalize, sayWalk, toServer } from './amendment.ts';
import { isWithinLeeway } from './leeway.ts';
import { findServer, findServerId, isAtSecond, toServerWords } from './parties.ts';

/** A request that another than the walk's reasons let through or kept out. */
export const sayVerify =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, proof } = lane.outcome;
    if (failure === 'headersTooLarge')
      return ['Nobody checks the token: ', `${FAILURE_WORDS[failure]}.`];
    const id = findServerId(lane);
    const exp = formatTime(proof?.expiresAt ?? 0);
    const grace = strategy === 'token' && isWithinLeeway(lane);
    const inTime = grace ? 'exp has passed, by less than its leeway' : 'exp has not passed';
    const ahead = findServer(lane, id)?.clockOffset ?? 0;
    const asked = toStoreCalls(lane).find(({ method }) => method === 'get');
    if (strategy === 'token' && asked) {
      const found = failure
        ? [`${FAILURE_WORDS[failure]}.`]
        : ['it is not there, so the token is believed.'];
      return [
        `The signature fits and ${inTime}. ${capitalize(toServerWords(id))} then asks its deny-list for the jti `,
        { code: shorten(asked.target) },
        ': ',
        ...found,
      ];
    }
    if (strategy === 'token' && (ahead !== 0 || grace)) {
      const time = formatTime(readClock(lane, id));
      const text = [`By the clock of ${toServerWords(id)} it is `, { code: time }, '. '];
      if (failure) return [...text, `It refuses: ${FAILURE_WORDS[failure]}.`];
      return [
        ...text,
        ...(grace
          ? say`The signature fits. exp ${exp} has passed, but by less than the leeway that this server allows, so the payload is believed.`
          : say`The signature fits, and exp ${exp} has not passed, so the payload is believed.`),
      ];
    }
    if (!isAtSecond(lane)) return null;
    return ['At the second server: ', ...sayWalk(strategy, 'request.verify', lane)];
  };

const NOT_ENOUGH = 'The server knows who asks and refuses.';

/** Tells of an answer to somebody who is known but may not, or from another server. */
export const sayAnswer =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, status } = lane.outcome;
    if (failure && (status === 403 || status === 431)) {
      const more = status === 403 ? NOT_ENOUGH : 'The token itself was never looked at.';
      return [
        `${capitalize(toServer(lane))} answers `,
        { code: readStatusLine(lane) },
        `: ${FAILURE_WORDS[failure]}. ${more}`,
      ];
    }
    const at = isAtSecond(lane) ? ['The second server answers. '] : [];
    if (strategy === 'token' && isWithinLeeway(lane)) {
      const { userId = '', expiresAt } = lane.outcome.proof ?? {};
      return [
        ...at,
        ...say`${readStatusLine(lane)} for ${userId}, on the word of the token alone. Its exp, ${formatTime(expiresAt ?? 0)}, has passed; only the server’s leeway still lets it in.`,
      ];
    }
    if (at.length === 0) return null;
    return [...at, ...sayWalk(strategy, 'request.respond', lane)];
  };

const toCarried = (strategy: Strategy, lane: LaneFrame): string => {
  if (readSentCredential(findRequest(lane), strategy) === null)
    return strategy === 'session'
      ? 'without a cookie'
      : 'without a token, since the client has none';
  return strategy === 'session' ? 'with the cookie' : 'with the token';
};

/** Tells of a whole request beyond the walk’s. */
export const sayWholeRequest =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { failure, proof, status } = lane.outcome;
    const sent = readSentCredential(findRequest(lane), strategy);
    const asked = strategy === 'token' && toStoreCalls(lane).some(({ method }) => method === 'get');
    const late = strategy === 'token' && isWithinLeeway(lane);
    const unusual =
      isAtSecond(lane) ||
      status === 403 ||
      status === 431 ||
      asked ||
      late ||
      (sent === null && strategy === 'token' && lane.state.clients.client?.discarded === null);
    if (!unusual) return null;
    const target = findRequest(lane)?.target ?? '';
    const server = toServer(lane);
    if (proof) {
      const list = asked ? ' and its jti is not on the deny-list' : '';
      const grace = late
        ? ' Its exp has passed, by less than the leeway that the server allows.'
        : '';
      const holds =
        strategy === 'session'
          ? say`: it finds the session of ${proof.userId}.`
          : say`: the token of ${proof.userId} holds${list}.`;
      return [
        ...say`The request for ${target} goes to `,
        `${server}, which answers `,
        { code: readStatus(lane) },
        ...holds,
        grace,
      ].filter((part) => part !== '');
    }
    const why = failure ? FAILURE_WORDS[failure] : 'refused';
    return [
      ...say`The request for ${target} goes to `,
      `${server} ${toCarried(strategy, lane)}. It answers `,
      { code: readStatusLine(lane) },
      `: ${why}.${status === 403 ? ` ${NOT_ENOUGH}` : ''}`,
    ];
  };
