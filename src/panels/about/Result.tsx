import { useEffect, useRef } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import type { Badge } from '../../lesson/telling.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { PLACE_NAMES } from '../../lesson/texts/panels/header.ts';
import { RESULT_TEXTS } from '../../lesson/texts/panels/walk/result.ts';
import { findScenarioNote } from '../../lesson/texts/scenarios/findScenarioNote.ts';
import { useNextInList } from '../../player/playlist/useNextInList.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useRun } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Rich } from '../../ui/text/Rich.tsx';
import { findNext } from './nextInTopic.ts';
import styles from './Result.module.css';

const GO_ON = ['breaks', 'check', 'try'] as const;

function Verdict({ badge }: { badge: Badge | null }) {
  if (!badge) return null;
  return (
    <>
      <strong className={styles.verdict} data-tone={badge.tone}>
        <Icon name={toLook(badge.tone).icon} size={14} /> {badge.word}
      </strong>{' '}
    </>
  );
}

/** What came of a run in each lane and what is left, when a run is over, what that means, and where to go on. */
export function Result() {
  const { scenario, isWalk, result } = useRun();
  const own = usePlayer(({ original }) => original !== null);
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  const { setView, chooseScenario } = usePlayer.getState();
  const note = findScenarioNote(scenario.id);
  const principle = isWalk ? RESULT_TEXTS.principle : note?.short;
  const next = isWalk ? null : findNext(scenario.id);
  const nextInList = useNextInList();
  const place = useRef<HTMLElement>(null);
  // It stands above the stage, which may have been scrolled past it, or in a small frame below.
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={place}
      aria-label={RESULT_TEXTS.name}
      className={styles.result}
      data-plain={isWalk || undefined}
    >
      <div className={styles.said}>
        {isWalk ? null : <p className={styles.question}>{scenario.question}</p>}
        <h2 title={own ? RESULT_TEXTS.own : principle}>{own ? RESULT_TEXTS.own : principle}</h2>
        <dl className={styles.left}>
          {shown.map((lane) => (
            <div key={lane} data-lane={lane} data-judged={result[lane].badge ? '' : undefined}>
              <dt>{LANE_NAMES[lane]}</dt>
              <dd>
                <Verdict badge={result[lane].badge} />
                <span className={styles.words}>
                  <Rich parts={result[lane].sentence} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.next}>
        {nextInList ? (
          <Button look="strong" onClick={nextInList}>
            {RESULT_TEXTS.nextInList}
          </Button>
        ) : next ? (
          <Button look="strong" onClick={() => void chooseScenario(next.id)}>
            {RESULT_TEXTS.sayNext(next.title)}
          </Button>
        ) : null}
        {GO_ON.map((view, i) => (
          <Button
            key={view}
            look={i === 0 && !next && !nextInList ? 'strong' : 'plain'}
            onClick={() => {
              setView(view);
              window.scrollTo({ top: 0 });
            }}
          >
            {PLACE_NAMES[view]}
          </Button>
        ))}
      </div>
    </section>
  );
}
