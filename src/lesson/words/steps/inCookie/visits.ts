import { isOtherServices } from '../../../read/check/confusion.ts';
import { isDiscardedShown } from '../../../read/held/heldAt.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { VISITS } from '../visits/kinds.ts';
import { sayLikeUsers } from '../visits/meaning.ts';
import { toSteps } from '../visits/phases.ts';
import type { ForeignVisit, VisitWords } from '../visits/visitWords.ts';
import { sayChecked, sayCheckedInShort, saySignatureChange } from './check.ts';
import type { SwappedWords } from './swap.ts';

const FORGED = {
  unsigned: 'the user’s ID as session data, without a signature',
  otherSecret: 'the user’s ID as session data, signed with a secret of its own',
  leakedSecret:
    'the user’s ID as session data, signed with the server’s first secret, which leaked',
  otherAlgorithm: 'a cookie that it made itself',
  otherService: 'the user’s session of another service, which signs with the same secret',
} as const;

const PARTS = {
  sid: 'altered',
  signature: 'with one bit of its signature changed',
  payload: 'with another user in its data and the old signature',
  lastLetter: 'with another last letter in its signature',
} as const;

/** What is said of a copy that opens the server although its holder logged out. */
function sayReplayed(moment: Moment): RichText {
  return isDiscardedShown(moment)
    ? ['The logout changed nothing here: it cleared the cookies of one browser.']
    : sayLikeUsers(moment);
}

const sayForged = (moment: Moment): RichText =>
  isOtherServices(moment)
    ? ['The signature fits, and nothing in the data says which service it is of.']
    : sayLikeUsers(moment);

/** How each kind of visit is told, where that is another thing. */
const WORDS: Readonly<Record<ForeignVisit, VisitWords>> = {
  ...VISITS,
  replay: { ...VISITS.replay, meaning: sayReplayed },
  tamper: {
    ...VISITS.tamper,
    sender: ({ action }) =>
      `A copy of the cookies is sent, ${action?.type === 'tamper' ? PARTS[action.part] : 'altered'}`,
    meaning: sayLikeUsers,
  },
  forge: {
    ...VISITS.forge,
    sender: ({ action }) =>
      `The attacker sends ${action?.type === 'forge' ? FORGED[action.how] : 'a cookie that it made itself'}`,
    meaning: sayForged,
  },
};

/** Adds what an answer did to the signature. */
const withChange = (words: SwappedWords): SwappedWords => ({
  ...words,
  sentence: (moment) => joinSentences(words.sentence(moment), saySignatureChange(moment)),
});

function toLanes(words: VisitWords) {
  const checked = { detail: sayCheckedInShort, sentence: sayChecked };
  const { send, verify, respond, whole } = toSteps(words, checked);
  return {
    send: send.session,
    verify: verify.session,
    respond: withChange(respond.session),
    whole: withChange(whole.session),
  };
}

const REPLAY = toLanes(WORDS.replay);
const TAMPER = toLanes(WORDS.tamper);
const FORGE = toLanes(WORDS.forge);
const CROSS_SITE = toLanes(WORDS.crossSite);
const RIDE = toLanes(WORDS.ride);

/** Every request that is not simply the user's own. */
export const VISITS_IN_COOKIE = {
  'replay.send': REPLAY.send,
  'replay.verify': REPLAY.verify,
  'replay.respond': REPLAY.respond,
  'replay.whole': REPLAY.whole,
  'tamper.send': TAMPER.send,
  'tamper.verify': TAMPER.verify,
  'tamper.respond': TAMPER.respond,
  'tamper.whole': TAMPER.whole,
  'forge.send': FORGE.send,
  'forge.verify': FORGE.verify,
  'forge.respond': FORGE.respond,
  'forge.whole': FORGE.whole,
  'crossSite.send': CROSS_SITE.send,
  'crossSite.verify': CROSS_SITE.verify,
  'crossSite.respond': CROSS_SITE.respond,
  'crossSite.whole': CROSS_SITE.whole,
  'ride.send': RIDE.send,
  'ride.verify': RIDE.verify,
  'ride.respond': RIDE.respond,
  'ride.whole': RIDE.whole,
} as const satisfies Readonly<Record<string, SwappedWords>>;
