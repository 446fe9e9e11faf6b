import type { AnswerCell } from '../../lesson/texts/quiz.ts';
import { focusStage } from '../position/focusStage.ts';
import { usePlayer } from '../usePlayer.ts';
import type { Way } from './ways.ts';

/** Opens a way to learn, or what is named of it; `null` opens the list of them. */
export function openWay(way: Way | null, item: string | null = null): void {
  usePlayer.getState().setView('check');
  usePlayer.setState({ way: item === null ? way : `${way}/${item}`, playing: false, asking: null });
}

function showWalk() {
  usePlayer.getState().setView('walk');
  focusStage();
}

function pointAtCell(cell: AnswerCell) {
  const place = 'table' in cell ? { table: cell.table } : { variable: cell.variable };
  showWalk();
  usePlayer.getState().pointAt({ step: cell.step, place });
}

/** Shows the cell that holds an answer, in its run. */
export async function showCell(scenarioId: string, cell: AnswerCell): Promise<void> {
  const { chooseScenario } = usePlayer.getState();
  if (!(await chooseScenario(scenarioId, cell.step))) return;
  pointAtCell(cell);
}

/** Shows a Scenario at a step on the stage. */
export async function showStep(scenarioId: string, step: number): Promise<void> {
  const shown = await usePlayer.getState().chooseScenario(scenarioId, step);
  if (shown) showWalk();
}

/** Shows a run that is none of the Scenarios at a step on the stage, by its address. */
export async function showRun(scenarioId: string, runAddress: string | null, step: number) {
  const { openRun, chooseScenario } = usePlayer.getState();
  const isShown = runAddress
    ? await openRun(scenarioId, runAddress, step)
    : await chooseScenario(scenarioId, step);
  if (isShown) showWalk();
}

/** Shows the cell that holds an answer, in a run that is none of the Scenarios. */
export async function showRunCell(scenarioId: string, runAddress: string, cell: AnswerCell) {
  if (!(await usePlayer.getState().openRun(scenarioId, runAddress, cell.step))) return;
  pointAtCell(cell);
}
