import { toLook } from '../../lesson/page/look.ts';
import type { FlowNodeTelling, FlowOutcome } from '../../lesson/telling.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { FLOW_TEXTS } from '../../lesson/texts/panels/flowDiagram.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/Icon.tsx';
import { toRunNodeState } from './nodeState.ts';
import styles from './RunFlow.module.css';

/** What an Action came to in a lane; a coming one keeps it to itself. */
function Sign({ lane, outcome }: { lane: Strategy; outcome: FlowOutcome }) {
  return (
    <span className={styles.sign} data-lane={lane} data-tone={outcome.tone}>
      <Icon name={toLook(outcome.tone).icon} size={12} />
      <span className="visually-hidden">
        {FLOW_TEXTS.sayOutcome(SHORT_LANE_NAMES[lane], outcome.text)}
      </span>
    </span>
  );
}

interface NodeProps {
  node: FlowNodeTelling;
  cursor: number;
  shown: readonly Strategy[];
}

function Node({ node, cursor, shown }: NodeProps) {
  const state = toRunNodeState(node, cursor);
  return (
    <li className={styles.item} data-state={state}>
      <button
        type="button"
        className={styles.node}
        aria-current={state === 'current' ? 'step' : undefined}
        onClick={() => usePlayer.getState().jumpTo(node.first)}
      >
        <span className={styles.label}>{node.label}</span>{' '}
        <span className={styles.signs}>
          {shown.map((lane) => (
            <Sign key={lane} lane={lane} outcome={node[lane]} />
          ))}
        </span>
      </button>
    </li>
  );
}

/** A run's Actions from first to last, each with what it came to; of a long run those around the current one. */
export function RunFlow() {
  const { step: cursor, flow } = useSeenStep();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  if (!flow) return null;
  const { nodes, before, after } = flow;
  return (
    <div className={styles.flow}>
      <p className={styles.heads} aria-hidden="true">
        {shown.map((lane) => (
          <span key={lane} data-lane={lane}>
            {SHORT_LANE_NAMES[lane]}
          </span>
        ))}
      </p>
      {before > 0 ? <p className={styles.rest}>{FLOW_TEXTS.sayBefore(before)}</p> : null}
      <ol className={styles.list}>
        {nodes.map((node) => (
          <Node key={node.index} node={node} cursor={cursor} shown={shown} />
        ))}
      </ol>
      {after > 0 ? <p className={styles.rest}>{FLOW_TEXTS.sayAfter(after)}</p> : null}
    </div>
  );
}
