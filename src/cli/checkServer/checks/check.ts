import type { Bench } from '../control/bench.ts';
import type { Kind } from '../discover/found.ts';

/** `fail`: somebody gets in, or the user does not. `warn`: a door less. `note`: good to know. */
export const SEVERITIES = ['fail', 'warn', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const MARKS = [...SEVERITIES, 'pass', 'not applicable'] as const;
export type Mark = (typeof MARKS)[number];

export interface Verdict {
  readonly mark: Mark;
  readonly came: string;
  /** What to do, where the library is known. */
  readonly advice?: string | undefined;
  /** Is so in development only. */
  readonly inDevelopment?: boolean;
  /** Whether a limit on logins, or a lock, kept it from being tried. */
  readonly isBlocked?: boolean;
}

/** A row of the table of checks. */
export interface Check {
  readonly id: string;
  /** The step of the walk that it is about. */
  readonly step: number;
  readonly kinds: readonly Kind[];
  /** The worst that it says. */
  readonly worst: Severity;
  readonly expected: string;
  readonly why: string;
  /** Checks whose finding is the cause of this one's: it is not said twice. */
  readonly follows?: readonly string[];
  /** @throws WireError @throws LoginLost */
  readonly run: (bench: Bench) => Promise<Verdict>;
}

export const pass = (came: string): Verdict => ({ mark: 'pass', came });
export const skip = (came: string): Verdict => ({ mark: 'not applicable', came });
/** Says that a limit on logins, or a lock, keeps it from being tried. */
export const blocked = (came: string): Verdict => ({ ...skip(came), isBlocked: true });
export const say = (mark: Severity, came: string, advice?: string): Verdict => ({
  mark,
  came,
  advice,
});

/** Passes what holds, and says of the rest what it is. */
export const judge = (holds: boolean, came: string, otherwise: Severity, advice?: string) =>
  holds ? pass(came) : say(otherwise, came, advice);

export const COOKIE_KINDS = ['session', 'data', 'token cookie'] as const;
export const JWT_KINDS = ['token cookie', 'bearer'] as const;
export const ALL_KINDS = [...COOKIE_KINDS, 'bearer', 'opaque'] as const;
