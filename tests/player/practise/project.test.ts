import { describe, expect, it } from 'vitest';
import { toReport } from '../../../src/cli/checkServer/report.ts';
import { judgeLines, PUZZLES } from '../../../src/lesson/exercises/project.ts';
import { readCheckReport } from '../../../src/player/practise/checkReport.ts';

describe.each(PUZZLES.map((puzzle) => [puzzle.id, puzzle] as const))('%s', (_, puzzle) => {
  const { lines, faults } = puzzle;

  it('is right in its order alone, and says which line is out of place', () => {
    expect(judgeLines(puzzle, lines)).toEqual({ type: 'right' });
    expect(judgeLines(puzzle, lines.slice(0, 2))).toEqual({ type: 'short' });
    for (let i = 0; i + 1 < lines.length; i += 1) {
      const swapped = lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? '');
      expect(judgeLines(puzzle, swapped)).toEqual({ type: 'wrong', index: i });
    }
  });

  it('tells its faults, wherever they stand', () => {
    expect(new Set([...lines, ...faults.map(({ code }) => code)]).size).toBe(
      lines.length + faults.length,
    );
    for (const fault of faults) {
      for (let i = 0; i <= lines.length; i += 1) {
        const put = lines.toSpliced(i, 0, fault.code);
        expect(judgeLines(puzzle, put)).toEqual({ type: 'faulty', fault });
      }
    }
  });
});

describe('a report of check-server', () => {
  const actions = Array.from({ length: 12 }, (_, i) => `step ${i + 1}`);
  const servers = { session: 'http://localhost:3000', token: null };
  const find = (step: number, mark: 'pass' | 'fail') => ({
    ...({
      strategy: 'session',
      check: 'check',
      expected: '',
      came: '',
      why: '',
      step,
      mark,
    } as const),
  });
  const write = (...findings: Parameters<typeof toReport>[1]) =>
    JSON.stringify(toReport(servers, findings, actions));

  it('fills what has passed and has no fault', () => {
    expect(readCheckReport(write())).toEqual([]);
    expect(readCheckReport(write(find(4, 'pass')))).toEqual(['login']);
    expect(readCheckReport(write(find(4, 'pass'), find(5, 'fail')))).toEqual([]);
    const all = [4, 8, 9, 11].map((step) => find(step, 'pass'));
    expect(readCheckReport(write(...all))).toEqual(['login', 'request', 'logout', 'after']);
  });

  it.each(['', '{', 'null', '[]', '{"steps":{}}', '{"steps":[]}', '{"__proto__":{"steps":[1]}}'])(
    'is none where it is %j',
    (text) => {
      expect(readCheckReport(text)).toBeNull();
    },
  );
});
