import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { toLook } from '../../page/look.ts';
import type { Moment } from '../../read/moment.ts';
import { readOutcomeTone } from '../../read/outcome/outcomeTone.ts';
import { readWholeAction } from '../../read/run/actionOutcome.ts';
import type { ActionSteps } from '../../read/run/flow.ts';
import { readFlow } from '../../read/run/flow.ts';
import type { FlowNodeTelling, FlowOutcome, FlowTelling } from '../../telling.ts';
import { toActionLabel } from '../../texts/actions/actionLabels.ts';
import { SHORT_LABELS } from '../../texts/actions/shortLabels.ts';
import { sayEnding } from '../lane/badge.ts';

/** Says what an Action came to, from the longest form to the shortest: a box shows the first that fits. */
function sayOutcome(moment: Moment | null): FlowOutcome {
  if (!moment) return { tone: 'rest', forms: [] };
  const { tone } = readOutcomeTone(moment);
  const { head, rest, what } = sayEnding(moment);
  const { status } = moment.lane.outcome;
  const done = tone === 'busy' ? toLook(tone).word : undefined;
  const forms = [head + rest, what, head, status?.toString() ?? done];
  return { tone, forms: [...new Set(forms.filter((form) => form !== undefined))] };
}

/** What was said of an Action as it was read, at a step before. */
const said = new WeakMap<ActionSteps, FlowNodeTelling>();

function sayNode(read: ActionSteps): FlowNodeTelling {
  const before = said.get(read);
  if (before) return before;
  const { index, action, first, last, steps } = read;
  const say = (strategy: Strategy) =>
    sayOutcome(readWholeAction(steps.map((step) => step[strategy])));
  const node = {
    index,
    label: toActionLabel(action),
    short: SHORT_LABELS[action.type],
    first,
    last,
    session: say('session'),
    token: say('token'),
  };
  said.set(read, node);
  return node;
}

/** Says the Actions around the one on show as nodes, with what each came to in both lanes. */
export function sayFlow(trace: Trace, cursor: number): FlowTelling {
  const { shown, before, after } = readFlow(trace, cursor);
  return { nodes: shown.map(sayNode), before, after };
}
