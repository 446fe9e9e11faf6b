import { ADDRESS_NOTICES } from '../../lesson/texts/notices/address.ts';
import { readInspection } from '../inspect/inspections.ts';
import { COLUMNS, type Columns } from '../position/columns.ts';
import { VIEWS, type View } from '../position/views.ts';
import { isWay } from '../practise/ways.ts';
import { quote } from './quote.ts';
import { readPairs } from './readPairs.ts';
import { type ReadStep, readStep } from './readStep.ts';

/** The part of the picture that is in the address; never a secret. */
export interface Address {
  readonly scenarioId: string;
  readonly step: number;
  readonly columns: Columns;
  readonly view: View;
  /** Whether stage and bar alone are shown. */
  readonly embedded: boolean;
  /** A what-if that began at the scenario, as `sim/runFile` writes it; `null`: the scenario itself. */
  readonly run: string | null;
  /** Whether questions are asked before the telling steps; `null`: as the reader has it. */
  readonly predict: boolean | null;
  /** The way to learn that is open, and what of it: `why`, `challenge/fixation`; or what is pasted: `inspect/token`; `null`: none. */
  readonly way: string | null;
  /** The places that a teacher has put in a row, as `playlist/playlist` writes them; `null`: none. */
  readonly list: string | null;
  /** Whether what comes is held back until it has been predicted. */
  readonly task: boolean;
}

export interface ParsedAddress extends Address {
  /** One plain sentence for each thing that was wrong. */
  readonly notices: readonly string[];
}

/** What there is to address. */
export interface AddressBook {
  /** IDs of the scenarios; the first is the default. */
  readonly scenarios: readonly [string, ...string[]];
  /** Last step of a scenario; `Infinity` as long as its Trace is not known. */
  readonly lastStep: (scenarioId: string) => number;
}

/** What an address may say of something that is on or off; the first stands for nothing. */
const SWITCH = ['', '0', '1'] as const;

const KEYS = [
  ...(['step', 'columns', 'scenario', 'run', 'view', 'embed', 'predict', 'way'] as const),
  ...(['list', 'task'] as const),
];

/** What a playlist is made of. Whether there are such places is known where it is shown. */
const LIST = /^[\w:@,./-]{1,800}$/;

/** Reads a choice from a closed list; the first entry stands for what is not in it. */
function readChoice<T extends string>(
  value: string | undefined,
  choices: readonly [T, ...T[]],
  toNotice: (quoted: string) => string,
): { readonly choice: T; readonly notices: readonly string[] } {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return { choice, notices: [] };
  return { choice: choices[0], notices: value === undefined ? [] : [toNotice(quote(value))] };
}

/** Where a picture opens, unless a place is named: a way to learn, what is pasted, and a run of one's own have theirs. */
function toOwnView(run: string | null, way: string | null): View {
  if (run !== null) return 'try';
  if (way === null) return VIEWS[0];
  return readInspection(way) ? 'reference' : 'check';
}

const isNamed = (way: string): boolean => isWay(way) || readInspection(way) !== null;

/** Reads any hash as the nearest picture there is, and says what was wrong with it. Never throws. */
export function parseAddress(hash: string, { scenarios, lastStep }: AddressBook): ParsedAddress {
  const { values, notices } = readPairs(hash, KEYS);
  const asked = values.get('list');
  const list = asked !== undefined && LIST.test(asked) ? asked : null;
  // A list opens at the place that it names, else at its first, at its step.
  const places = values.has('scenario') ? [] : (list?.split(/[:,]/) ?? []);
  const place = places[Number(places[0]) || 0] ?? '';
  const [id, at] = place.split('@');
  const first = scenarios.find((one) => one === id);
  const scenario = readChoice(
    values.get('scenario') ?? first,
    scenarios,
    values.has('run') ? ADDRESS_NOTICES.sayNoScenarioOfRun : ADDRESS_NOTICES.sayNoScenario,
  );
  const columns = readChoice(values.get('columns'), COLUMNS, ADDRESS_NOTICES.sayNoColumns);
  const view = readChoice(values.get('view'), VIEWS, ADDRESS_NOTICES.sayNoView);
  const readSwitch = (key: (typeof KEYS)[number]) =>
    readChoice(values.get(key), SWITCH, (value) => ADDRESS_NOTICES.sayNoSwitch(key, value));
  const embed = readSwitch('embed');
  const predict = readSwitch('predict');
  const task = readSwitch('task');
  const named = values.get('way') ?? (isNamed(place) ? place : undefined);
  const way = named !== undefined && isNamed(named) ? named : null;
  // A run is written as what it changes of its scenario.
  const run = scenario.notices.length > 0 ? null : (values.get('run') ?? null);
  // How long a run is shows when it has been run.
  const last = run === null ? lastStep(scenario.choice) : Number.POSITIVE_INFINITY;
  const step: ReadStep = readStep(values.get('step') ?? ((first && at) || undefined), last);
  return {
    scenarioId: scenario.choice,
    step: step.step,
    columns: columns.choice,
    view: values.has('view') ? view.choice : toOwnView(run, way),
    embedded: embed.choice === '1',
    run,
    predict: predict.choice === '' ? null : predict.choice === '1',
    way,
    list,
    task: task.choice === '1',
    notices: [
      ...notices,
      ...scenario.notices,
      ...columns.notices,
      ...view.notices,
      ...embed.notices,
      ...predict.notices,
      ...(named === undefined || way ? [] : [ADDRESS_NOTICES.sayNoWay(quote(named))]),
      ...(asked === undefined || list ? [] : [ADDRESS_NOTICES.sayNoList(quote(asked))]),
      ...task.notices,
      ...step.notices,
    ],
  };
}

/** Writes the hash of a picture, with its `#`; the first picture of all has none. */
export function formatAddress(
  { scenarioId, step, columns, view, embedded, run, predict, way, list, task }: Address,
  { scenarios }: Pick<AddressBook, 'scenarios'>,
): string {
  const pairs = [`step=${step}`];
  if (columns !== COLUMNS[0]) pairs.push(`columns=${columns}`);
  // Without it a list would begin anew.
  if (scenarioId !== scenarios[0] || list !== null)
    pairs.push(`scenario=${encodeURIComponent(scenarioId)}`);
  if (run !== null) pairs.push(`run=${run}`);
  if (view !== toOwnView(run, way)) pairs.push(`view=${view}`);
  if (embedded) pairs.push('embed=1');
  if (predict !== null) pairs.push(`predict=${Number(predict)}`);
  if (way !== null) pairs.push(`way=${way}`);
  if (list !== null) pairs.push(`list=${list}`);
  if (task) pairs.push('task=1');
  return step === 0 && pairs.length === 1 ? '' : `#${pairs.join('&')}`;
}
