import { type CSSProperties, memo, type ReactNode } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import type { FlowNodeTelling, FlowOutcome } from '../../lesson/telling.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { FLOW_TEXTS } from '../../lesson/texts/panels/walk/flowDiagram.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun, useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Fit, Written } from '../../ui/text/Fit.tsx';
import { toRunNodeState } from './nodeState.ts';
import styles from './RunFlow.module.css';

/** Draws the forms of an outcome with its sign; the least is the sign, where that says something by itself. */
function drawForms({ tone, forms }: FlowOutcome): ReactNode[] {
  const sign = <Icon name={toLook(tone).icon} size={12} />;
  const shortest = forms.at(-1);
  const withSign = forms.map((text, i) => (
    <>
      {sign}
      {i === 0 ? <span>{text}</span> : <Written text={text} />}
    </>
  ));
  if (tone !== 'busy' || !shortest) return [...withSign, sign];
  return [...withSign, <Written key="least" text={shortest} />, null];
}

/** What an Action came to in a lane; one that is not over keeps it to itself. */
function Sign({ lane, outcome }: { lane: Strategy; outcome: FlowOutcome }) {
  const [before, after] = FLOW_TEXTS.outcome(SHORT_LANE_NAMES[lane]);
  return (
    <span className={styles.sign} data-lane={lane} data-tone={outcome.tone}>
      <span className="visually-hidden">{before}</span>
      <Fit forms={drawForms(outcome)} />
      <span className="visually-hidden">{after}</span>
    </span>
  );
}

interface NodeProps {
  node: FlowNodeTelling;
  /** The first step of those that are drawn. */
  from: number;
  state: 'done' | 'current' | 'coming';
  isOver: boolean;
  /** A step in it decides the run's question: the slider above has the mark. */
  decides: boolean;
  shown: readonly Strategy[];
  /** It takes the focus for all. */
  isStop: boolean;
}

const Node = memo(function Node(props: NodeProps) {
  const { node, from, state, isOver, decides, shown, isStop } = props;
  const { first, last, label, short } = node;
  const gridColumn = `${first - from + 1} / span ${last - first + 1}`;
  return (
    <li
      className={styles.item}
      style={{ gridColumn }}
      data-state={state}
      data-decided={isOver || undefined}
    >
      <button
        type="button"
        className={styles.node}
        title={label}
        tabIndex={isStop ? undefined : -1}
        aria-current={state === 'current' ? 'step' : undefined}
        onClick={() => usePlayer.getState().jumpTo(first)}
      >
        <span className={styles.label}>{label}</span>{' '}
        <span className={styles.short} aria-hidden="true">
          <Fit
            forms={[FLOW_TEXTS.saySteps(first, last), `${first}`].map((text) => (
              <Written key={text} text={text} />
            ))}
          />
          <Fit forms={[<Written key="word" text={short} />, null]} />
        </span>
        <span className={styles.signs}>
          {shown.map((lane) => (
            <Sign key={lane} lane={lane} outcome={node[lane]} />
          ))}
        </span>
        {decides ? <span className="visually-hidden">{FLOW_TEXTS.decides}</span> : null}
      </button>
    </li>
  );
});

/** A run's Actions over their steps, each with what it came to; of a long run those around the current one. */
export function RunFlow() {
  const { step: cursor, flow } = useSeenStep();
  const { lastStep, decides } = useSeenRun();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  if (!flow) return null;
  const { nodes, before, after } = flow;
  const from = nodes[0]?.first ?? 1;
  const to = nodes.at(-1)?.last ?? lastStep;
  const stop = nodes.find((node) => toRunNodeState(node, cursor) === 'current') ?? nodes[0];
  const columns = { '--columns': lastStep + 1, '--from': from, '--shown': to - from + 1 };
  return (
    <div className={styles.run} style={columns as CSSProperties}>
      <div className={styles.map} data-arrows>
        {before > 0 ? <p className={styles.before}>{FLOW_TEXTS.sayBefore(before)}</p> : null}
        <p className={styles.rails} aria-hidden="true">
          {shown.map((lane) => (
            <span key={lane} data-lane={lane}>
              {SHORT_LANE_NAMES[lane]}
            </span>
          ))}
        </p>
        <ol className={styles.list} aria-label={FLOW_TEXTS.actions}>
          {nodes.map((node) => (
            <Node
              key={node.index}
              node={node}
              from={from}
              state={toRunNodeState(node, cursor)}
              isOver={cursor >= node.last}
              decides={decides !== null && node.first <= decides && decides <= node.last}
              shown={shown}
              isStop={node === stop}
            />
          ))}
        </ol>
        {after > 0 ? <p className={styles.after}>{FLOW_TEXTS.sayAfter(after)}</p> : null}
      </div>
      <p className={styles.caption} aria-hidden="true">
        {stop && toRunNodeState(stop, cursor) === 'current' ? stop.label : null}
      </p>
    </div>
  );
}
