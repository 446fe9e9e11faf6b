import type { ActionOf, Visit } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import { toForeignOrigin } from './beyond/foreignOrigin.ts';
import { isWithinLeeway } from './beyond/leeway.ts';
import { findServerId, isAtSecond, toServerWords } from './beyond/parties.ts';
import { decodeToken } from './decodeToken.ts';
import { findCookie, findRequest, findToken, readSentCredential, toStoreCalls } from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { cut, formatTime, shorten } from './format.ts';
import type { Sentence } from './narration.ts';
import type { RichText } from './richText.ts';
import { say } from './richText.ts';
import { readStatusLine } from './sharedSentences.ts';

type AttackVisit = Exclude<Visit, 'request'>;
const VISITS: readonly AttackVisit[] = ['replay', 'tamper', 'forge', 'crossSite', 'ride'];

const CREDENTIALS: Readonly<Record<Strategy, string>> = { session: 'cookie', token: 'token' };

const PARTS: Readonly<Record<ActionOf<'tamper'>['part'], string>> = {
  sid: 'with one bit of its session ID changed',
  signature: 'with one bit of its signature changed',
  payload: 'with another user in its payload and the old signature',
  lastLetter: 'with another last letter',
};

const FORGED: Readonly<Record<ActionOf<'forge'>['how'], Readonly<Record<Strategy, string>>>> = {
  unsigned: {
    session: 'a session ID without a signature',
    token: 'a token whose header says alg none, without a signature',
  },
  otherSecret: {
    session: 'a session ID, signed with a secret of its own',
    token: 'a token, signed with a secret of its own',
  },
  otherAlgorithm: {
    session: 'a cookie that it made itself',
    token: 'a token, rightly signed with the server’s secret, but by HS512',
  },
};

/** Reads the Action of a frame, where it is of that type. */
const readAction = <T extends 'tamper' | 'forge' | 'crossSite'>(
  frame: Frame | undefined,
  type: T,
): ActionOf<T> | null => (frame?.action?.type === type ? (frame.action as ActionOf<T>) : null);

/** Whose page starts the request, and how; it is open in the user's own browser. */
function sayPage(lane: LaneFrame, frame: Frame | undefined): string {
  const { vehicle = 'form', from = 'evil' } = readAction(frame, 'crossSite') ?? {};
  const { host } = new URL(toForeignOrigin(lane.state.clients.client?.origin ?? '', from));
  // No name below localhost is of one site with localhost itself.
  const isSameSite = from === 'sibling' && host.split('.').length > 2;
  const whose = `${host} (${isSameSite ? 'same site, other origin' : 'another site'})`;
  if (vehicle === 'link') return `The user follows a link on a page of ${whose}`;
  const does = vehicle === 'form' ? 'posts a form' : 'calls fetch';
  return `A page of ${whose}, open in the user’s browser, ${does}`;
}

/** Who sends what; the end of it says whether a credential goes along. */
function toSender(
  visit: AttackVisit,
  strategy: Strategy,
  lane: LaneFrame,
  frame: Frame | undefined,
): string {
  const what = CREDENTIALS[strategy];
  switch (visit) {
    case 'replay':
      return `The attacker sends its copy of the ${what} from its own machine`;
    case 'tamper': {
      const part = readAction(frame, 'tamper')?.part;
      return `A copy of the ${what} is sent${part ? `, ${PARTS[part]}` : ', altered'}`;
    }
    case 'forge': {
      const how = readAction(frame, 'forge')?.how;
      return `The attacker sends ${how ? FORGED[how][strategy] : `a ${what} that it made itself`}`;
    }
    case 'crossSite':
      return sayPage(lane, frame);
    case 'ride':
      return 'A foreign script inside the page posts a transfer';
  }
}

const SAME_SITE = {
  lax: 'SameSite=Lax',
  strict: 'SameSite=Strict',
  none: 'SameSite=None',
} as const;

/** Why the browser attached a cookie, or held it back: read off the cookie. */
function sayAttached(lane: LaneFrame, strategy: Strategy, sent: boolean): string {
  const jar = lane.state.clients.client?.jar ?? [];
  const cookie =
    strategy === 'session' ? findCookie(lane) : jar.find(({ name }) => name === 'token');
  if (!cookie) {
    const held = strategy === 'token' && findToken(lane) !== null;
    return held
      ? ', and no token: no browser attaches one by itself.'
      : `, and there is no ${CREDENTIALS[strategy]} to attach.`;
  }
  const rule = cookie.sameSite ? SAME_SITE[cookie.sameSite] : 'without SameSite, by its age';
  return sent
    ? `, and the browser attaches the cookie (${rule}).`
    : `, and the browser holds the cookie back (${rule}).`;
}

function sayAlong(visit: AttackVisit, strategy: Strategy, lane: LaneFrame): RichText {
  const sent = readSentCredential(findRequest(lane), strategy);
  if (visit === 'crossSite') return [sayAttached(lane, strategy, sent !== null)];
  if (!sent) return [`, and no ${CREDENTIALS[strategy]} goes along.`];
  if (visit !== 'ride') return say`, carrying ${cut(sent, 14)}.`;
  const byBrowser = strategy === 'session' || findToken(lane)?.place === 'cookie';
  return [
    byBrowser ? ', and the browser attaches the cookie.' : ', and the page’s code adds its token.',
  ];
}

const isUnsigned = (lane: LaneFrame) => {
  const { proof } = lane.outcome;
  return proof !== null && decodeToken(proof.credential).header?.alg === 'none';
};

/** How the token's server came to its decision. */
function sayTokenCheck(lane: LaneFrame): RichText {
  const { failure, proof } = lane.outcome;
  const asked = toStoreCalls(lane).find(({ method }) => method === 'get');
  const list = asked ? say`, then its deny-list for the jti ${shorten(asked.target)}` : [];
  if (failure === 'headersTooLarge')
    return ['Nobody checks the token: ', `${FAILURE_WORDS[failure]}.`];
  if (failure) return ['The server checks the token', ...list, `: ${FAILURE_WORDS[failure]}.`];
  if (isUnsigned(lane))
    return say`This naive verifier believes the token’s own header: alg none, so no signature is asked for. The token says ${proof?.userId ?? ''}, and that is believed.`;
  return [
    'The server checks the signature and exp',
    ...(isWithinLeeway(lane) ? [' (past, by less than its leeway)'] : []),
    ...list,
    ', asks no session store, and believes the token: ',
    { code: proof?.userId ?? '' },
    ', whoever sends it.',
  ];
}

function sayCookieCheck(lane: LaneFrame): RichText {
  const { failure, proof } = lane.outcome;
  const asked = toStoreCalls(lane).find(({ method }) => method === 'get');
  const why = failure ? `${FAILURE_WORDS[failure]}.` : '';
  if (!asked) return ['The server does not ask its store: ', why];
  const look = say`The cookie’s signature fits, so the server asks its store for ${shorten(asked.target)}: `;
  return failure
    ? [...look, why]
    : [...look, ...say`it belongs to ${proof?.userId ?? ''}, whoever sends it.`];
}

/** What the answer means, by what was asked for. */
function sayMeaning(visit: AttackVisit, lane: LaneFrame, frame: Frame | undefined): string {
  const target =
    findRequest(lane)?.target ?? lane.messages.find(({ kind }) => kind === 'response')?.target;
  const made = target === '/transfer' ? 'The transfer is made: ' : '';
  if (visit === 'tamper' && readAction(frame, 'tamper')?.part === 'lastLetter')
    return 'The other letter decodes to the same bytes.';
  const tells = 'the server cannot tell this request from the user’s own.';
  return made ? made + tells : 'It cannot tell this request from the user’s own.';
}

/** What is said of a copy that opens the server although its holder logged out; nothing of any other. */
function sayLogoutIdle(visit: AttackVisit, strategy: Strategy, lane: LaneFrame): RichText | null {
  const { copy, proof } = lane.outcome;
  const dropped = lane.state.clients.client?.discarded ?? null;
  if (visit !== 'replay' || strategy !== 'token' || proof?.credential !== dropped) return null;
  // A leeway prolongs a copy beyond the exp that is in it.
  const expiresAt = copy ? copy.expiresAt : proof.expiresAt;
  const listed = lane.state.servers.server?.denyList !== null;
  const why = listed ? 'The deny-list does not have its jti' : 'The logout changed nothing here';
  if (expiresAt === null) return [`. ${why}: this copy names no end.`];
  return [`. ${why}: this copy works until `, { code: formatTime(expiresAt) }, '.'];
}

const sayRespond =
  (visit: AttackVisit, strategy: Strategy): Sentence =>
  (lane, frame) => {
    const { failure, proof } = lane.outcome;
    const server = isAtSecond(lane) ? 'The second server' : 'The server';
    if (failure)
      return [`${server} answers `, { code: readStatusLine(lane) }, `: ${FAILURE_WORDS[failure]}.`];
    return [
      `${server} answers `,
      { code: readStatusLine(lane) },
      ' for ',
      { code: proof?.userId ?? '' },
      ...(sayLogoutIdle(visit, strategy, lane) ?? [`. ${sayMeaning(visit, lane, frame)}`]),
    ];
  };

/** Returns a lane's sentences for every request that is not the user's own. */
export function toVisitSentences(
  strategy: Strategy,
  orIdle: (sentence: Sentence) => Sentence,
): Readonly<Record<string, Sentence>> {
  const sayCheck = strategy === 'session' ? sayCookieCheck : sayTokenCheck;
  const entries = VISITS.flatMap((visit): (readonly [string, Sentence])[] => {
    const saySend: Sentence = (lane, frame) => {
      const request = findRequest(lane);
      const to = isAtSecond(lane) ? ' at the second server' : '';
      return [
        `${toSender(visit, strategy, lane, frame)}: `,
        { code: `${request?.method} ${request?.target}` },
        to,
        ...sayAlong(visit, strategy, lane),
      ].filter((part) => part !== '');
    };
    const sayVerify: Sentence = (lane) => {
      const name = toServerWords(findServerId(lane));
      const intro = name === 'the server' ? '' : 'At the second server: ';
      return [intro, ...sayCheck(lane)].filter((part) => part !== '');
    };
    const respond = sayRespond(visit, strategy);
    return [
      [`${visit}.send`, orIdle(saySend)],
      [`${visit}.verify`, orIdle(sayVerify)],
      [`${visit}.respond`, orIdle(respond)],
      [
        `${visit}.whole`,
        orIdle((lane, frame) => [...saySend(lane, frame), ' ', ...respond(lane, frame)]),
      ],
    ];
  });
  return Object.fromEntries(entries);
}
