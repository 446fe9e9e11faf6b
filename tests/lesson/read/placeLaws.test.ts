import { readActor } from '../../../src/lesson/read/actor.ts';
import { readGivenCookie, readReplaced } from '../../../src/lesson/read/held/replaced.ts';
import { readHolders } from '../../../src/lesson/read/stage/holders.ts';
import { readStageCredential } from '../../../src/lesson/read/stage/stageCredential.ts';
import { isInCookie, readCredentialNews } from '../../../src/lesson/read/stage/variables.ts';
import { readWire } from '../../../src/lesson/read/stage/wire.ts';
import { readTraffic } from '../../../src/lesson/read/traffic.ts';
import type { Holding } from '../../../src/lesson/telling.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import {
  isAccessToken,
  isCredential,
  readGiven,
  readKept,
  readMember,
  readSent,
  readSid,
} from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { findRequest as findRequestIn, findResponse as findResponseIn, testLaws } from './laws.ts';

const findRequest = ({ messages }: Evidence) => findRequestIn(messages);
const findResponse = ({ messages }: Evidence) => findResponseIn(messages);
/** The request, the response of a step: the page's, or the browser's own preflight where nothing else came. */
const findOnWire = ({ messages }: Pick<Evidence, 'messages'>) =>
  [
    findRequestIn(messages) ?? messages.find(({ kind }) => kind === 'request'),
    findResponseIn(messages) ?? messages.findLast(({ kind }) => kind === 'response'),
  ] as const;
const listHandlings = ({ state }: Evidence) =>
  Object.values(state.servers).flatMap(({ handling }) => handling ?? []);

const TRAFFIC_LAWS: readonly Law[] = [
  [
    'what crosses the wire from below begins or ends at somebody else than the first browser',
    (evidence) => {
      const { moment, messages } = evidence;
      const http = messages.filter(({ kind }) => kind !== 'store');
      if (http.length === 0) return null;
      const isFirst = http.some(({ from, to }) => [from, to].includes('client'));
      return readTraffic(moment).fromBelow === !isFirst;
    },
  ],
  [
    'what waits is what a server handles',
    (evidence) => {
      const [handling] = listHandlings(evidence);
      const { waiting, issued } = readTraffic(evidence.moment);
      return waiting === (handling?.request ?? null) && issued === (handling?.issued ?? null);
    },
  ],
  [
    'a request on the wire carries what its bytes have',
    ({ moment, messages }) => {
      const { request } = readWire(moment);
      const [sent] = findOnWire({ messages });
      if (request.type !== 'crossing' || !sent) return null;
      const cargo = request.cargo?.type ?? 'credential';
      if (readSent(sent, moment.strategy) !== null) return cargo === 'credential';
      return (cargo === 'password') === /"(old)?[Pp]assword"/.test(sent.body ?? '');
    },
  ],
  [
    'what a request on the wire is drawn with stands in the part that it names',
    ({ moment, messages }) => {
      const { request } = readWire(moment);
      const [sent] = findOnWire({ messages });
      if (request.type !== 'crossing' || !sent || sent.kind !== 'request') return null;
      const { vehicle, withPassword } = request;
      const value = readSent(sent, moment.strategy);
      const hasPassword = /"(old)?[Pp]assword"/.test(sent.body ?? '');
      if (withPassword !== (value !== null && hasPassword)) return false;
      if (value === null) return vehicle !== 'Authorization';
      const fields = sent.headers.filter(([name]) => name === vehicle);
      return (
        fields.some(([, field]) => field.includes(value)) || sent.body?.includes(value) === true
      );
    },
  ],
  [
    'the credential is where it is said to be',
    (evidence) => {
      const { moment, state } = evidence;
      const { strategy } = moment;
      const traffic = readTraffic(moment);
      const found = readStageCredential(moment, traffic);
      if (!found) return null;
      const is = (value: string | null | undefined) =>
        found.value === (strategy === 'session' ? readSid(value ?? null) : value);
      const { client } = state.clients;
      const [handling] = listHandlings(evidence);
      const [request, response] = findOnWire(evidence);
      const places = {
        client: is(found.gone ? client?.discarded : readKept(client, strategy)),
        request: is(readSent(request, strategy)),
        response: is(readGiven(response, strategy)),
        server: found.value === handling?.issued || is(readSent(handling?.request, strategy)),
      };
      return places[found.place];
    },
  ],
  [
    'what the first browser throws away, it held until its own Action',
    ({ moment, who }) => {
      const found = readStageCredential(moment, readTraffic(moment));
      if (!found?.gone) return null;
      const before = moment.frames.findLast(
        ({ step, actionIndex }) =>
          step < moment.step && actionIndex !== moment.frames[moment.step]?.actionIndex,
      );
      const client = before?.[moment.strategy].state.clients.client;
      // The whole jar, and all that the page keeps.
      return who === 'client' && JSON.stringify(client).includes(found.value);
    },
  ],
  [
    'a credential that is nowhere is kept by nobody at the first browser, or crosses as what is kept',
    (evidence) => {
      const { moment, state } = evidence;
      if (readStageCredential(moment, readTraffic(moment)) !== null) return null;
      const kept = readKept(state.clients.client, moment.strategy);
      // A cookie that holds no session ID is no session ID.
      if (kept === null || (moment.strategy === 'session' && readSid(kept) === null)) return true;
      const crossing = [
        readSent(findRequest(evidence), moment.strategy),
        readGiven(findResponse(evidence), moment.strategy),
      ];
      return crossing.includes(kept);
    },
  ],
];

/** The session's cookies of a browser that make way for another session's in a step, each with that. One takes the other's place only with the same Domain and Path. */
function listSwaps({ state, before }: Evidence, browser: string) {
  const [had = [], has = []] = [before, state].map(
    ({ clients }) => clients[browser]?.jar.filter(isCredential) ?? [],
  );
  const pairs = had.flatMap(({ domain, hostOnly, path, value }) =>
    has
      .filter((one) => one.domain === domain && one.hostOnly === hostOnly && one.path === path)
      .map((one) => [value, one.value] as const),
  );
  return pairs.filter(([was, is]) => readSid(was) !== readSid(is));
}

const NEWS_LAWS: readonly Law[] = [
  [
    'what is told of a credential last is so',
    (evidence) => {
      const { moment, state, before } = evidence;
      const { strategy } = moment;
      const news = readCredentialNews(moment);
      const kept = readKept(state.clients.client, strategy);
      const stolen = state.clients.attacker?.stolen ?? [];
      const [handling] = listHandlings(evidence);
      switch (news.type) {
        case 'none':
          return kept === null && stolen.length === 0;
        case 'deleted':
          return kept === null && readKept(before.clients.client, strategy) !== null;
        case 'attackersOnly':
          return kept === null && stolen.length > 0;
        case 'copied':
        case 'planted':
          return stolen.length > 0;
        case 'copyUsed':
          return evidence.asked?.from === 'attacker';
        case 'replaced':
          return listSwaps(evidence, 'client').length > 0;
        case 'given':
          return readGiven(findResponse(evidence), strategy) !== null;
        case 'sent':
          return readSent(findRequest(evidence), strategy) !== null;
        case 'kept':
          return kept !== null;
        case 'made':
          return news.token === handling?.issued;
      }
    },
  ],
  [
    'a cookie that is given and refused is not kept',
    ({ moment, state, answer }) => {
      const news = readCredentialNews(moment);
      if (news.type !== 'given' || !news.refused) return null;
      return readKept(state.clients.client, moment.strategy) !== readGiven(answer, moment.strategy);
    },
  ],
  [
    'a token in a jar is a cookie',
    ({ moment, state }) => {
      const isIn = state.clients.client?.jar.some(isCredential) ?? false;
      return moment.strategy === 'token' && isIn ? isInCookie(moment) : null;
    },
  ],
];

/** The user of the session that a cookie opens now, wherever its record is. */
function findUser({ state }: Evidence, cookie: string | null) {
  const sid = readSid(cookie);
  const records = Object.values(state.stores).flatMap((store) => listRecords(store));
  return records.find(([id]) => id === sid)?.[1].userId ?? null;
}

const JAR_LAWS: readonly Law[] = [
  [
    'a session’s cookie that makes way for another one’s is told of, and whose they are',
    (evidence) => {
      const { moment, who } = evidence;
      const replaced = readReplaced(moment);
      if (moment.strategy !== 'session') return replaced === null;
      const [other] = listSwaps(evidence, who);
      if (!other || !replaced) return !other && !replaced;
      const [old, fresh] = other.map((value) => findUser(evidence, value));
      return (
        replaced.was.userId === old &&
        replaced.is.userId === fresh &&
        replaced.losesUser === (old !== null && fresh === null)
      );
    },
  ],
  [
    'a cookie that the answer to a browser’s visit sets is in its jar, or told not to be taken',
    (evidence) => {
      const { moment, state, who } = evidence;
      const isBrowsers = /^(request|crossSite|ride)\.(respond|whole)$/.test(moment.kind);
      if (moment.strategy !== 'session' || !isBrowsers) return null;
      const given = readGiven(findResponse(evidence), 'session');
      const told = readGivenCookie(moment);
      if (given === null || told === null) return given === told;
      // It may lie behind a planted one.
      const isKept = state.clients[who]?.jar.some(({ value }) => value === given) ?? false;
      return told.isTaken === isKept && told.sid === readSid(given);
    },
  ],
  [
    'a browser loses a user only by an answer that sets an anonymous session’s cookie',
    (evidence) => {
      const { moment, messages } = evidence;
      if (!readReplaced(moment)?.losesUser || moment.kind === 'plant.place') return null;
      const answers = [...moment.earlier, moment.lane].flatMap((lane) => lane.messages);
      const response = [...answers, ...messages].findLast(({ kind }) => kind === 'response');
      return readGiven(response, 'session') !== null;
    },
  ],
];

/** Compares who is said to hold an item with who does. */
const toHolderLaw = (
  item: Holding['item'],
  strategy: 'session' | 'token',
  holds: Readonly<Partial<Record<Holding['places'][number], (evidence: Evidence) => boolean>>>,
): Law => [
  `${item} is where it is said to be`,
  (evidence) => {
    if (evidence.moment.strategy !== strategy) return null;
    const said = readHolders(evidence.step).find((one) => one.item === item)?.places ?? [];
    const places = (['client', 'wire', 'server', 'attacker'] as const).filter((place) =>
      holds[place]?.(evidence),
    );
    return said.join() === places.join();
  },
];

const countRecords = ({ state }: Evidence) =>
  Object.values(state.stores).flatMap(listRecords).length;
const isCrossing = ({ messages, moment: { strategy } }: Evidence) =>
  messages.some(
    (message) =>
      (message.kind === 'request' && readSent(message, strategy) !== null) ||
      (message.kind === 'response' && readGiven(message, strategy) !== null),
  );
const isStolen = ({ state, moment }: Evidence) =>
  (state.clients.attacker?.stolen ?? []).some(
    (item) => moment.strategy === 'session' || isAccessToken(item),
  );

/** In any of the user's browsers. */
const isKept = ({ state, moment }: Evidence) =>
  Object.entries(state.clients).some(
    ([id, client]) => id !== 'attacker' && readKept(client, moment.strategy) !== null,
  );
const isKeptByAttacker = ({ state, moment }: Evidence) =>
  readKept(state.clients.attacker, moment.strategy) !== null;

const HOLDER_LAWS: readonly Law[] = [
  toHolderLaw('Password', 'session', {
    wire: ({ messages }) =>
      messages.some((one) => one.kind === 'request' && readMember(one, 'password') !== null),
    server: (evidence) =>
      listHandlings(evidence).some(({ request }) => readMember(request, 'password') !== null),
  }),
  toHolderLaw('Session record', 'session', { server: (evidence) => countRecords(evidence) > 0 }),
  toHolderLaw('Session ID', 'session', {
    client: isKept,
    wire: isCrossing,
    server: (evidence) =>
      countRecords(evidence) > 0 || listHandlings(evidence).some(({ issued }) => issued !== null),
    attacker: (evidence) => isStolen(evidence) || isKeptByAttacker(evidence),
  }),
  toHolderLaw('Token', 'token', {
    client: isKept,
    wire: isCrossing,
    server: (evidence) =>
      listHandlings(evidence).some(
        ({ request, issued }) => issued !== null || readSent(request, 'token') !== null,
      ),
    attacker: (evidence) => isStolen(evidence) || isKeptByAttacker(evidence),
  }),
  toHolderLaw('Secret', 'session', { server: () => true }),
];

const ACTOR_LAWS: readonly Law[] = [
  [
    'who acts is who sends',
    (evidence) => {
      const { asked, action, moment } = evidence;
      if (!asked || !action) return null;
      const actor = readActor(action);
      if (JSON.stringify(actor) !== JSON.stringify(moment.actor)) return false;
      const tampers = actor.who === 'attacker' && actor.means === 'tampering';
      if (actor.who === 'attacker' && !tampers) return asked.from === 'attacker';
      return asked.from === (actor.who === 'user' ? actor.client : 'client');
    },
  ],
  [
    'nothing but time passes in a wait, and nobody acts at the start and at the end',
    ({ moment: { actor, kind } }) => {
      if (kind === 'wait.pass') return actor.who === 'time';
      return kind === 'start' || kind === 'end.rest' ? actor.who === 'nobody' : null;
    },
  ],
  [
    'the server that a step is about is the one that is asked',
    ({ moment, asked }) => (asked ? moment.server === asked.to : null),
  ],
];

testLaws('the wire and the stage', TRAFFIC_LAWS);
testLaws('the tracker', NEWS_LAWS);
testLaws('what the jar replaced', JAR_LAWS);
testLaws('who holds what', HOLDER_LAWS);
testLaws('who acts', ACTOR_LAWS);
