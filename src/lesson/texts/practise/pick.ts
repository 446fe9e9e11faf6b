import type { LanePick, Pick, Variation } from '../../exercises/pick.ts';
import { toActionLabel } from '../actions/actionLabels.ts';
import { LANE_NAMES } from '../lanes.ts';
import { PREDICT_TEXTS } from '../panels/check/predict.ts';
import { saySetting } from '../settings/settingDifferences.ts';

type About = Extract<Pick, { type: 'lanes' }>['about'];

/** What a lane would do if it came out as it was said. */
const WOULD: Readonly<Record<About, readonly [isSo: string, isNot: string]>> = {
  entry: ['would let it in', 'would refuse it'],
  left: ['would still accept it', 'would accept it no more'],
  password: ['would still have it', 'would have it no more'],
};

function sayVariation(variation: Variation): string {
  if (variation.type === 'setting') return `with another setting: ${saySetting(variation)}.`;
  const label = toActionLabel(variation.action);
  return variation.type === 'without' ? `without “${label}”.` : `after “${label}”.`;
}

/** Says what a lane would have needed to come out as it was said. */
function sayLane(about: About, { lane, isSo, variation }: LanePick): string {
  const would = `${LANE_NAMES[lane]} ${WOULD[about][isSo ? 0 : 1]}`;
  return variation
    ? `${would} ${sayVariation(variation)}`
    : `${would} by none of the single changes that were tried.`;
}

/** Says why a wrong option is wrong, a sentence a lane where both were asked about. */
export function sayPick(pick: Pick, said: string): readonly string[] {
  switch (pick.type) {
    case 'lanes':
      return pick.lanes.map((lane) => sayLane(pick.about, lane));
    case 'otherLane':
    case 'otherStep':
      return [PREDICT_TEXTS.sayPlace(pick, said)];
    case 'otherRun':
      return [`“${said}” is what comes in another run: ${pick.question}`];
    case 'atHand':
      return [
        `“${said}” is what they have at hand at step ${pick.step}, while the login is being answered. After it they keep no more than what is right here.`,
      ];
    case 'exchanged':
      return ['These are the right things, each in the other lane.'];
    case 'runs':
      return pick.runs.map(
        ({ name, which }) => `${name}: let in by ${PREDICT_TEXTS.sayWhich(which)}.`,
      );
    case 'counted':
      return pick.lanes.map(({ lane, first, last }) =>
        first === last
          ? `${LANE_NAMES[lane]}: ${first} all along.`
          : `${LANE_NAMES[lane]}: from ${first} to ${last}.`,
      );
    case 'otherNumber':
      return [pick.sentence];
    case 'otherSettings':
      return [`That is so with another setting: ${pick.settings.join(' · ')}.`];
    default:
      return [`After “${said}” the user is let in by: ${PREDICT_TEXTS.sayWhich(pick.which)}.`];
  }
}

const NEEDED = 'What your answer would have needed';
const ELSEWHERE = 'Where your answer is so';

/** What stands over what `sayPick` says. */
export const PICK_TITLES: Readonly<Record<Pick['type'], string>> = {
  lanes: NEEDED,
  otherSettings: NEEDED,
  otherLane: ELSEWHERE,
  otherStep: ELSEWHERE,
  otherRun: ELSEWHERE,
  atHand: 'What your answer is',
  exchanged: 'What is exchanged',
  runs: 'What each run comes to',
  counted: 'What was counted',
  otherNumber: 'What your number is',
  came: 'What your answer leads to',
};
