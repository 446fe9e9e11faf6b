import { readTarget } from '../../../read/check/wholeRequest.ts';
import type { Moment } from '../../../read/moment.ts';
import { readRoleInData } from '../../../read/server/dataInCookie.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { isSecondServer } from '../../../told/actorIds.ts';
import { sayStatus, sayStatusLine } from '../../lane/status.ts';
import { nameServer, sayFrom } from '../../names.ts';
import { sayDenied } from '../request/denied.ts';
import { sayPlantedFirst } from '../request/plantedFirst.ts';
import { REQUEST_RESPOND, sayAnswerCell } from '../request/respond.ts';
import { REQUEST_WHOLE, sayWholeCell } from '../request/whole.ts';
import { sayChecked, sayCheckedInShort, saySignatureChange } from './check.ts';
import type { SwappedWords } from './swap.ts';

const verify: SwappedWords = {
  cell: ({ lane: { outcome } }) =>
    outcome.failure === 'cookieMissing' ? 'No data to check' : 'Check the signature over the data',
  detail: sayCheckedInShort,
  sentence: sayChecked,
};

function sayAnswered(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  const change = saySignatureChange(moment);
  if (!proof) return joinSentences(sayDenied(moment), change);
  const rest =
    change.length === 0
      ? ['The response sets no cookie: the data is as it was, and its date stays, too.']
      : change;
  return joinSentences(
    say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} for ${proof.userId}.`,
    rest,
  );
}

const respond: SwappedWords = {
  cell: (moment, step) => sayAnswerCell(moment, step, 'Allow or deny based on the data'),
  detail: REQUEST_RESPOND.session.detail,
  sentence: sayAnswered,
};

/** Says that the data was believed; where the role comes from that lets a user in, when that is the cookie. */
function sayBelieved(moment: Moment, userId: string): RichText {
  const target = readTarget(moment);
  const status = sayStatus(moment);
  const isAnswered = {
    plain: isSecondServer(moment.server)
      ? `goes to ${nameServer(moment)}, which answers`
      : 'is answered',
  };
  const role = readRoleInData(moment);
  return role === null
    ? say`The request for ${target} ${isAnswered} ${status}: the signature fits, so the data in the cookie is believed. It names ${userId}.`
    : say`The request for ${target} ${isAnswered} ${status}: the signature fits, so the data in the cookie is believed. It names ${userId}, and it says ${role}. Nobody asks the database whether that is still so.`;
}

function sayWhole(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  return proof
    ? joinSentences(
        sayBelieved(moment, proof.userId),
        sayPlantedFirst(moment),
        saySignatureChange(moment),
      )
    : joinSentences(REQUEST_WHOLE.session.sentence(moment), saySignatureChange(moment));
}

/** A request for a page, with the session in its cookies. */
export const REQUEST_IN_COOKIE = {
  'request.verify': verify,
  'request.respond': respond,
  'request.whole': {
    cell: (moment) => sayWholeCell(moment, 'Session', 'No session cookie'),
    detail: REQUEST_WHOLE.session.detail,
    sentence: sayWhole,
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;
