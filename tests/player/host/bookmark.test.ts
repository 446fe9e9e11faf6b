import { expect, it, test } from 'vitest';
import { readHostState } from '../../../src/player/host/hostState.ts';
import { toBookmark } from '../../../src/player/host/scorm/bookmark.ts';
import { formatTimespan } from '../../../src/player/host/scorm/result.ts';
import { UNANSWERED } from '../../../src/player/kept/quizProgress.ts';

const ANSWERS = [UNANSWERED, { ...UNANSWERED, chosen: 2, hintShown: true }, UNANSWERED];
const toAddress = (length: number) => `#step=7&run=${'a'.repeat(length)}`.slice(0, length);

test.each([8, 255, 256, 2000, 3700, 4000, 9000])('an address of %i characters fits', (length) => {
  const address = toAddress(length);
  const { place, state } = toBookmark(address, '#step=7', ANSWERS);
  expect(place.length).toBeLessThanOrEqual(255);
  expect(state.length).toBeLessThan(4096);
  expect(readHostState(state)).toEqual({ kind: 'answers', answers: ANSWERS });
  const found = (JSON.parse(state) as { address?: string }).address ?? place;
  // One that is too long for both elements is left out.
  expect(found).toBe(length < 3800 ? address : '#step=7');
});

it('writes a time as the data model has it', () => {
  expect(formatTimespan(0)).toBe('0000:00:00');
  expect(formatTimespan(3_661_999)).toBe('0001:01:01');
  expect(formatTimespan(40 * 3_600_000)).toBe('0040:00:00');
  // A clock that was set back.
  expect(formatTimespan(-5)).toBe('0000:00:00');
});
