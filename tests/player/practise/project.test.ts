import { describe, expect, it } from 'vitest';
import { judgeLines, PUZZLES } from '../../../src/lesson/exercises/project.ts';
import { PROJECT_TEXTS } from '../../../src/lesson/texts/practise/project.ts';
import { SHIPPED_WALK } from '../../../src/player/runs/shippedWalk.ts';

const { run, at } = SHIPPED_WALK.telling;
const WALK_KINDS = Array.from({ length: run.lastStep + 1 }, (_, step) => at(step).kind);

describe.each(PUZZLES.map((puzzle) => [puzzle.id, puzzle] as const))('%s', (_, puzzle) => {
  const { lines, faults } = puzzle;

  it('is right where each line has what it needs, and says of one too soon what it needs', () => {
    expect(judgeLines(puzzle, lines)).toEqual({ type: 'right' });
    expect(judgeLines(puzzle, lines.slice(0, 2))).toEqual({ type: 'short' });
    for (let i = 0; i + 1 < lines.length; i += 1) {
      const swapped = lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? '');
      const isEither = puzzle.eitherFirst?.[0] === i;
      expect(judgeLines(puzzle, swapped)).toEqual(
        isEither ? { type: 'right' } : { type: 'early', index: i, needs: i, isMissing: false },
      );
      // A line that is left out is missed by the next one that needs it.
      const short = lines.toSpliced(i, 1);
      const needing = lines.findIndex((_, k) => k > i && !puzzle.eitherFirst?.includes(k));
      const missed = isEither ? needing : i + 1;
      expect(judgeLines(puzzle, short)).toEqual({
        ...{ type: 'early', index: missed - 1, needs: i, isMissing: true },
      });
      expect(PROJECT_TEXTS.needed[puzzle.id]?.[i], `${i}`).toMatch(/\.$/);
      expect(WALK_KINDS).toContain(puzzle.shownAt[i]);
    }
  });

  it('tells its faults, wherever they stand', () => {
    expect(new Set([...lines, ...faults.map(({ code }) => code)]).size).toBe(
      lines.length + faults.length,
    );
    for (const fault of faults) {
      for (let i = 0; i <= lines.length; i += 1) {
        const put = lines.toSpliced(i, 0, fault.code);
        // Beside the line that it stands in for it is no fault, as a save() after regenerate() is none.
        const isHarmless = fault.harmlessAfter === i - 1;
        expect(judgeLines(puzzle, put)).toEqual(
          isHarmless ? { type: 'right', unneeded: fault.code } : { type: 'needless', fault },
        );
        const instead = put.filter((code) => code !== lines[fault.insteadOf]);
        expect(judgeLines(puzzle, instead)).toEqual({ type: 'faulty', fault });
      }
    }
  });
});

it('an order that is wrong is told before a line that is only one too many', () => {
  const login = PUZZLES.find(({ id }) => id === 'session-login');
  if (!login) throw new Error('no login');
  const [open = '', check = '', refuse = '', regenerate = '', name = '', ...rest] = login.lines;
  const save = login.faults[0]?.code ?? '';
  expect(judgeLines(login, [open, check, refuse, name, regenerate, save, ...rest])).toMatchObject({
    ...{ type: 'early', index: 3, needs: 3, isMissing: false },
  });
});

it('the session may be saved before the answer, as the README of express-session does, and nowhere else', () => {
  const login = PUZZLES.find(({ id }) => id === 'session-login');
  const faults = login?.faults.filter(({ harmlessAfter }) => harmlessAfter !== undefined);
  expect(faults).toHaveLength(1);
  expect(login?.lines[faults?.[0]?.harmlessAfter ?? 0]).toContain('req.session.userId');
});

it('a cookie may be cleared before its record is destroyed', () => {
  const logout = PUZZLES.find(({ id }) => id === 'session-logout');
  if (!logout) throw new RangeError('no logout');
  const [open = '', destroy = '', clear = '', ...rest] = logout.lines;
  expect(judgeLines(logout, [open, clear, destroy, ...rest])).toEqual({ type: 'right' });
});
