import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { CARD_IDS } from '../../../src/lesson/exercises/cards.ts';
import { LEVELS } from '../../../src/lesson/exercises/endless.ts';
import { LEARN_CASES, LEARN_IDS } from '../../../src/lesson/exercises/learnCases.ts';
import { toAnki } from '../../../src/lesson/exercises/toAnki.ts';
import { sayExercise } from '../../../src/lesson/texts/practise/exerciseQuestion.ts';
import { createSafeStorage } from '../../../src/player/kept/storage.ts';
import {
  createReview,
  formatReview,
  keepReview,
  listDue,
  mergeSchedules,
  parseReview,
  REVIEW_KEY,
  type Scheduled,
} from '../../../src/player/practise/review.ts';
import { makeCards } from '../../../src/player/practise/runs/makeCard.ts';
import { makeEndless } from '../../../src/player/practise/runs/makeEndless.ts';
import { makeLearn } from '../../../src/player/practise/runs/makeLearn.ts';
import { scheduleCard } from '../../../src/player/practise/schedule.ts';
import { fakeStorage } from '../kept/fakeStorage.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const DAY = 86_400_000;

/** Answers a card each time that it is due; returns when that is, in days after the first answer. */
function answer(rights: readonly boolean[]): readonly number[] {
  let known: Scheduled | undefined;
  let now = NOON;
  return rights.map((isRight) => {
    known = scheduleCard(known, isRight, now);
    now = known.due;
    return Math.round(((now - NOON) / DAY) * 1000) / 1000;
  });
}

describe('a schedule', () => {
  it.each([
    [[true, true, true, true]],
    [[false, true, true, true, true]],
    [[true, true, true, false, true, true]],
    [[false, false, false]],
  ])('is that of ts-fsrs for %j', (rights) => {
    const scheduler = fsrs({ enable_fuzz: false });
    let card = createEmptyCard(new Date(NOON));
    let known: Scheduled | undefined;
    let now = NOON;
    for (const isRight of rights) {
      card = scheduler.next(card, new Date(now), isRight ? Rating.Good : Rating.Again).card;
      // As it is kept and read again between two visits.
      known = parseReview(formatReview({ cards: { a: scheduleCard(known, isRight, now) } })).cards
        .a;
      expect(known).toMatchObject({
        due: card.due.getTime(),
        stability: card.stability,
        difficulty: card.difficulty,
        state: card.state,
        reps: card.reps,
        lapses: card.lapses,
      });
      now = card.due.getTime() + DAY;
    }
  });

  it('goes on where another device’s clock was ahead', () => {
    const known = scheduleCard(undefined, true, NOON + 30 * DAY);
    const next = scheduleCard(known, true, NOON);
    expect(next.due).toBeGreaterThan(NOON);
    expect(next.last).toBe(NOON);
    expect(listDue(['a'], { a: next }, NOON)).toEqual([]);
    // The answer given here counts, whichever side it is on, and is kept.
    expect(mergeSchedules({ a: known }, { a: next }, NOON)).toEqual({ a: next });
    expect(mergeSchedules({ a: next }, { a: known }, NOON)).toEqual({ a: next });
  });

  it('keeps an answer where what was kept says that it was answered later', () => {
    const now = Date.now();
    const known = scheduleCard(undefined, true, now + 30 * DAY);
    const storage = fakeStorage({ [REVIEW_KEY]: formatReview({ cards: { a: known } }) });
    const review = createReview();
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const faults: unknown[] = [];
    keepReview(review, safe, (fault) => faults.push(fault));
    expect(faults).toEqual(['ahead']);
    // It is not asked at once: it comes as long after now as it would have after its answer.
    const kept = review.getState().cards.a;
    expect(kept?.due).toBeGreaterThanOrEqual(now + known.due - known.last);
    expect(kept?.due).toBeLessThanOrEqual(Date.now() + known.due - known.last);
    const next = scheduleCard(known, true, now);
    review.getState().put('a', next);
    expect(parseReview(storage.getItem(REVIEW_KEY)).cards).toEqual({ a: next });
  });

  it('spaces what is right, and brings back soon what is wrong', () => {
    const right = answer([true, true, true, true]);
    expect(right.every((day, i) => i < 2 || day - (right[i - 1] ?? 0) > (right[i - 1] ?? 0))).toBe(
      true,
    );
    expect(answer([false])[0]).toBeLessThan(0.01);
    expect(right).toEqual([0.007, 2.007, 13.007, 59.007]);
  });
});

describe('the cards', () => {
  it('are at most 40, all exercises, and go to Anki with header lines and no stray tab', async () => {
    expect(CARD_IDS.length).toBeLessThanOrEqual(40);
    expect(new Set(CARD_IDS).size).toBe(CARD_IDS.length);
    const cards = await makeCards(CARD_IDS);
    expect(cards.map(({ exercise }) => exercise.id)).toEqual(CARD_IDS);
    const lines = toAnki(cards).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '#separator:tab',
      '#html:false',
      '#notetype:Basic',
      '#deck:AuthTrace',
      '#columns:Front\tBack',
    ]);
    const text = toAnki(cards);
    // What is said of both comes with the run that shows it, and what a count comes to with its count.
    expect(text).toContain('“HttpOnly stops XSS.” That is not so. The script cannot read');
    expect(text).toContain('How often does the session-based server read its store?\n- 0\n- 10');
    // Fields in quotes have line breaks in them; outside of those there is one tab a card.
    const outside = text
      .replace(/"(?:[^"]|"")*"/g, 'q')
      .split('\n')
      .slice(5, -1);
    expect(outside).toHaveLength(CARD_IDS.length);
    expect(outside.filter((line) => line !== 'q\tq')).toEqual([]);
  });

  it('that are due come first, the longest waiting first; then those never seen', () => {
    const at = (due: number, last: number): Scheduled => ({
      ...{
        due,
        last,
        stability: 1,
        difficulty: 5,
        days: 1,
        steps: 0,
        reps: 1,
        lapses: 0,
        state: 2,
      },
    });
    const cards = {
      a: at(NOON - 1, NOON - DAY),
      b: at(NOON + DAY, NOON - DAY),
      c: at(NOON - DAY, NOON - 2 * DAY),
      d: at(NOON + 9 * DAY, NOON + DAY),
    };
    expect(listDue(['a', 'b', 'c', 'd', 'e'], cards, NOON)).toEqual(['c', 'a', 'd', 'e']);
  });
});

describe('what is kept', () => {
  const sound = scheduleCard(undefined, true, NOON);

  it.each([
    [null],
    [''],
    ['{'],
    ['{"version":1,"cards":[]}'],
    ['{"version":2,"cards":{}}'],
    [JSON.stringify({ version: 1, cards: { a: { ...sound, stability: 0 } } })],
    [JSON.stringify({ version: 1, cards: { a: { ...sound, state: 7 } } })],
    [JSON.stringify({ version: 1, cards: { a: { ...sound, due: '2026' } } })],
    [JSON.stringify({ version: 1, cards: { a: { ...sound, due: 1e300 } } })],
    [`{"version":1,"cards":{"a":{"__proto__":${JSON.stringify(sound)}}}}`],
  ])('is nothing where it is %j', (text) => {
    expect(parseReview(text)).toEqual({ cards: {} });
  });

  it('is at most so much as the page has, of 10,000 cards too', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`c${i}`, sound]));
    const text = JSON.stringify({ version: 1, cards: many });
    expect(Object.keys(parseReview(text).cards).length).toBeLessThanOrEqual(100);
  });

  it('is there after a reload, and what another tab has answered too', () => {
    const storage = fakeStorage();
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const first = createReview();
    keepReview(first, safe);
    first.getState().put('a', sound);
    const second = createReview();
    keepReview(second, safe);
    second.getState().put('b', sound);
    first.getState().put('c', sound);
    expect(Object.keys(parseReview(storage.getItem(REVIEW_KEY)).cards).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

it('names each step that it asks about, for none is numbered beside it', async () => {
  const cards = await makeCards(CARD_IDS);
  expect(cards).toHaveLength(CARD_IDS.length);
  const learnt = LEARN_IDS.flatMap((id) =>
    [...LEARN_CASES[id].keys()].map((n) => [id, n] as const),
  );
  const made = await Promise.all(learnt.map(([id, number]) => makeLearn(id, number)));
  const endless = await Promise.all(LEVELS.map((level) => makeEndless({ level, seed: 1 })));
  for (const { exercise } of [...cards, ...made, ...endless]) {
    const { question } = exercise;
    const asked = sayExercise(question);
    expect(asked, exercise.id).not.toMatch(/\bstep\b/);
    // Nor does a name tell the answer.
    expect(asked.includes(`“${question.right}”`), exercise.id).toBe(false);
  }
  const refused = cards.find(({ exercise }) => exercise.id === 'deny-list.9.token-cell');
  expect(refused && sayExercise(refused.exercise.question)).toMatch(/^Token-based, at “End”: /);
});
