import { isUnsigned, readAttachable, readSurvivor } from '../../../src/lesson/read/action/visit.ts';
import { isOutsiders, readOutsider } from '../../../src/lesson/read/stage/outsider.ts';
import { isCredential, readGiven, readKept, readPart, readSent, readSentRefresh } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { findRequest, isPhaseOf, testLaws } from './laws.ts';

/** Facts of the attacker; `null` where another site's page stands outside. */
function findAttacker({ moment }: Evidence) {
  const facts = readOutsider(moment);
  return facts.type === 'attacker' ? facts : null;
}

const OUTSIDER_LAWS: readonly Law[] = [
  [
    'what was stolen is with the attacker, the latest first',
    (evidence) => {
      const stolen = evidence.state.clients.attacker?.stolen ?? [];
      const facts = findAttacker(evidence);
      return facts && facts.stolen.join() === stolen.toReversed().join();
    },
  ],
  [
    'what the attacker sends is in its request',
    (evidence) => {
      const { moment } = evidence;
      const request = findRequest(evidence.messages);
      const facts = findAttacker(evidence);
      if (request?.from !== 'attacker' || !facts) return null;
      const sent = readSent(request, moment.strategy) ?? readSentRefresh(request);
      return facts.sent === sent;
    },
  ],
  [
    'who is away neither takes, plants nor sends',
    (evidence) => {
      if (findAttacker(evidence)?.deed.type !== 'away') return null;
      const { state, before, messages } = evidence;
      const [was, is] = [before, state].map(({ clients }) => clients.attacker?.stolen ?? []);
      const sends = messages.some(({ from, to }) => [from, to].includes('attacker'));
      return !sends && (was ?? []).join() === (is ?? []).join();
    },
  ],
  [
    'who is away is told to keep what its own browser was given, and nothing else',
    (evidence) => {
      const deed = findAttacker(evidence)?.deed;
      if (deed?.type !== 'away') return null;
      const { state, moment } = evidence;
      const { attacker } = state.clients;
      const { memory = {}, localStorage = {} } = attacker?.storage ?? {};
      const kept = [
        ...(attacker?.jar ?? []).map(({ value }) => value),
        ...[memory, localStorage].flatMap((storage) => Object.values(storage)),
      ];
      if (deed.keeps !== null) return kept.length > 0;
      const own = readKept(attacker, moment.strategy);
      return own === null || (attacker?.stolen ?? []).includes(own);
    },
  ],
  [
    'who takes or plants has one more thing than before, or holds it already',
    (evidence) => {
      const deed = findAttacker(evidence)?.deed.type;
      if (deed !== 'steals' && deed !== 'plants' && deed !== 'scriptReads') return null;
      const { state, before } = evidence;
      const [was, is] = [before, state].map(({ clients }) => clients.attacker?.stolen.length ?? 0);
      return (is ?? 0) > 0 && (is ?? 0) >= (was ?? 0);
    },
  ],
  [
    'who has nothing that it could use has nothing, or sends nothing',
    (evidence) => {
      const deed = findAttacker(evidence)?.deed.type;
      if (deed !== 'useless' && deed !== 'unused') return null;
      const stolen = evidence.state.clients.attacker?.stolen ?? [];
      return (deed === 'unused') === stolen.length > 0 && !findRequest(evidence.messages);
    },
  ],
  [
    'a page of another site has what it makes the browser send',
    (evidence) => {
      const facts = readOutsider(evidence.moment);
      if (facts.type !== 'page' || !facts.acts) return null;
      const answers = evidence.messages.find(({ kind }) => kind === 'response') ?? null;
      const isAsked = facts.request?.method === evidence.asked?.method;
      const isThere = facts.request?.target === evidence.asked?.target;
      return isAsked && isThere && facts.isAnswered === (answers !== null);
    },
  ],
  [
    'what is worth something is the one thing that was stolen',
    (evidence) => {
      const worth = findAttacker(evidence)?.worth;
      if (!worth) return null;
      const { state, moment } = evidence;
      const stolen = state.clients.attacker?.stolen ?? [];
      return (
        stolen.includes(worth.credential) && worth.refused === !moment.lane.outcome.copy?.accepted
      );
    },
  ],
  [
    'whoever is an outsider is no browser of the user’s',
    ({ moment, action }) => {
      if (!isOutsiders(moment.actor) || !action) return null;
      const own = ['login', 'request', 'logout', 'forget', 'wait', 'end', 'tamper'];
      return !own.includes(action.type) || ('client' in action && action.client === 'attacker');
    },
  ],
];

const VISIT_LAWS: readonly Law[] = [
  [
    'a browser can attach the cookie that was in its jar before the answer',
    ({ moment, before }) => {
      const jar = before.clients.client?.jar ?? [];
      // Of several it is told of the one that is sent first.
      const [cookie] = jar.filter(isCredential).toSorted((a, b) => b.path.length - a.path.length);
      const found = readAttachable(moment);
      if (cookie) return found.type === 'cookie' && found.sameSite === cookie.sameSite;
      const isKept = readKept(before.clients.client, moment.strategy) !== null;
      return found.type === (isKept ? 'tokenOfPage' : 'nothing');
    },
  ],
  [
    'a copy that survives is the one that the holder dropped',
    ({ moment, state, server }) => {
      const survivor = readSurvivor(moment);
      if (!survivor) return null;
      const { proof } = moment.lane.outcome;
      return (
        proof?.credential === state.clients.client?.discarded &&
        survivor.isUnlisted === (server.denyList !== null)
      );
    },
  ],
  [
    'a token without a signature says so itself',
    (evidence) => {
      const { moment, asked } = evidence;
      const token = moment.strategy === 'token' ? readSent(asked, 'token') : null;
      if (token === null || moment.lane.outcome.proof === null) return null;
      if (!isPhaseOf(evidence, 'request', 'replay', 'forge', 'tamper')) return null;
      return isUnsigned(moment) === (readPart(token, 0).alg === 'none');
    },
  ],
  [
    'no token is handed out to who is refused a login',
    (evidence) => {
      const { answer, moment } = evidence;
      if (!isPhaseOf(evidence, 'login') || (answer?.status ?? 0) < 400) return null;
      if (moment.strategy === 'session') return null;
      return readGiven(answer, moment.strategy) === null;
    },
  ],
];

testLaws('who stands outside', OUTSIDER_LAWS);
testLaws('a visit', VISIT_LAWS);
