import { isAllowed, isFailed } from '../../../read/check/check.ts';
import type { Moment } from '../../../read/moment.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { nameServerFirst } from '../../names.ts';
import { FAILURE_CELLS, FAILURE_WORDS } from '../../refusal/failures.ts';
import { compare, sayOnlyIn } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';

function sayChecked(moment: Moment): RichText {
  const { lane, settings } = moment;
  const { failure } = lane.outcome;
  const { username } = settings.user;
  const at = { plain: nameServerFirst(moment) };
  if (isFailed(moment))
    return say`${at} does not come to ${username}: the request carries a session’s cookie, and ${{ plain: FAILURE_WORDS.storeFailed }}. express-session ends the request with that error.`;
  if (failure)
    return say`${at} looks up ${username}: ${{ plain: FAILURE_WORDS[failure] }}. It stops here.`;
  return say`${at} looks up ${username}, hashes the password and compares: they match. Up to here the two strategies do the same.`;
}

const checked = {
  cell: () => 'Credentials valid?',
  detail: (moment: Moment) => {
    const { username } = moment.settings.user;
    if (isFailed(moment)) return `${username}: password not looked at`;
    const { failure } = moment.lane.outcome;
    // Who is banned is refused whatever the password is.
    return `${username}: ${failure ? FAILURE_CELLS[failure] : 'password matches'}`;
  },
  sentence: sayChecked,
};

/** The password check, the same in both lanes. */
export const LOGIN_VERIFY: StepWords = {
  title: () => 'Server verifies credentials',
  session: checked,
  token: checked,
  result: (step) =>
    compare(step, isAllowed, { both: 'Yes, proceed', neither: 'No, refuse', only: sayOnlyIn }),
  done: 'Done',
};
