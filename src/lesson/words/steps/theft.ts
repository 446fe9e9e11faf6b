import type { PlantWay } from '../../../sim/action.ts';
import { formatCount } from '../../page/format.ts';
import { isPlantRefused } from '../../read/action/login.ts';
import { readPlanting } from '../../read/action/planting.ts';
import type { TokenPlace } from '../../read/held/held.ts';
import { hasDiscarded, listCopies, readKeptToken } from '../../read/held/heldAt.ts';
import { listHeld } from '../../read/held/heldCredentials.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { joinSentences } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy } from '../credential/copy.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import type { StepWords } from './stepWords.ts';
import { sayOf } from './title.ts';

const isIdle = ({ lane: { outcome } }: Moment) => outcome.idle !== null;
const bothIdle = ({ session, token }: Step) => isIdle(session) && isIdle(token);

const sayStolen = (moment: Moment) =>
  isIdle(moment) ? null : `attacker holds ${formatCount(listCopies(moment).length, 'credential')}`;

/** Makes a sentence with what a copy would get after it. */
const withCopy = (text: string) => orIdle((moment) => joinSentences(text, sayCopy(moment)));

/** What there was to copy in a browser. */
function sayTaken(moment: Moment): string {
  const held = listHeld(moment, moment.browser).map(({ what }) => what);
  if (!held.includes('refreshToken')) return 'the token';
  return held.includes('token')
    ? 'all that the client holds, the refresh token too'
    : 'the refresh token';
}

const steal: StepWords = {
  title: (step) => sayOf(step, 'Attacker copies the credential'),
  session: {
    cell: orIdleCell(() => 'Attacker has the cookie'),
    detail: sayStolen,
    sentence: withCopy(
      'The attacker has a copy of the cookie. The browser notices nothing, and nothing binds the cookie to this machine.',
    ),
  },
  token: {
    cell: orIdleCell(() => 'Attacker has the token'),
    detail: sayStolen,
    sentence: orIdle((moment) => {
      return joinSentences(
        `The attacker has a copy of ${sayTaken(moment)}. A bearer token is good for whoever bears it.`,
        sayCopy(moment),
      );
    }),
  },
  result: (step) => (bothIdle(step) ? 'Nothing to copy' : 'Two hold it now'),
  done: 'Copied',
  breach: 'copied',
};

const sayReadFrom = (place: TokenPlace): string =>
  `The script reads ${place}, as any script of the page can, and sends the token away.`;

const inject: StepWords = {
  title: () => 'Injected script reads',
  session: {
    cell: orIdleCell(() => 'Script reads the cookie'),
    detail: sayStolen,
    sentence: withCopy(
      'The script reads the cookie from document.cookie, since it is not HttpOnly, and sends it away.',
    ),
  },
  token: {
    cell: orIdleCell(() => 'Script reads the token'),
    detail: sayStolen,
    sentence: orIdle((moment) => {
      const kept = readKeptToken(moment);
      // The engine has the script read no token that the client does not keep.
      return kept ? joinSentences(sayReadFrom(kept.place), sayCopy(moment)) : [];
    }),
  },
  result: (step) => (bothIdle(step) ? 'Script finds nothing' : 'Script sends away what it found'),
  done: 'Read',
  breach: 'read',
};

/** By what means a planted cookie came into the user's jar. */
export const PLANTED: Readonly<Record<PlantWay, string>> = {
  script: 'A script of the attacker’s in the page sets it in the user’s browser.',
  subdomain: 'A page on a subdomain sets it in the user’s browser, for the Domain of the site.',
  path: 'A script of the attacker’s in the page sets it with Path=/profile: a longer Path is sent first.',
  http: 'Somebody on the network sets it in an answer over plain http: a cookie’s host has no scheme.',
};

/** What the attacker waits for, by whether the user is logged in already. */
const WAITS = {
  beside: 'It keeps a copy; the user’s own cookie stays beside it.',
  inItsPlace: 'It keeps a copy; the user’s own cookie has made way for it.',
  none: 'It keeps a copy and waits for a login.',
} as const;

const PLANT_RESULTS = {
  beside: 'Two cookies of one name',
  inItsPlace: 'User’s cookie is replaced',
  none: 'Attacker waits for a login',
} as const;

const sayPlanted = orIdle((moment): RichText => {
  const planting = readPlanting(moment);
  if (!planting) return [];
  const { outcome } = moment.lane;
  const how = planting.invented
    ? `The attacker makes up a cookie, session ID and signature.`
    : `The attacker asks for a page and is given a real anonymous cookie.`;
  // After a logout what was tried is a copy of the cookie that the browser dropped then.
  const failure = !hasDiscarded(moment) ? outcome.copy?.failure : undefined;
  const now = failure ? `So far it opens nothing: ${FAILURE_WORDS[failure]}.` : '';
  return joinSentences(how, PLANTED[planting.by], WAITS[planting.on], now);
});

/** What an invented token does to the one by which the user is logged in. */
const PLANTED_TOKENS = {
  beside: 'The user’s own cookie stays beside it, and the server reads the one that comes first.',
  inItsPlace: 'The user’s own cookie has made way for it.',
  none: 'No login makes it good: the server signs only what it issues.',
} as const;

const sayPlantedToken = orIdle((moment): RichText => {
  const { lane } = moment;
  const planting = readPlanting(moment);
  if (!planting) return [];
  return joinSentences(
    `The attacker makes up a token, of the right form and signed by nobody. ${PLANTED[planting.by]} ${PLANTED_TOKENS[planting.on]}`,
    !hasDiscarded(moment) && lane.outcome.copy?.failure
      ? [`Of itself it opens nothing: ${FAILURE_WORDS[lane.outcome.copy.failure]}.`]
      : [],
  );
});

/** A lane into which a cookie was planted, else the first. */
const findPlanted = ({ session, token }: Step) =>
  isIdle(session) && !isIdle(token) ? token : session;

const plant: StepWords = {
  title: () => 'Attacker plants a cookie',
  session: {
    cell: orIdleCell(() => 'Attacker’s cookie is in the jar'),
    detail: sayStolen,
    sentence: sayPlanted,
  },
  token: {
    cell: orIdleCell(() => 'Attacker’s cookie is in the jar'),
    detail: sayStolen,
    sentence: sayPlantedToken,
  },
  result: (step) => {
    const planting = bothIdle(step) ? null : readPlanting(findPlanted(step));
    if (planting) return PLANT_RESULTS[planting.on];
    return [step.session, step.token].some(isPlantRefused)
      ? 'Browser refuses the cookie'
      : 'Nothing to plant';
  },
  done: 'Planted',
  breach: 'planted',
};

/** The words of getting hold of a credential: a theft, a script that reads, a cookie that is planted. */
export const THEFT = { 'steal.copy': steal, 'inject.read': inject, 'plant.place': plant };
