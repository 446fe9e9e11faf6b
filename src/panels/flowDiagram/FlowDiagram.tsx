import { useId, useRef } from 'react';
import { FLOW_TEXTS } from '../../lesson/texts/panels/walk/flowDiagram.ts';
import { useSeenRun } from '../../player/position/useSeen.ts';
import styles from './FlowDiagram.module.css';
import { NodeFollower } from './NodeFollower.tsx';
import { RunFlow } from './RunFlow.tsx';
import { WalkFlow } from './WalkFlow.tsx';

/**
 * The map of the run, laid flat under the slider: the lesson's concept flow for the walk, the run's
 * Actions for any other run. Where its columns do not fit it scrolls sideways in its own box.
 */
export function FlowDiagram() {
  const { isWalk } = useSeenRun();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  return (
    <section aria-labelledby={id} className={styles.flow}>
      <h2 id={id} className="visually-hidden">
        {FLOW_TEXTS.title}
      </h2>
      <div ref={box} className={styles.box}>
        {isWalk ? <WalkFlow /> : <RunFlow />}
      </div>
      <NodeFollower box={box} />
    </section>
  );
}
