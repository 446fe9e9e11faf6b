import type { FlowNode } from '../lesson/flow.ts';
import { FLOW, SHARED_FLOW, toNodeState } from '../lesson/flow.ts';
import { toShownStrategies } from '../player/columns.ts';
import { usePlayer } from '../player/usePlayer.ts';
import { Pane } from '../ui/Pane.tsx';
import styles from './FlowDiagram.module.css';

interface NodeListProps {
  nodes: readonly FlowNode[];
  lane: 'shared' | 'session' | 'token';
}

function Node({ node }: { node: FlowNode }) {
  const state = usePlayer((player) => toNodeState(node, player.cursor));
  const target = node.steps[0] ?? 0;
  return (
    <li className={styles.item} data-state={state}>
      <button
        type="button"
        className={styles.node}
        aria-current={state === 'current' ? 'step' : undefined}
        onClick={() => usePlayer.getState().jumpTo(target)}
      >
        {node.text}
      </button>
    </li>
  );
}

function NodeList({ nodes, lane }: NodeListProps) {
  return (
    <ol className={styles.list} data-lane={lane}>
      {nodes.map((node) => (
        <Node key={node.text} node={node} />
      ))}
    </ol>
  );
}

/** The map of the lesson: a shared head that branches into the two strategies. */
export function FlowDiagram() {
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <Pane title="Flow diagram" bare className={styles.pane}>
      <NodeList nodes={SHARED_FLOW} lane="shared" />
      <div className={styles.fork} data-branches={shown.length} aria-hidden="true" />
      <div className={styles.branches}>
        {shown.map((strategy) => (
          <NodeList key={strategy} nodes={FLOW[strategy]} lane={strategy} />
        ))}
      </div>
      <ul className={styles.legend} aria-label="Legend">
        <li data-sign="session">Session ID, square</li>
        <li data-sign="token">Token, round</li>
        <li data-sign="kept">Copy that stays</li>
        <li data-sign="allowed">Allowed</li>
        <li data-sign="denied">Denied</li>
        <li data-sign="rest">At rest</li>
        <li data-sign="gone">
          <del>Thrown away</del>
        </li>
      </ul>
    </Pane>
  );
}
