import { drawsSecret } from '../../../read/kept.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy } from '../../credential/copy.ts';
import { nameParts } from '../../names.ts';
import { orIdle } from '../../refusal/idle.ts';
import { IDLE_SENTENCES } from '../../refusal/idleReasons.ts';
import { OPERATIONS, readHow, sayRestarted, saySecrets } from '../operations.ts';
import { OUTAGE } from '../outage.ts';
import type { SwappedWords } from './swap.ts';

const restart: SwappedWords = {
  cell: (moment) =>
    drawsSecret(moment) ? 'New secret, old cookies are void' : 'Server had nothing to lose',
  detail: saySecrets,
  sentence: (moment) =>
    sayRestarted(moment, [
      'The sessions are in the browsers, so it had none to lose. Whoever was logged in still is, as long as the key is the same.',
    ]),
};

const ROTATED = {
  add: 'A new secret signs every new cookie from now on, and data that an older one signed is signed anew at its next request.',
  retire: 'Only the newest secret is left: whatever an older one signed fits no more.',
  replace: 'A new secret takes the place of all others: whatever they signed fits no more.',
} as const;

const sayRotated = (moment: Moment): RichText =>
  joinSentences(
    say`${{ plain: ROTATED[readHow(moment) ?? 'replace'] }} The server verifies with ${saySecrets(moment)}.`,
    sayCopy(moment),
  );

/** Says a change of the user's row; where cookies hold a copy, what a copied cookie would get, too. */
const toRowChange = (kind: 'ban.mark' | 'demote.mark'): SwappedWords => ({
  ...OPERATIONS[kind].session,
  sentence: (moment) =>
    moment.lane.outcome.idle === 'cookieNotLookedUp'
      ? joinSentences(IDLE_SENTENCES.cookieNotLookedUp, sayCopy(moment))
      : OPERATIONS[kind].session.sentence(moment),
});

/** What changes a server, the database or a client without a request, where there is no store. */
export const OPERATIONS_IN_COOKIE = {
  'restart.boot': restart,
  'rotate.change': { ...OPERATIONS['rotate.change'].session, sentence: sayRotated },
  'ban.mark': toRowChange('ban.mark'),
  'demote.mark': toRowChange('demote.mark'),
  'forget.drop': {
    ...OPERATIONS['forget.drop'].session,
    sentence: orIdle((moment) =>
      joinSentences(
        `The user clears the cookies of ${nameParts(moment.browser).browser}, and nobody is told. No server kept anything about them.`,
        sayCopy(moment),
      ),
    ),
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;

/** An outage of a store that is not there. */
export const OUTAGE_IN_COOKIE = {
  'outage.change': {
    ...OUTAGE['outage.change'].session,
    sentence: () => ['There is no session store that could fail: the data is in the cookies.'],
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;
