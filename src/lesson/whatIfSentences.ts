import type { ActionOf } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import { sayCopyOf } from './beyond/copy.ts';
import { isAtSecond, isTokenOut } from './beyond/parties.ts';
import { sayRestart } from './beyond/restart.ts';
import type { WhatIfKind } from './book.ts';
import { findRequest, findToken, toRecords } from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { formatCount } from './format.ts';
import { IDLE_SENTENCES } from './idleReasons.ts';
import type { Sentence } from './narration.ts';
import type { RichText } from './richText.ts';
import { say } from './richText.ts';
import { readStatusLine, sayUntil } from './sharedSentences.ts';
import { toVisitSentences } from './visitSentences.ts';

const orIdle =
  (strategy: Strategy, sentence: Sentence): Sentence =>
  (lane, frame) => {
    const { idle } = lane.outcome;
    if (idle === null) return sentence(lane, frame);
    if (idle === 'scriptCannotRead') return sayUnreadable(strategy, lane);
    return [IDLE_SENTENCES[idle]];
  };

/** What a script looked for and did not find, and why. */
function sayUnreadable(strategy: Strategy, lane: LaneFrame): RichText {
  const inCookie = strategy === 'session' || findToken(lane)?.place === 'cookie';
  const why = inCookie
    ? 'The script reads document.cookie and finds nothing: the cookie is HttpOnly.'
    : 'The script looks through localStorage and finds nothing: the token is in a variable of the page’s own code.';
  return [`${why} It can still act from inside the page.`];
}

/** Reads an Action's member, where the frame belongs to an Action of that type. */
function readAction<T extends ActionOf<'rotateSecret' | 'plant' | 'refresh'>['type']>(
  frame: Frame | undefined,
  type: T,
): ActionOf<T> | null {
  return frame?.action?.type === type ? (frame.action as ActionOf<T>) : null;
}

const countFirst = ({ state }: LaneFrame) =>
  formatCount(Object.values(state.servers)[0]?.secrets.length ?? 0, 'secret');

const sayRotate =
  (strategy: Strategy): Sentence =>
  (lane, frame) => {
    const how = readAction(frame, 'rotateSecret')?.how;
    const what = strategy === 'session' ? 'cookie' : 'token';
    const count = Object.values(lane.state.servers)[0]?.secrets.length ?? 0;
    const done =
      how === 'retire'
        ? [`Only the newest secret is left: whatever an older one signed fits no more. `]
        : [`A new secret signs every new ${what} from now on; none that is out is signed anew. `];
    const rest =
      how === 'add' && count === 1
        ? ['This server’s verifier knows one secret, so the old one is gone.']
        : say`The server verifies with ${countFirst(lane)}.`;
    return [...done, ...rest, ...sayCopyOf(strategy, lane)];
  };

const withCopy = (strategy: Strategy, text: string): Sentence =>
  orIdle(strategy, (lane) => [text, ...sayCopyOf(strategy, lane)]);

const sayPlant: Sentence = orIdle('session', (lane, frame) => {
  const invented = readAction(frame, 'plant')?.invented;
  const how = invented
    ? 'The attacker makes up a cookie, session ID and signature, and puts it into the user’s jar, e.g. from a subdomain.'
    : 'The attacker asks for a page, is given a real anonymous cookie, and puts it into the user’s jar, e.g. from a subdomain.';
  const { copy } = lane.outcome;
  const now = copy?.failure ? ` So far it opens nothing: ${FAILURE_WORDS[copy.failure]}.` : '';
  return [`${how} It keeps a copy and waits for a login.${now}`];
});

/** What a token's server makes of a changed row. */
const sayDatabase: Sentence = (lane) =>
  isTokenOut(lane)
    ? [IDLE_SENTENCES.databaseNotAsked, ...sayCopyOf('token', lane)]
    : ['The row in the database changes. No token is out that could say otherwise.'];

const FIXED: Readonly<Record<Strategy, Readonly<Record<string, Sentence>>>> = {
  session: {
    'forget.drop': orIdle('session', (lane) => [
      'The browser’s cookie is deleted and nobody is told. ',
      ...say`The store keeps ${formatCount(toRecords(lane).length, 'record')}.`,
      ...sayCopyOf('session', lane),
    ]),
    'steal.copy': withCopy(
      'session',
      'The attacker has a copy of the cookie. The browser notices nothing, and nothing binds the cookie to this machine.',
    ),
    'inject.read': withCopy(
      'session',
      'The script reads the cookie from document.cookie, since it is not HttpOnly, and sends it away.',
    ),
    'plant.place': sayPlant,
    'ban.mark': withCopy(
      'session',
      'The user’s row says banned. Each request of a session looks the user up, so the next one finds out.',
    ),
    'demote.mark': withCopy(
      'session',
      'The user’s row has the role no more. Each request of a session looks the user up, so the next one finds out.',
    ),
  },
  token: {
    'forget.drop': withCopy(
      'token',
      'The client drops its token. No server kept anything about it, so there is nobody to tell.',
    ),
    'steal.copy': orIdle('token', (lane) => {
      const loot = lane.state.clients.attacker?.loot.length ?? 0;
      const what = loot > 1 ? 'all that the client holds, the refresh token too' : 'the token';
      return [
        `The attacker has a copy of ${what}. A bearer token is good for whoever bears it.`,
        ...sayCopyOf('token', lane),
      ];
    }),
    'inject.read': orIdle('token', (lane) => [
      `The script reads ${findToken(lane)?.place ?? 'its storage'}, as any script of the page can, and sends the token away.`,
      ...sayCopyOf('token', lane),
    ]),
    'plant.place': withCopy('token', IDLE_SENTENCES.nothingToPlant),
    'ban.mark': sayDatabase,
    'demote.mark': sayDatabase,
  },
};

const sayRefreshSend: Sentence = (lane, frame) => {
  const byAttacker = readAction(frame, 'refresh')?.client === 'attacker';
  const who = byAttacker
    ? 'The attacker posts the refresh token that it stole to '
    : 'The client posts its refresh token to ';
  const where = isAtSecond(lane) ? ' at the second server' : '';
  return [who, { code: findRequest(lane)?.target ?? '/refresh' }, `${where}, and no access token.`];
};

const sayTraded: Sentence = (lane) => {
  const { failure, proof } = lane.outcome;
  if (failure) return [`No new token is made: ${FAILURE_WORDS[failure]}.`];
  return say`The refresh token is known and was not used before. It is used up now, and a new pair is made; the access token is good ${sayUntil(lane, proof?.expiresAt ?? null)}.`;
};

const sayRefreshed: Sentence = (lane, frame) => [
  ...say`${readStatusLine(lane)}. `,
  ...sayTraded(lane, frame),
];

/** Returns a lane's sentences for every step that the walk does not have. */
export function toWhatIfSentences(strategy: Strategy): Readonly<Record<WhatIfKind, Sentence>> {
  const idleOr = (sentence: Sentence) => orIdle(strategy, sentence);
  return {
    ...toVisitSentences(strategy, idleOr),
    ...FIXED[strategy],
    'restart.boot': sayRestart(strategy),
    'rotate.change': sayRotate(strategy),
    'refresh.send': idleOr(sayRefreshSend),
    'refresh.verify': idleOr(sayTraded),
    'refresh.respond': idleOr(sayRefreshed),
    'refresh.whole': idleOr((lane, frame) => [
      ...sayRefreshSend(lane, frame),
      ' ',
      ...sayRefreshed(lane, frame),
    ]),
  } as unknown as Readonly<Record<WhatIfKind, Sentence>>;
}
