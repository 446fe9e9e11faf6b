import type { Strategy } from '../../../sim/strategy.ts';
import type { Moment, Step } from '../../read/moment.ts';

/** Chooses words by whether both lanes, neither or one of them pass a test; `only` says it of that one. */
export function compare(
  { session, token }: Step,
  test: (moment: Moment) => boolean,
  words: {
    readonly both: string;
    readonly neither: string;
    readonly only: (passing: Strategy) => string;
  },
): string {
  const [first, second] = [test(session), test(token)];
  if (first !== second) return words.only(first ? 'session' : 'token');
  return first ? words.both : words.neither;
}

/** Says which one of the lanes is let in. */
export const sayOnlyIn = (passing: Strategy): string => `Only the ${passing} gets in`;
