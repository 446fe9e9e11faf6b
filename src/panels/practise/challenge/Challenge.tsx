import { parseEndless } from '../../../lesson/exercises/endless.ts';
import type { GoalId } from '../../../lesson/exercises/goals/goals.ts';
import { GOAL_IDS } from '../../../lesson/exercises/goals/goals.ts';
import { NoItem } from '../NoItem.tsx';
import type { WayProps } from '../wayProps.ts';
import { EndlessPage } from './EndlessPage.tsx';
import { GoalList } from './GoalList.tsx';
import { GoalPage } from './GoalPage.tsx';

const findGoal = (item: string | null): GoalId | null =>
  GOAL_IDS.find((one) => one === item) ?? null;

/** Goals to bring about in a run of one's own, and random runs to judge; or the one that the address names. */
export function Challenge({ item }: WayProps) {
  const goal = findGoal(item);
  const endless = item === null ? null : parseEndless(item);
  if (goal) return <GoalPage key={goal} id={goal} />;
  if (endless) return <EndlessPage key={item} endless={endless} />;
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <GoalList />
    </>
  );
}
