import { isOtherServices, usesRefreshToken } from '../../../read/check/confusion.ts';
import { CREDENTIALS } from '../../names.ts';
import { sayPlace } from '../title.ts';
import { sayAttached, sayCarrying, sayRidden } from './attachedCookie.ts';
import { sayForged, sayLikeUsers, sayReplayed } from './meaning.ts';
import { FORGED, PARTS, sayForeignPage, sayForeignTitle } from './sender.ts';
import type { ForeignVisit, VisitWords } from './visitWords.ts';

/** How each kind of visit is told. */
export const VISITS: Readonly<Record<ForeignVisit, VisitWords>> = {
  replay: {
    title: (step) =>
      sayPlace(
        step,
        usesRefreshToken(step.token)
          ? 'Attacker uses the refresh token as access token'
          : 'Attacker uses the copy',
      ),
    session: 'Attacker sends the stolen cookie',
    token: 'Attacker sends the stolen token',
    sender: (moment) =>
      usesRefreshToken(moment)
        ? 'The attacker sends the refresh token that it stole as if it were an access token'
        : `The attacker sends its copy of the ${CREDENTIALS[moment.strategy]} from its own machine`,
    along: sayCarrying,
    meaning: sayReplayed,
  },
  tamper: {
    title: () => 'Altered credential is sent',
    session: 'Send an altered cookie',
    token: 'Send an altered token',
    sender: ({ action, strategy }) => {
      const how = action?.type === 'tamper' ? PARTS[action.part] : 'altered';
      return `A copy of the ${CREDENTIALS[strategy]} is sent, ${how}`;
    },
    along: sayCarrying,
    meaning: (moment) =>
      moment.action?.type === 'tamper' && moment.action.part === 'lastLetter'
        ? ['The other letter decodes to the same bytes.']
        : sayLikeUsers(moment),
  },
  forge: {
    title: ({ token }) =>
      isOtherServices(token) ? 'Another service’s credential' : 'Attacker forges a credential',
    session: (moment) =>
      isOtherServices(moment) ? 'Send another service’s cookie' : 'Send a self-made cookie',
    token: (moment) =>
      isOtherServices(moment) ? 'Send another service’s token' : 'Send a self-made token',
    sender: ({ action, strategy }) => {
      const what =
        action?.type === 'forge'
          ? FORGED[action.how][strategy]
          : `a ${CREDENTIALS[strategy]} that it made itself`;
      return `The attacker sends ${what}`;
    },
    along: sayCarrying,
    meaning: sayForged,
  },
  crossSite: {
    title: sayForeignTitle,
    session: 'Browser attaches the cookie',
    token: 'Browser attaches the token’s cookie',
    sender: sayForeignPage,
    along: sayAttached,
    meaning: sayLikeUsers,
  },
  ride: {
    title: () => 'Injected script sends a request',
    session: 'Browser attaches the cookie',
    token: 'Script uses the page’s token',
    sender: () => 'A foreign script inside the page posts a transfer',
    along: sayRidden,
    meaning: sayLikeUsers,
  },
};
