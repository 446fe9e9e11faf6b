// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinFrame } from '../../../src/player/host/frame/joinFrame.ts';
import { toHostState } from '../../../src/player/host/hostState.ts';
import { REST_MS } from '../../../src/player/host/whenAtRest.ts';
import {
  createQuizProgress,
  type QuizStore,
  UNANSWERED,
} from '../../../src/player/kept/quizProgress.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { fakeRun } from '../fakeRun.ts';

type Observed = { readonly borderBoxSize: readonly { readonly blockSize: number }[] };

let player: PlayerStore;
let quiz: QuizStore;
let end: AbortController;
let told: unknown[];
/** Tells the page how high its content is. */
let measure: (...heights: number[]) => void;
const parent = { postMessage: (message: unknown) => void told.push(message) };

const ANSWERS = [{ chosen: 0, checked: true, correct: true, hintShown: false }];
const listTold = (subject: string) =>
  told.filter((one) => typeof one === 'object' && (one as { subject: string }).subject === subject);
const say = (data: unknown, source: unknown = parent) =>
  window.dispatchEvent(Object.assign(new MessageEvent('message', { data }), { source }));
const asked = () => listTold('SPLICE.getState')[0] as { message_id: string };
const answer = (state: unknown) =>
  say({ subject: 'SPLICE.getState.response', message_id: asked().message_id, state });

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  player = createPlayer(fakeRun());
  quiz = createQuizProgress();
  end = new AbortController();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(observe: (entries: readonly Observed[]) => void) {
        measure = (...heights) =>
          observe(heights.map((blockSize) => ({ borderBoxSize: [{ blockSize }] })));
      }
      observe() {}
      disconnect() {
        measure = () => {};
      }
    },
  );
  join();
});

function join() {
  const around = new Proxy(window, {
    get: (target, name) => {
      if (name === 'parent') return parent;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  joinFrame({ player, quiz }, document.body, around, end.signal);
}

afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the height', () => {
  it('is told as Canvas reads it, in whole pixels, when it has changed', () => {
    measure(470.2);
    measure(471);
    measure(300);
    measure(320, 900);
    measure(0);
    expect(told.filter((one) => typeof one === 'string')).toEqual(
      [471, 300, 900].map((height) => `{"subject":"lti.frameResize","height":${height}}`),
    );
  });

  it('is told no more when the page has gone', () => {
    end.abort();
    measure(500);
    expect(told.filter((one) => typeof one === 'string')).toEqual([]);
  });
});

describe('the state', () => {
  it('is asked for once, and taken from the answer', () => {
    expect(listTold('SPLICE.getState')).toHaveLength(1);
    answer(toHostState(ANSWERS));
    expect(quiz.getState().answers).toEqual([ANSWERS[0], UNANSWERED, UNANSWERED]);
    answer(toHostState([]));
    expect(quiz.getState().answers[0]).toEqual(ANSWERS[0]);
  });

  it('is taken from nobody else, and for no other question', () => {
    const message = {
      subject: 'SPLICE.getState.response',
      message_id: asked().message_id,
      state: toHostState(ANSWERS),
    };
    say(message, window);
    say(message, null);
    say({ ...message, message_id: 'another' });
    say({ ...message, subject: 'SPLICE.getState' });
    say(JSON.stringify(message));
    say(Object.create(message));
    expect(quiz.getState().answers).toEqual([UNANSWERED, UNANSWERED, UNANSWERED]);
    say(message);
    expect(quiz.getState().answers[0]).toEqual(ANSWERS[0]);
  });

  it('takes nothing from whoever was faster than the answer', () => {
    quiz.getState().choose(1, 2);
    answer(toHostState(ANSWERS));
    expect(quiz.getState().answers[0]).toEqual(UNANSWERED);
  });

  it('of a later version goes back as it was', () => {
    const later = { version: 7, all: 'of it' };
    answer(later);
    quiz.getState().choose(0, 0);
    quiz.getState().check(0, 0);
    expect(listTold('SPLICE.reportScoreAndState')).toMatchObject([{ score: 1 / 3, state: later }]);
  });
});

it('reports a score for each check, and for nothing else', () => {
  answer(toHostState(ANSWERS));
  quiz.getState().choose(1, 0);
  quiz.getState().showHint(1);
  // What another tab has done comes as a state.
  quiz.setState({ answers: toHostState(ANSWERS).quiz.answers.concat(UNANSWERED, UNANSWERED) });
  expect(listTold('SPLICE.reportScoreAndState')).toEqual([]);
  quiz.getState().check(1, 1);
  expect(listTold('SPLICE.reportScoreAndState')).toEqual([]);
  quiz.getState().choose(1, 0);
  quiz.getState().check(1, 1);
  quiz.getState().tryAgain(1);
  quiz.getState().choose(1, 1);
  quiz.getState().check(1, 1);
  expect(listTold('SPLICE.reportScoreAndState')).toMatchObject([
    { score: 1 / 3 },
    { score: 2 / 3, state: { version: 1, quiz: { answers: quiz.getState().answers } } },
  ]);
  expect(listTold('SPLICE.sendEvent')).toMatchObject([
    { name: 'answered', data: { question: 1, correct: false } },
    { name: 'answered', data: { question: 1, correct: true } },
  ]);
});

it('loses nothing that was checked before the page around the frame was joined', () => {
  end.abort();
  told = [];
  end = new AbortController();
  quiz.getState().choose(2, 2);
  quiz.getState().check(2, 2);
  join();
  expect(listTold('SPLICE.reportScoreAndState')).toMatchObject([{ score: 1 / 3 }]);
  answer(toHostState(ANSWERS));
  expect(quiz.getState().answers[2]?.correct).toBe(true);
});

it('names the step that is read, not those on the way to it', () => {
  player.getState().stepForward();
  player.getState().stepForward();
  vi.advanceTimersByTime(REST_MS - 1);
  player.getState().stepForward();
  vi.advanceTimersByTime(REST_MS);
  player.getState().setColumns('token');
  vi.advanceTimersByTime(REST_MS);
  expect(listTold('SPLICE.sendEvent')).toMatchObject([{ name: 'step', data: { step: 3 } }]);
});

it('has an ID of its own for each message', () => {
  quiz.getState().choose(0, 0);
  quiz.getState().check(0, 0);
  const ids = told.map((one) => (one as { message_id: string }).message_id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
});
