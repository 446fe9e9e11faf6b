// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LMS_NOTICES } from '../../../src/lesson/texts/notices/host.ts';
import { toHostState } from '../../../src/player/host/hostState.ts';
import { joinLms } from '../../../src/player/host/scorm/joinLms.ts';
import { REST_MS } from '../../../src/player/host/whenAtRest.ts';
import {
  createQuizProgress,
  type QuizStore,
  RIGHT_OPTIONS,
  UNANSWERED,
} from '../../../src/player/kept/quizProgress.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { fakeRun } from '../fakeRun.ts';

let player: PlayerStore;
let quiz: QuizStore;
let end: AbortController;
let values: Map<string, string>;
let calls: string[];

const api = {
  LMSInitialize: () => 'true',
  LMSGetValue: (element: string) => values.get(element) ?? '',
  LMSSetValue: (element: string, value: string) => {
    values.set(element, value);
    return 'true';
  },
  LMSCommit: () => {
    calls.push('commit');
    return 'true';
  },
  LMSFinish: () => {
    calls.push('finish');
    return 'true';
  },
};

const join = (found: unknown = api, isOpen = true) => {
  window.__authtraceLms = { api: found, isOpen };
  joinLms({ player, quiz }, window, end.signal);
};
const check = (question: number, option: number) => {
  quiz.getState().choose(question, option);
  quiz.getState().check(question, RIGHT_OPTIONS[question] ?? 0);
};
const status = () => values.get('cmi.core.lesson_status');
const raw = () => values.get('cmi.core.score.raw');
const notices = () => player.getState().notices.map(({ text }) => text);
const leave = (persisted = false) =>
  window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));

beforeEach(() => {
  vi.useFakeTimers();
  values = new Map([['cmi.core.lesson_status', 'not attempted']]);
  calls = [];
  player = createPlayer(fakeRun());
  quiz = createQuizProgress();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  delete window.__authtraceLms;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a visit', () => {
  it('begins as incomplete, and is completed and passed by the quiz, a score each time', () => {
    join();
    expect(status()).toBe('incomplete');
    expect(raw()).toBeUndefined();
    check(0, 0);
    expect([raw(), status(), ...calls]).toEqual(['33', 'incomplete', 'commit']);
    check(1, 0);
    check(2, 0);
    expect([raw(), status()]).toEqual(['33', 'completed']);
    check(1, 1);
    check(2, 2);
    expect([raw(), status()]).toEqual(['100', 'passed']);
    expect(values.get('cmi.core.score.min')).toBe('0');
    expect(values.get('cmi.core.score.max')).toBe('100');
    expect(notices()).toEqual([]);
  });

  it('takes nothing back that was reached', () => {
    values.set('cmi.core.lesson_status', 'passed').set('cmi.core.score.raw', '100');
    join();
    check(0, 3);
    expect([raw(), status()]).toEqual(['100', 'passed']);
  });

  it('keeps the place while one reads, and with it ends when the page goes, once', () => {
    join();
    player.getState().jumpTo(3);
    expect(values.get('cmi.core.lesson_location')).toBeUndefined();
    vi.advanceTimersByTime(REST_MS);
    expect(values.get('cmi.core.lesson_location')).toBe('#step=3');
    player.getState().jumpTo(2);
    vi.advanceTimersByTime(65_000);
    leave();
    leave();
    end.abort();
    expect(values.get('cmi.core.lesson_location')).toBe('#step=2');
    expect(values.get('cmi.core.session_time')).toBe('0000:01:06');
    expect(values.get('cmi.core.exit')).toBe('suspend');
    expect(calls).toEqual(['commit', 'finish']);
  });

  it('keeps the place when the page is hidden: on a phone it may never come back', () => {
    join();
    player.getState().jumpTo(5);
    const visible = vi.spyOn(document, 'visibilityState', 'get');
    visible.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(calls).toEqual([]);
    visible.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(values.get('cmi.core.lesson_location')).toBe('#step=5');
    expect(calls).toEqual(['commit']);
  });

  it('takes over from the script that has begun it', () => {
    join();
    expect(window.__authtraceLms).toBeUndefined();
  });

  it('goes on with the answers that the platform has, and not with those of the browser', () => {
    const answers = [UNANSWERED, { chosen: 1, checked: true, correct: true, hintShown: true }];
    values.set('cmi.suspend_data', JSON.stringify(toHostState(answers)));
    quiz.setState({ answers: toHostState([...answers].reverse()).quiz.answers });
    join();
    expect(quiz.getState().answers).toEqual([...answers, UNANSWERED]);
    check(2, 2);
    expect(raw()).toBe('67');
  });

  it('loses nothing that was checked before the platform was joined', () => {
    const answers = [UNANSWERED, { chosen: 1, checked: true, correct: true, hintShown: true }];
    values.set('cmi.suspend_data', JSON.stringify(toHostState(answers)));
    check(0, 0);
    join();
    expect(quiz.getState().answers.map(({ correct }) => correct)).toEqual([true, true, false]);
    expect(raw()).toBe('67');
  });

  it('begins again when the page comes back as it was', () => {
    join();
    leave(true);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    check(0, 0);
    leave();
    expect(calls).toEqual(['commit', 'finish', 'commit', 'commit', 'finish']);
    expect(notices()).toEqual([]);
  });

  it('leaves alone what a later version has left', () => {
    values.set('cmi.suspend_data', '{"version":2}');
    join();
    check(0, 0);
    expect(values.get('cmi.suspend_data')).toBe('{"version":2}');
    expect(raw()).toBe('33');
  });

  it.each(['browse', 'review'])('is not scored to %s', (mode) => {
    values.set('cmi.core.lesson_mode', mode);
    join();
    check(0, 0);
    expect([raw(), status()]).toEqual([undefined, 'not attempted']);
    expect(notices()).toEqual([]);
  });
});

describe('a platform', () => {
  it('that is not there, or does not begin, is told of', () => {
    join(null, false);
    check(0, 0);
    expect(notices()).toEqual([LMS_NOTICES.absent]);
    expect(calls).toEqual([]);
  });

  it.each([
    ['false', () => 'false'],
    ['nothing', () => ''],
    ['null', () => null],
    [
      'an error',
      () => {
        throw new Error('broken');
      },
    ],
  ])('that answers every call with %s loses a score, and says so once', (_what, answer) => {
    const broken = Object.fromEntries(Object.keys(api).map((name) => [name, answer]));
    join(broken);
    check(0, 0);
    check(1, 1);
    expect(notices()).toEqual([LMS_NOTICES.refused]);
    expect(quiz.getState().answers[1]?.correct).toBe(true);
    leave();
  });

  it('that has only what must be there is enough', () => {
    const { LMSSetValue } = api;
    const optional = ['cmi.core.score.min', 'cmi.core.score.max', 'cmi.suspend_data'];
    join({
      ...api,
      LMSSetValue: (element: string, value: string) =>
        optional.includes(element) ? 'false' : LMSSetValue(element, value),
    });
    check(0, 0);
    expect(raw()).toBe('33');
    expect(notices()).toEqual([]);
  });

  it('that has closed the lesson meanwhile is told of', () => {
    join({ ...api, LMSInitialize: () => 'false' });
    leave(true);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(notices()).toEqual([LMS_NOTICES.over]);
  });
});
