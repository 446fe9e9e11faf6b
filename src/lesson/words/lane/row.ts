import type { Moment, Step } from '../../read/moment.ts';
import type { CellTelling, RowTelling } from '../../telling.ts';
import { sayBlockedCell, sayBlockedDetail, sayBlockedResult } from '../refusal/crossOrigin.ts';
import { sayCsrfRefusedInShort } from '../refusal/csrf.ts';
import { getLaneWords, getWords } from '../steps/steps.ts';
import { addWaited } from './waited.ts';

const sayDetail = (moment: Moment): string | null =>
  sayBlockedDetail(moment) ?? sayCsrfRefusedInShort(moment) ?? getLaneWords(moment).detail(moment);

const sayCell = (moment: Moment, step: Step): CellTelling => ({
  text: sayBlockedCell(moment) ?? getLaneWords(moment).cell(moment, step),
  detail: addWaited(sayDetail(moment), moment),
});

/** Says a step in the row of the table: by its kind, but for a request that its browser or its server turned away as another page's. */
export function sayRow(step: Step): RowTelling {
  const words = getWords(step.frame.kind, step.session.settings);
  return {
    action: words.title(step),
    session: sayCell(step.session, step),
    token: sayCell(step.token, step),
    result: sayBlockedResult(step) ?? words.result(step),
  };
}
