import { toLook } from '../../lesson/page/look.ts';
import type { Tone } from '../../lesson/telling.ts';
import { LANE_NAMES, SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { FLOW_TEXTS } from '../../lesson/texts/panels/walk/flowDiagram.ts';
import type { FlowNode } from '../../lesson/texts/walkFlow.ts';
import {
  FLOW,
  FLOW_PHASES,
  SHARED_FLOW,
  sayCurrent,
  toNodeState,
} from '../../lesson/texts/walkFlow.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Fit, Written } from '../../ui/text/Fit.tsx';
import { type Stretch, toHalf, toStretches } from './nodePlace.ts';
import { findStop } from './nodeState.ts';
import styles from './WalkFlow.module.css';

type Lane = Strategy | 'shared';

interface NodeProps {
  node: FlowNode;
  lane: Lane;
  half: 'upper' | 'lower' | null;
  shown: readonly Strategy[];
}

const toState = ({ from }: Stretch, step: number) => {
  if (from === step) return 'current';
  return from < step ? 'done' : 'coming';
};

/** The tone in which a node came out in a lane, once its step is reached; null of one that decides nothing. */
function useVerdict({ decides }: FlowNode, lane: Lane, stretch: Stretch | undefined): Tone | null {
  return useSeen(({ cursor, run }) => {
    if (!decides || lane === 'shared' || !stretch || cursor < stretch.to) return null;
    return run.telling.at(stretch.to)[lane].badge.tone;
  });
}

/** The sign of what a node came to: its words are beside the button, which is named by its own text. */
function Sign({ tone }: { tone: Tone | null }) {
  if (!tone) return null;
  return (
    <span className={styles.sign} data-tone={tone}>
      <Icon name={toLook(tone).icon} size={12} />
    </span>
  );
}

interface ShortProps extends Pick<NodeProps, 'node' | 'half'> {
  stretch: Stretch;
}

/** A node's steps, and one word where that fits, where there is room for no more; in half a box on one line. */
function Short({ node, half, stretch }: ShortProps) {
  const steps = FLOW_TEXTS.saySteps(stretch.from, stretch.to);
  const number = <Written key="number" text={steps} />;
  return (
    <span className={styles.short} aria-hidden="true">
      {half ? (
        <Fit forms={[<Written key="both" text={`${steps} ${node.short}`} />, number]} />
      ) : (
        <>
          {number}
          <Fit forms={[<Written key="word" text={node.short} />, null]} />
        </>
      )}
    </span>
  );
}

/** A node in the columns of its steps; where it comes again, later, its words stand there too. */
function Node({ node, lane, half, shown }: NodeProps) {
  const state = useSeen(({ cursor }) => toNodeState(node, cursor));
  const isStop = useSeen(({ cursor }) => findStop(shown, cursor) === node);
  const [first, again] = toStretches(node);
  const againState = useSeen(({ cursor }) => again && toState(again, cursor));
  const tone = useVerdict(node, lane, first);
  const againTone = useVerdict(node, lane, again);
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
          const isOnAgain = target instanceof Element && target.closest('[data-again]') !== null;
          jumpTo(isOnAgain && again ? again.from : node.at);
        }}
      >
        <span className={styles.text}>{node.text}</span>
        <Short node={node} half={half} stretch={first} />
        <Sign tone={tone} />
        {again ? (
          <span className={styles.again} data-again={node.text} aria-hidden="true">
            <Short node={node} half={half} stretch={again} />
            <Sign tone={againTone} />
          </span>
        ) : null}
      </button>
      {tone ? (
        <span className="visually-hidden">
          {FLOW_TEXTS.sayVerdict(first.to, toLook(tone).word)}
          {again && againTone ? FLOW_TEXTS.sayVerdict(again.to, toLook(againTone).word) : null}
        </span>
      ) : null}
    </li>
  );
}

interface RailProps {
  name: string;
  nodes: readonly FlowNode[];
  lane: Lane;
  shown: readonly Strategy[];
}

function Rail({ name, nodes, lane, shown }: RailProps) {
  return (
    <ol className={styles.rail} data-lane={lane} aria-label={name}>
      {nodes.map((node, i) => (
        <Node key={node.text} node={node} lane={lane} half={toHalf(nodes, i)} shown={shown} />
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

/** What goes on in a lane, in words, where the nodes have no room for theirs. */
function Caption({ lane }: { lane: Strategy }) {
  const text = useSeen(({ cursor }) => sayCurrent(lane, cursor));
  return (
    <p className={styles.caption} data-lane={lane} aria-hidden="true">
      {text}
    </p>
  );
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
      {shown.map((strategy) => (
        <Caption key={strategy} lane={strategy} />
      ))}
    </div>
  );
}
