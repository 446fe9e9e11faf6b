import { describe, expect, it } from 'vitest';
import { judgeLines, PUZZLES } from '../../../src/lesson/exercises/project.ts';

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
