import type { Action } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { PerLane, RichText, Telling } from '../telling.ts';
import type { SettingAt } from '../texts/settings/settingDifferences.ts';
import type { Question, Which } from '../told/question.ts';
import { isWhich, listNear, readTexts } from '../told/question.ts';

/** One thing in which another run differs from the one that was asked about. */
export type Variation =
  | ({ readonly type: 'setting' } & SettingAt)
  | { readonly type: 'without'; readonly action: Action }
  | { readonly type: 'before'; readonly action: Action };

/** What a lane would have needed to come out as it was said. */
export interface LanePick {
  readonly lane: Strategy;
  /** That something is so there was said, and is not. */
  readonly isSo: boolean;
  /** What would make it so; `null` where no single thing does. */
  readonly variation: Variation | null;
}

/** Where in its own run a wrong option is what comes. */
export type Place =
  /** It is what the other lane has in the same place. */
  { readonly type: 'otherLane' } | { readonly type: 'otherStep'; readonly step: number };

/** Why a wrong option is wrong: what it would have needed, or where it is what comes. */
export type Pick =
  | {
      readonly type: 'lanes';
      readonly about: 'entry' | 'left' | 'password';
      readonly lanes: readonly LanePick[];
    }
  | Place
  /** It is what another run has, by its question. */
  | { readonly type: 'otherRun'; readonly question: string }
  | { readonly type: 'exchanged' }
  /** It is what the servers have at a step before the one that is asked about, and do not keep. */
  | { readonly type: 'atHand'; readonly step: number }
  /** What came in each run that it is wrong about. */
  | {
      readonly type: 'runs';
      readonly runs: readonly { readonly name: string; readonly which: Which }[];
    }
  /** What was counted in each lane that it is wrong about, at first and at last. */
  | {
      readonly type: 'counted';
      readonly lanes: readonly {
        readonly lane: Strategy;
        readonly first: string;
        readonly last: string;
      }[];
    }
  /** It is another number of the same runs. */
  | { readonly type: 'otherNumber'; readonly sentence: string }
  | { readonly type: 'otherSettings'; readonly settings: readonly string[] }
  /** What came of it where it was done, and what the step says there. */
  | { readonly type: 'came'; readonly which: Which; readonly sentences: PerLane<RichText> };

/** Finds where in its own run an option is what comes; `null` where it comes from another one. */
export function findPlace(
  { run, at }: Telling,
  { subject, answeredAt }: Question,
  said: string,
): Place | null {
  if (isWhich(subject) || subject.about === 'words') return null;
  const [, counterpart] = readTexts(at(answeredAt), subject);
  if (counterpart === said) return { type: 'otherLane' };
  const step = listNear(answeredAt, run.lastStep).find(
    (one) => readTexts(at(one), subject)[0] === said,
  );
  return step === undefined ? null : { type: 'otherStep', step };
}
