import { toLook } from '../../lesson/page/look.ts';
import { FLOW_TEXTS } from '../../lesson/texts/panels/flowDiagram.ts';
import type { FlowNode } from '../../lesson/texts/walkFlow.ts';
import { FLOW, SHARED_FLOW, toNodeState } from '../../lesson/texts/walkFlow.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeen, useSeenRun } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Pane } from '../../ui/Pane.tsx';
import styles from './FlowDiagram.module.css';
import { RunFlow } from './RunFlow.tsx';

/** What the signs of the nodes say, as on the stage and in the table. */
const TONES = ['allowed', 'denied', 'breach', 'held', 'rest'] as const;

interface NodeListProps {
  nodes: readonly FlowNode[];
  lane: 'shared' | 'session' | 'token';
}

function Node({ node }: { node: FlowNode }) {
  const state = useSeen(({ cursor }) => toNodeState(node, cursor));
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
function WalkFlow() {
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <>
      <NodeList nodes={SHARED_FLOW} lane="shared" />
      <div className={styles.fork} data-branches={shown.length} aria-hidden="true" />
      <div className={styles.branches}>
        {shown.map((strategy) => (
          <NodeList key={strategy} nodes={FLOW[strategy]} lane={strategy} />
        ))}
      </div>
    </>
  );
}

/** The map: the lesson's concept flow for the walk, the run's Actions for any other run. */
export function FlowDiagram() {
  const { isWalk, around } = useSeenRun();
  return (
    <Pane title={FLOW_TEXTS.title} bare className={styles.pane}>
      {isWalk ? (
        <WalkFlow />
      ) : (
        <div className={styles.run}>
          <RunFlow />
        </div>
      )}
      <ul className={styles.legend} aria-label={FLOW_TEXTS.legend}>
        <li data-sign="session">{FLOW_TEXTS.session}</li>
        <li data-sign="token">{FLOW_TEXTS.token}</li>
        <li data-sign="kept">{FLOW_TEXTS.kept}</li>
        {TONES.map((tone) => (
          <li key={tone} data-sign={tone}>
            <span className={styles.verdict} data-tone={tone}>
              <Icon name={toLook(tone).icon} size={11} />
            </span>
            {toLook(tone).word}
          </li>
        ))}
        <li data-sign="gone">
          <del>{FLOW_TEXTS.gone}</del>
        </li>
        {around.includes('outsider') ? <li data-sign="attacker">{FLOW_TEXTS.attacker}</li> : null}
      </ul>
    </Pane>
  );
}
