import { getOwn } from '../kept/parseVersioned.ts';

/** What a server of one's own has to do, by the steps of the walk in which that is checked. */
export const STAGES = [
  { id: 'login', steps: [1, 2, 3, 4, 5] },
  { id: 'request', steps: [6, 7, 8] },
  { id: 'logout', steps: [9, 10] },
  { id: 'after', steps: [11, 12] },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

/** Longer than any report that check-server prints. */
const MAX_CHARS = 1024 * 1024;

/** Reads which stages a pasted report of check-server has done; `null` for what is no report. Never throws. */
export function readCheckReport(text: string): readonly StageId[] | null {
  if (text.length > MAX_CHARS) return null;
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return null;
  }
  const findings = getOwn(report, 'findings');
  if (!Array.isArray(findings) || getOwn(report, 'format') !== 1) return null;
  const list: readonly unknown[] = findings;
  if (!list.every((one) => typeof getOwn(one, 'mark') === 'string')) return null;
  return STAGES.filter((stage) => {
    const marks = list
      .filter((finding) => stage.steps.some((number) => number === getOwn(finding, 'step')))
      .map((finding) => getOwn(finding, 'mark'));
    return marks.includes('pass') && !marks.includes('fail');
  }).map(({ id }) => id);
}
