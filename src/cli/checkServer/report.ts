import type { Strategy } from '../../sim/strategy.ts';
import type { Finding, Mark } from './shared/recorder.ts';
import { MARKS } from './shared/recorder.ts';

/** A row of the execution table, with what was found in that step. */
export interface StepReport {
  readonly step: number;
  readonly action: string;
  /** The worst mark of the lane's checks in this step; `null` when that server was not named. */
  readonly session: Mark | null;
  readonly token: Mark | null;
  readonly checks: readonly Finding[];
}

/** What `--json` prints. */
export interface CheckReport {
  readonly passed: boolean;
  readonly servers: Readonly<Record<Strategy, string | null>>;
  readonly counts: Readonly<Record<Mark, number>>;
  readonly steps: readonly StepReport[];
}

/** Puts findings in the rows of the execution table, whose actions are given in order. */
export function toReport(
  servers: CheckReport['servers'],
  findings: readonly Finding[],
  actions: readonly string[],
): CheckReport {
  const steps = actions.map((action, i) => {
    const step = i + 1;
    const checks = findings.filter((finding) => finding.step === step);
    const toMark = (strategy: Strategy): Mark | null => {
      if (servers[strategy] === null) return null;
      const marks = checks.filter((check) => check.strategy === strategy).map(({ mark }) => mark);
      return MARKS.find((mark) => marks.includes(mark)) ?? 'not applicable';
    };
    return { step, action, session: toMark('session'), token: toMark('token'), checks };
  });
  const count = (mark: Mark) => findings.filter((finding) => finding.mark === mark).length;
  const counts = Object.fromEntries(MARKS.map((mark) => [mark, count(mark)]));
  return {
    passed: counts.fail === 0,
    servers,
    counts: counts as Record<Mark, number>,
    steps,
  };
}
