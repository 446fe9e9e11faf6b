import type { Strategy } from '../../../sim/strategy.ts';
import { toPrintable } from './printable.ts';

export const MARKS = ['fail', 'warn', 'pass', 'not applicable'] as const;
export type Mark = (typeof MARKS)[number];

/** What is looked at: in which step of the walk, what should come, and why it matters. */
export interface Check {
  readonly step: number;
  readonly expected: string;
  readonly why: string;
}

/** What was found. */
export interface Finding extends Check {
  readonly strategy: Strategy;
  readonly check: string;
  readonly mark: Mark;
  readonly came: string;
}

/** Where the probes put down what came; the first verdict on a check stays. */
export interface Notes<Id extends string> {
  mark(id: Id, mark: Mark, came: string): void;
  /** Marks a check `pass` when it holds, else `otherwise`. */
  judge(id: Id, holds: boolean, came: string, otherwise?: Mark): void;
  has(id: Id): boolean;
}

/** Takes down what came for each check of a lane. */
export class Recorder<Id extends string> implements Notes<Id> {
  readonly #found = new Map<Id, { mark: Mark; came: string }>();
  readonly #strategy: Strategy;
  readonly #checks: Readonly<Record<Id, Check>>;

  constructor(strategy: Strategy, checks: Readonly<Record<Id, Check>>) {
    this.#strategy = strategy;
    this.#checks = checks;
  }

  mark(id: Id, mark: Mark, came: string): void {
    if (!this.#found.has(id)) this.#found.set(id, { mark, came: toPrintable(came) });
  }

  judge(id: Id, holds: boolean, came: string, otherwise: Mark = 'fail'): void {
    this.mark(id, holds ? 'pass' : otherwise, came);
  }

  has(id: Id): boolean {
    return this.#found.has(id);
  }

  /** Returns a finding for each check, in the order of the walk; those without one were not tried. */
  toFindings(untried: string): Finding[] {
    return (Object.entries(this.#checks) as [Id, Check][])
      .map(([check, { step, expected, why }]) => {
        const nothing = { mark: 'not applicable', came: untried } as const;
        const { mark, came } = this.#found.get(check) ?? nothing;
        return { strategy: this.#strategy, step, check, mark, expected, came, why };
      })
      .sort((one, other) => one.step - other.step);
  }
}
