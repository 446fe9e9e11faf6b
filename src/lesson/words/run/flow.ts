import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { toLook } from '../../page/look.ts';
import type { ActionOutcome } from '../../read/run/actionOutcome.ts';
import { readActionOutcome } from '../../read/run/actionOutcome.ts';
import type { ActionSteps } from '../../read/run/flow.ts';
import { readFlow } from '../../read/run/flow.ts';
import type { FlowNodeTelling, FlowOutcome, FlowTelling } from '../../telling.ts';
import { toActionLabel } from '../../texts/actions/actionLabels.ts';
import { SHORT_LABELS } from '../../texts/actions/shortLabels.ts';
import { sayEnding } from '../lane/badge.ts';

/** Says what an Action came to: what a narrow box shows first, and what follows where it fits. */
function sayOutcome(outcome: ActionOutcome): FlowOutcome {
  switch (outcome.type) {
    case 'none':
      return { tone: 'rest', head: '', rest: '' };
    case 'letIn':
      return {
        tone: outcome.tone,
        head: toLook(outcome.tone).word,
        rest: ` ${outcome.status}`,
      };
    case 'ended':
      return { tone: outcome.tone, ...sayEnding(outcome.moment) };
  }
}

function sayNode({ index, action, first, last, steps }: ActionSteps): FlowNodeTelling {
  const say = (strategy: Strategy) =>
    sayOutcome(readActionOutcome(steps.map((step) => step[strategy])));
  return {
    index,
    label: toActionLabel(action),
    short: SHORT_LABELS[action.type],
    first,
    last,
    session: say('session'),
    token: say('token'),
  };
}

/** Says the Actions around the one on show as nodes, with what each came to in both lanes. */
export function sayFlow(trace: Trace, cursor: number): FlowTelling {
  const { shown, before, after } = readFlow(trace, cursor);
  return { nodes: shown.map(sayNode), before, after };
}
