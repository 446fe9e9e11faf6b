import { useState } from 'react';
import { formatEndless, LEVELS, type Level } from '../../../lesson/exercises/endless.ts';
import { GOAL_IDS, GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../../lesson/texts/practise/goals.ts';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { drawSeed } from '../../../player/kept/drawSeed.ts';
import { countWay } from '../../../player/practise/countDone.ts';
import { openWay } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';

const LEVEL_NAMES = LEVELS.map(
  (level) => [String(level), CHALLENGE_TEXTS.levels[level - 1] ?? ''] as const,
);

/** Begins a random challenge of the level that is chosen. */
function BeginEndless() {
  const [level, setLevel] = useState<Level>(1);
  return (
    <section aria-labelledby="endless" className={styles.part}>
      <h3 id="endless">{CHALLENGE_TEXTS.endless}</h3>
      <p>{CHALLENGE_TEXTS.endlessFor}</p>
      <div className={styles.row}>
        <Segmented
          label={CHALLENGE_TEXTS.level}
          options={LEVEL_NAMES}
          value={String(level)}
          onChange={(chosen) => setLevel(LEVELS.find((one) => String(one) === chosen) ?? 1)}
        />
        <Button
          look="strong"
          onClick={() => openWay('challenge', formatEndless({ level, seed: drawSeed() }))}
        >
          {CHALLENGE_TEXTS.begin}
        </Button>
      </div>
    </section>
  );
}

/** The random challenges, which whoever comes from Learn goes on with; and all goals, each with its par. */
export function GoalList() {
  const done = usePractise((practise) => practise.done);
  const reached = GOAL_IDS.filter((id) => done[`challenge/${id}`]);
  return (
    <>
      <BeginEndless />
      <section aria-labelledby="goals" className={styles.part}>
        <h3 id="goals">{CHALLENGE_TEXTS.goals}</h3>
        <p className={styles.minutes}>{WAY_TEXTS.sayCount(countWay(done, 'challenge'))}</p>
        <ul className={styles.ways}>
          {GOAL_IDS.map((id) => (
            <li key={id} data-done={reached.includes(id) || undefined}>
              <WayLink way="challenge" item={id}>
                {GOAL_WORDS[id].name}
              </WayLink>
              <span className={styles.minutes}>
                {reached.includes(id) ? (
                  <>
                    <Icon name="check" size={14} /> {CHALLENGE_TEXTS.reached}
                  </>
                ) : (
                  CHALLENGE_TEXTS.sayPar(GOALS[id].par)
                )}
              </span>
              <p>{GOAL_WORDS[id].task}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
