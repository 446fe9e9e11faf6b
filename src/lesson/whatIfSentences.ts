import type { Visit } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { LaneFrame } from '../sim/trace.ts';
import type { WhatIfKind } from './book.ts';
import { findRequest, readSentCredential, toRecords, toStoreCalls } from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { cut, formatCount, formatTime, shorten } from './format.ts';
import { IDLE_SENTENCES } from './idleReasons.ts';
import type { Sentence } from './narration.ts';
import type { RichText } from './richText.ts';
import { say } from './richText.ts';
import { readStatus, sayUntil } from './sharedSentences.ts';

type AttackVisit = Exclude<Visit, 'request'>;

const CREDENTIALS: Readonly<Record<Strategy, string>> = { session: 'cookie', token: 'token' };

const orIdle =
  (sentence: Sentence): Sentence =>
  (lane) =>
    lane.outcome.idle === null ? sentence(lane) : [IDLE_SENTENCES[lane.outcome.idle]];

/** What a stolen or dropped copy would get now; nothing where there is none. */
export const sayCopy: Sentence = (lane) => {
  const { copy } = lane.outcome;
  if (!copy) return [];
  if (copy.accepted) return say` A copy of it is accepted ${sayUntil(lane, copy.expiresAt)}.`;
  return [
    ` A copy of it is worth nothing: ${copy.failure ? FAILURE_WORDS[copy.failure] : 'refused'}.`,
  ];
};

const SENDERS: Readonly<Record<AttackVisit, Readonly<Record<Strategy, string>>>> = {
  replay: {
    session: 'The attacker sends the copied cookie from its own machine',
    token: 'The attacker sends the copied token from its own machine',
  },
  tamper: {
    session: 'An altered copy of the cookie is sent',
    token: 'An altered copy of the token is sent',
  },
  forge: {
    session: 'The attacker sends a cookie that it made itself',
    token: 'The attacker sends a token that it made itself',
  },
  crossSite: {
    session: 'A page of another origin makes the user’s browser send a request',
    token: 'A page of another origin makes the user’s browser send a request',
  },
  ride: {
    session: 'A foreign script inside the page posts a transfer',
    token: 'A foreign script inside the page posts a transfer',
  },
};

function toVisitSentences(
  visit: AttackVisit,
  strategy: Strategy,
): Readonly<Record<string, Sentence>> {
  const saySend: Sentence = (lane) => {
    const request = findRequest(lane);
    const sent = readSentCredential(request, strategy);
    const line = `${request?.method} ${request?.target}`;
    const how = sent
      ? say`, and ${cut(sent, 14)} goes along.`
      : [`, and no ${CREDENTIALS[strategy]} goes along.`];
    return [`${SENDERS[visit][strategy]}: `, { code: line }, ...how];
  };
  const sayVerify: Sentence = (lane) => {
    const { failure, proof } = lane.outcome;
    const asked = toStoreCalls(lane).find(({ method }) => method === 'get');
    const look = asked
      ? say`It asks the store for ${shorten(asked.target)}: `
      : ['It asks no store: '];
    if (failure) return ['The server checks. ', ...look, `${FAILURE_WORDS[failure]}.`];
    return [
      'The server checks. ',
      ...look,
      ...say`it is ${proof?.userId ?? ''}, whoever sends it.`,
    ];
  };
  const sayRespond: Sentence = (lane) => {
    const { failure, proof } = lane.outcome;
    if (failure)
      return [...say`The server answers ${readStatus(lane)}: `, `${FAILURE_WORDS[failure]}.`];
    return say`The server answers ${`${readStatus(lane)} OK`} for ${proof?.userId ?? ''}: it cannot tell this request from the user’s own.`;
  };
  const sayWhole: Sentence = (lane) => [...saySend(lane), ' ', ...sayRespond(lane)];
  return {
    [`${visit}.send`]: orIdle(saySend),
    [`${visit}.verify`]: orIdle(sayVerify),
    [`${visit}.respond`]: orIdle(sayRespond),
    [`${visit}.whole`]: orIdle(sayWhole),
  };
}

const sayServers = ({ state }: LaneFrame) =>
  formatCount(Object.values(state.servers)[0]?.secrets.length ?? 0, 'secret');

const sayRestart =
  (kept: (lane: LaneFrame) => RichText): Sentence =>
  (lane) => [
    ...say`The server’s process starts anew at ${formatTime(lane.state.clock)}. `,
    ...kept(lane),
    ...sayCopy(lane),
  ];

const SAY_KEPT: Readonly<Record<Strategy, (lane: LaneFrame) => RichText>> = {
  session: (lane) =>
    say`Its store holds ${formatCount(toRecords(lane).length, 'record')} afterwards; a MemoryStore dies with its process.`,
  token: () => ['A token needs nothing of it but the secret to verify with.'],
};

const fixed = (text: string): Sentence => orIdle((lane) => [text, ...sayCopy(lane)]);

const FIXED: Readonly<Record<Strategy, Readonly<Record<string, Sentence>>>> = {
  session: {
    'forget.drop': fixed(
      'The browser deletes its cookie and tells nobody. The record stays in the store.',
    ),
    'steal.copy': fixed(
      'The attacker has a copy of the cookie; the browser notices nothing, and nothing binds it to this machine.',
    ),
    'inject.read': fixed(
      'The script reads the cookie from document.cookie, since it is not HttpOnly, and sends it away.',
    ),
    'plant.place': fixed(
      'The attacker’s own cookie is in the user’s jar now, and the attacker keeps a copy. It waits for a login on that session ID.',
    ),
    'ban.mark': fixed(
      'The user’s row says banned. Each request of a session looks the user up, so the next one finds out.',
    ),
    'demote.mark': fixed(
      'The user’s row has the role no more. Each request of a session looks the user up, so the next one finds out.',
    ),
  },
  token: {
    'forget.drop': fixed('The client drops its token and tells nobody; there was nobody to tell.'),
    'steal.copy': fixed(
      'The attacker has a copy of the token. A bearer token is good for whoever bears it.',
    ),
    'inject.read': fixed(
      'The script reads localStorage, as any script of the page can, and sends the token away.',
    ),
    'plant.place': fixed(IDLE_SENTENCES.nothingToPlant),
    'ban.mark': fixed(IDLE_SENTENCES.databaseNotAsked),
    'demote.mark': fixed(IDLE_SENTENCES.databaseNotAsked),
  },
};

const sayRefreshSend: Sentence = (lane) =>
  say`The client posts its refresh token to ${findRequest(lane)?.target ?? '/refresh'}, and no access token.`;

const sayRefreshed: Sentence = (lane) => {
  const { failure, proof } = lane.outcome;
  const status =
    lane.outcome.status === null ? [] : say`The server answers ${lane.outcome.status}. `;
  if (failure) return [...status, `No new token: ${FAILURE_WORDS[failure]}.`];
  return [
    ...status,
    ...say`The old refresh token is used up, and a new pair is made; the access token is good ${sayUntil(lane, proof?.expiresAt ?? null)}.`,
  ];
};

/** Returns a lane's sentences for every step that the walk does not have. */
export function toWhatIfSentences(strategy: Strategy): Readonly<Record<WhatIfKind, Sentence>> {
  return {
    ...toVisitSentences('replay', strategy),
    ...toVisitSentences('tamper', strategy),
    ...toVisitSentences('forge', strategy),
    ...toVisitSentences('crossSite', strategy),
    ...toVisitSentences('ride', strategy),
    ...FIXED[strategy],
    'restart.boot': sayRestart(SAY_KEPT[strategy]),
    'rotate.change': (lane: LaneFrame) => [
      ...say`The server has ${sayServers(lane)} now: the first signs, all of them verify.`,
      ...sayCopy(lane),
    ],
    'refresh.send': orIdle(sayRefreshSend),
    'refresh.verify': orIdle(sayRefreshed),
    'refresh.respond': orIdle(sayRefreshed),
    'refresh.whole': orIdle(sayRefreshed),
  } as unknown as Readonly<Record<WhatIfKind, Sentence>>;
}
