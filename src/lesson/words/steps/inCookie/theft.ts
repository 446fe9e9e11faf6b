import { readPlanting } from '../../../read/action/planting.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';
import { orIdle } from '../../refusal/idle.ts';
import { PLANTED, THEFT } from '../theft.ts';
import type { SwappedWords } from './swap.ts';

const sayPlanted = (moment: Moment): RichText => {
  const planting = readPlanting(moment);
  if (!planting) return [];
  const failure = moment.lane.outcome.copy?.failure;
  const now = failure ? `It opens nothing: ${FAILURE_WORDS[failure]}.` : '';
  return joinSentences(
    'The attacker makes up data and a signature.',
    PLANTED[planting.by],
    now,
    'No login makes it good: a server signs only what it has written itself.',
  );
};

/** A cookie that is planted, which nobody gave out. */
export const THEFT_IN_COOKIE = {
  'plant.place': {
    ...THEFT['plant.place'].session,
    sentence: (moment) =>
      moment.lane.outcome.idle === 'noCookieToPlant'
        ? [
            'Asked for a page without a login, the server sets no cookie: an empty session is not written into one. So the attacker has no real one to plant.',
          ]
        : orIdle(sayPlanted)(moment),
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;
