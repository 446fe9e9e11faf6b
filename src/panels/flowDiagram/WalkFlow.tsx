import { LANE_NAMES, SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { FLOW_TEXTS } from '../../lesson/texts/panels/flowDiagram.ts';
import type { FlowNode } from '../../lesson/texts/walkFlow.ts';
import { FLOW, FLOW_PHASES, SHARED_FLOW, toNodeState } from '../../lesson/texts/walkFlow.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { type Stretch, toHalf, toStretches } from './nodePlace.ts';
import { findStop } from './nodeState.ts';
import styles from './WalkFlow.module.css';

interface NodeProps {
  node: FlowNode;
  half: 'upper' | 'lower' | null;
  shown: readonly Strategy[];
}

const toState = ({ from }: Stretch, step: number) => {
  if (from === step) return 'current';
  return from < step ? 'done' : 'coming';
};

/** A node in the columns of its steps; where it comes again, later, its words stand there too. */
function Node({ node, half, shown }: NodeProps) {
  const state = useSeen(({ cursor }) => toNodeState(node, cursor));
  const isStop = useSeen(({ cursor }) => findStop(shown, cursor) === node);
  const [first, again] = toStretches(node);
  const againState = useSeen(({ cursor }) => again && toState(again, cursor));
  if (!first) return null;
  const jumpTo = (step: number) => usePlayer.getState().jumpTo(step);
  return (
    <li
      className={styles.item}
      data-state={state}
      data-from={first.from}
      data-span={first.to - first.from + 1}
      data-half={half ?? undefined}
      data-again-state={againState}
    >
      <button
        type="button"
        className={styles.node}
        tabIndex={isStop ? undefined : -1}
        aria-current={state === 'current' || state === 'begun' ? 'step' : undefined}
        onClick={({ target }) => {
          const isOnAgain = target instanceof HTMLElement && 'again' in target.dataset;
          jumpTo(isOnAgain && again ? again.from : node.at);
        }}
      >
        {node.text}
        {again ? <span className={styles.again} data-again={node.text} aria-hidden="true" /> : null}
      </button>
    </li>
  );
}

interface RailProps {
  name: string;
  nodes: readonly FlowNode[];
  lane: 'shared' | 'session' | 'token';
  shown: readonly Strategy[];
}

function Rail({ name, nodes, lane, shown }: RailProps) {
  return (
    <ol className={styles.rail} data-lane={lane} aria-label={name}>
      {nodes.map((node, i) => (
        <Node key={node.text} node={node} half={toHalf(nodes, i)} shown={shown} />
      ))}
    </ol>
  );
}

function Phases() {
  const cursor = useSeen((seen) => seen.cursor);
  return FLOW_PHASES.map(({ name, from, to }) => (
    <span
      key={name}
      className={styles.phase}
      data-from={from}
      data-span={to - from + 1}
      data-current={(from <= cursor && cursor <= to) || undefined}
    >
      {from === to ? name : FLOW_TEXTS.sayPhase(name, from, to)}
    </span>
  ));
}

/** The map of the lesson, under the slider: what both strategies share, then a rail for each. */
export function WalkFlow() {
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <div className={styles.map} data-rails={shown.length} data-arrows>
      <Phases />
      {shown.map((strategy) => (
        <span key={strategy} className={styles.name} data-lane={strategy} aria-hidden="true">
          {SHORT_LANE_NAMES[strategy]}
        </span>
      ))}
      <Rail name={FLOW_TEXTS.shared} nodes={SHARED_FLOW} lane="shared" shown={shown} />
      {shown.map((strategy) => (
        <Rail
          key={strategy}
          name={LANE_NAMES[strategy]}
          nodes={FLOW[strategy]}
          lane={strategy}
          shown={shown}
        />
      ))}
    </div>
  );
}
