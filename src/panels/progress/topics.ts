import groups from 'virtual:scenario-answers';
import { PROGRESS_TEXTS } from '../../lesson/texts/panels/check/progress.ts';
import { WALK_ASKED } from '../../lesson/told/askedSteps.ts';
import { findQuestion } from '../../lesson/told/question.ts';
import type { Asked, Topic } from '../../player/asking/topicProgress.ts';
import { SHIPPED_WALK } from '../../player/runs/shippedWalk.ts';
import { toScenario } from '../../player/runs/toldRun.ts';

const WALK_ID = toScenario(SHIPPED_WALK).id;

/** Lists what the walk asks. */
function listWalk(): readonly Asked[] {
  const id = WALK_ID;
  return WALK_ASKED.flatMap((step) => {
    const asked = findQuestion(SHIPPED_WALK.telling, step);
    return asked
      ? { id, step, right: asked.right, question: PROGRESS_TEXTS.sayWalkStep(step) }
      : [];
  });
}

/** All that the page asks one to predict, by topic: the walk first, then the Scenarios as they are grouped. */
export const TOPICS: readonly Topic[] = [
  { name: PROGRESS_TEXTS.walk, asked: listWalk(), ids: [WALK_ID] },
  ...groups.map(([name, all]) => ({
    name,
    ids: all.map(({ id }) => id).filter((id) => id !== WALK_ID),
    asked: all.flatMap(({ id, question, guess }) =>
      guess ? { id, step: guess.step, right: guess.right, question } : [],
    ),
  })),
].filter(({ asked }) => asked.length > 0);
