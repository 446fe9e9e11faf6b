import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Match } from '../../../src/player/whatIf/matchActions.ts';
import { matchActions } from '../../../src/player/whatIf/matchActions.ts';
import type { Action } from '../../../src/sim/action.ts';

const OF: Readonly<Record<string, Action>> = {
  l: { type: 'login' },
  r: { type: 'request' },
  o: { type: 'logout' },
  s: { type: 'steal' },
  w: { type: 'wait', seconds: 60 },
  e: { type: 'end' },
};
const toActions = (letters: string) => [...letters].map((letter) => OF[letter] as Action);

/** Writes matches in letters: `+` before what the run alone has, `-` before what its original alone has. */
const write = (own: string, original: string) =>
  matchActions(toActions(own), toActions(original))
    .map((match: Match) =>
      match.own === null
        ? `-${original[match.original]}`
        : `${match.original === null ? '+' : ''}${own[match.own]}`,
    )
    .join(' ');

test.each([
  ['lroe', 'lroe', 'l r o e'],
  ['lsrore', 'lrore', 'l +s r o r e'],
  ['lorre', 'lrore', 'l +o r -o r e'],
  ['ls', 'lrore', 'l +s -r -o -r -e'],
  ['', 'lr', '-l -r'],
  ['ww', '', '+w +w'],
  ['sw', 'lr', '+s +w -l -r'],
])('%s beside %s', (own, original, written) => {
  expect(write(own, original)).toBe(written);
});

const letters = fc.string({ unit: fc.constantFrom(...Object.keys(OF)), maxLength: 12 });

test('every Action of both is there once, in its order, and only like ones are matched', () => {
  fc.assert(
    fc.property(letters, letters, (own, original) => {
      const matches = matchActions(toActions(own), toActions(original));
      const [left, right] = (['own', 'original'] as const).map((side) =>
        matches.flatMap((match) => (match[side] === null ? [] : [match[side]])),
      );
      expect(left).toEqual([...own].map((_, i) => i));
      expect(right).toEqual([...original].map((_, i) => i));
      for (const match of matches) {
        if (match.own !== null && match.original !== null)
          expect(own[match.own]).toBe(original[match.original]);
      }
    }),
  );
});

test('what was put into a run is all that it has of its own', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(12), (original, added, at) => {
      const own = original.slice(0, at) + added + original.slice(at);
      const matches = matchActions(toActions(own), toActions(original));
      expect(matches.filter((match) => match.original === null)).toHaveLength(added.length);
      expect(matches.filter((match) => match.own === null)).toHaveLength(0);
    }),
  );
});

test('runs too long to be compared in the middle are told by their ends', () => {
  const long = 'r'.repeat(1200);
  const matches = matchActions(toActions(`l${long}se`), toActions(`l${long}${long}we`));
  // One is a beginning of the other, so that all but the end is alike.
  expect(matches.filter(({ own, original }) => own !== null && original !== null)).toHaveLength(
    1202,
  );
  const apart = matchActions(toActions(`ls${long}e`), toActions(`lw${long}oe`));
  expect(apart.filter(({ own, original }) => own !== null && original !== null)).toHaveLength(2);
});
