import { isSecondServer } from '../../../read/actor.ts';
import type { Moment } from '../../../read/moment.ts';
import { readDataCheck } from '../../../read/server/dataInCookie.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayStatus, sayStatusLine } from '../../lane/status.ts';
import { nameServer, sayFrom } from '../../names.ts';
import { sayDenied } from '../request/denied.ts';
import { sayPlantedFirst } from '../request/plantedFirst.ts';
import { REQUEST_RESPOND, sayAnswerCell } from '../request/respond.ts';
import { readTarget } from '../request/sent.ts';
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
  if (!proof) return [...sayDenied(moment), ...change];
  const rest =
    change.length === 0
      ? [' The response sets no cookie: the data is as it was, and its date stays, too.']
      : change;
  return [
    ...say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} for ${proof.userId}.`,
    ...rest,
  ];
}

const respond: SwappedWords = {
  cell: (moment, step) => sayAnswerCell(moment, step, 'Allow or deny based on the data'),
  detail: REQUEST_RESPOND.session.detail,
  sentence: sayAnswered,
};

/** The end of a sentence: where the role comes from that lets a user in, when that is the cookie. */
function sayCopiedRole(moment: Moment): RichText {
  const check = readDataCheck(moment);
  const role = check?.type === 'believed' ? check.data.role : undefined;
  return typeof role !== 'string' || readTarget(moment) !== '/admin'
    ? ['.']
    : say`, and it says ${role}. Nobody asks the database whether that is still so.`;
}

function sayWhole(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  const change = saySignatureChange(moment);
  if (!proof) return [...REQUEST_WHOLE.session.sentence(moment), ...change];
  const { server } = moment;
  const start = say`The request for ${readTarget(moment)}`;
  const where = isSecondServer(server)
    ? ` goes to ${nameServer(moment)}, which answers `
    : ' is answered ';
  return [
    ...start,
    ...say`${{ plain: where }}${sayStatus(moment)}: the signature fits, so the data in the cookie is believed. It names ${proof.userId}`,
    ...sayCopiedRole(moment),
    sayPlantedFirst(moment),
    ...change,
  ].filter((part) => part !== '');
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
