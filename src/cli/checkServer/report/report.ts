import { MARKS, type Mark } from '../checks/check.ts';
import { type Finding, LIMIT } from '../checks/runChecks.ts';
import type { Found, Kind } from '../discover/found.ts';
import type { CheckOrder } from '../order.ts';
import type { RunMask } from './mask.ts';
import { toPrintable } from './printable.ts';
import { listOptions, sayFound } from './sayFound.ts';
import { VERSION } from './version.ts';

export interface ReportedFinding extends Finding {
  /** Whether --allow lets it be. */
  readonly allowed: boolean;
}

/** What `--json` prints; report.schema.json describes it. */
export interface CheckReport {
  /** Of this shape. */
  readonly format: 1;
  readonly version: string;
  readonly server: string;
  /** What was set on the command line, without the password. */
  readonly settings: {
    readonly username: string;
    readonly strict: boolean;
    readonly allow: readonly string[];
    readonly timeoutMs: number;
    readonly secrets: number;
  };
  /** What was found out, and the options that say the same; `null` when nothing could be checked. */
  readonly found: {
    readonly kind: Kind;
    readonly library: string | null;
    readonly lines: readonly string[];
    readonly options: readonly string[];
  } | null;
  /** Why nothing could be checked. */
  readonly problem: string | null;
  readonly requests: number;
  /** With the right password; `attempts` are all others. */
  readonly logins: number;
  readonly attempts: number;
  readonly counts: Readonly<Record<Mark, number>>;
  readonly exitCode: 0 | 1 | 2;
  readonly findings: readonly ReportedFinding[];
}

/** What a run came to. */
export interface CheckRun {
  readonly found: Found | null;
  readonly problem: string | null;
  readonly findings: readonly Finding[];
  readonly count: { readonly requests: number; readonly logins: number; readonly attempts: number };
  readonly mask: Pick<RunMask, 'hide' | 'hideAnswer'>;
}

/** Makes the report of a run: nothing in it opens a door, or moves a cursor. */
export function toReport({ settings, strict, allowed }: CheckOrder, run: CheckRun): CheckReport {
  const { found, mask, count } = run;
  const clean = (text: string, limit?: number) => toPrintable(mask.hide(text), limit);
  const findings = run.findings.map((finding) => ({
    ...finding,
    came: clean(finding.came, 240),
    allowed: allowed.includes(finding.id),
  }));
  const counts = Object.fromEntries(
    MARKS.map((mark) => [mark, findings.filter((finding) => finding.mark === mark).length]),
  );
  const isCounted = (mark: Mark) => mark === 'fail' || (strict && mark === 'warn');
  const hasFindings = findings.some((finding) => isCounted(finding.mark) && !finding.allowed);
  const isCutShort = findings.some(({ id, allowed: isAllowed }) => id === LIMIT.id && !isAllowed);
  return {
    format: 1,
    version: VERSION,
    server: settings.server.origin + settings.server.pathname.replace(/\/$/, ''),
    settings: {
      username: settings.username,
      strict,
      allow: allowed,
      timeoutMs: settings.timeout,
      secrets: settings.ownSecrets.length + settings.secrets.length,
    },
    found: found && {
      kind: found.kind,
      library: found.library,
      lines: sayFound(found).map((line) => clean(line)),
      options: listOptions(found, settings.server, mask.hideAnswer).map((option) =>
        clean(option, 1000),
      ),
    },
    problem:
      run.problem === null
        ? null
        : run.problem
            .split('\n')
            .map((line) => clean(line, 600))
            .join('\n'),
    ...count,
    counts: counts as Record<Mark, number>,
    exitCode: run.problem !== null ? 2 : hasFindings ? 1 : isCutShort ? 2 : 0,
    findings,
  };
}
