import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cli/checkServer/checks/runChecks.ts';
import { parseOrder } from '../../src/cli/checkServer/options.ts';
import { toReport } from '../../src/cli/checkServer/report/report.ts';
import { readCheckReport } from '../../src/player/practise/checkReport.ts';

describe('a report of check-server', () => {
  const order = parseOrder(['http://localhost:3000', '--username', 'ada', '--password', 'secret']);
  if (!order) throw new TypeError('these arguments ask for no help');
  const find = (step: number, mark: 'pass' | 'fail'): Finding => ({
    ...{ id: `check.${step}.${mark}`, expected: '', came: '', why: '', advice: null },
    ...{ inDevelopment: false, step, mark },
  });
  const write = (...findings: readonly Finding[]) => {
    const count = { requests: 0, logins: 0, attempts: 0 };
    const show = (text: string) => text;
    const mask = { hide: show, hideAnswer: show };
    return JSON.stringify(toReport(order, { found: null, problem: null, findings, count, mask }));
  };

  it('fills what has passed and has no fault', () => {
    expect(readCheckReport(write())).toEqual([]);
    expect(readCheckReport(write(find(4, 'pass')))).toEqual(['login']);
    expect(readCheckReport(write(find(4, 'pass'), find(5, 'fail')))).toEqual([]);
    const all = [4, 8, 9, 11].map((step) => find(step, 'pass'));
    expect(readCheckReport(write(...all))).toEqual(['login', 'request', 'logout', 'after']);
  });

  it.each(['', '{', 'null', '[]', '{"findings":{}}', '{"__proto__":{"findings":[]}}'])(
    'is none where it is %j',
    (text) => {
      expect(readCheckReport(text)).toBeNull();
    },
  );
});
