import { within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UNREADABLE_NOTICE } from '../../src/lesson/texts/notices/page.ts';
import { fakeStorage } from '../player/kept/fakeStorage.ts';
import { button, expectStep, forgetVisit, openPage, region, status } from './page.tsx';

beforeEach(forgetVisit);
afterEach(() => vi.restoreAllMocks());

const read = () =>
  [...status('Notices').querySelectorAll('p')].map((p) => p.firstChild?.textContent);

/** Reads and dismisses one notice after the other. */
async function readAll(user: Awaited<ReturnType<typeof openPage>>['user']) {
  const texts: (string | null | undefined)[] = [];
  while (read().length > 0) {
    expect(read(), 'one at a time').toHaveLength(1);
    texts.unshift(...read());
    await user.click(button('Dismiss'));
  }
  return texts;
}

test.each([
  ['#step=99', 12, ['There is no step “99”, so this is the last one, 12.']],
  ['#step=-1', 0, ['There is no step “-1”, so this is the start.']],
  ['#step=three', 0, ['The step “three” is no number, so this is the start.']],
  ['#step=2&columns=no', 2, [/columns=“no”/]],
  ['#step=2&scenario=no', 2, [/scenario “no”, which does not exist/]],
  ['#step=2&step=3', 2, [/says step more than once/]],
  ['#step=%E0%A4%A&x=1', 0, [/badly encoded/, /mean nothing here: “x”/]],
  ['#step=2&columns=no&x=1', 2, [/columns=“no”/, /“x”/]],
])('%s opens step %i and says what was wrong, one after the other', async (hash, step, notices) => {
  const { user } = await openPage(hash);
  expectStep(step);
  const more = status('Notices').querySelector('small')?.textContent;
  expect(more).toBe(notices.length > 1 ? `${notices.length - 1} more` : undefined);
  const texts = await readAll(user);
  expect(texts).toHaveLength(notices.length);
  for (const notice of notices) {
    expect(texts).toContainEqual(expect.stringMatching(notice));
  }
});

test('a good address says nothing, and a notice goes when it is dismissed', async () => {
  const first = await openPage('#step=3&columns=token&scenario=login-to-logout');
  expect(read()).toEqual([]);
  first.close();
  const { user } = await openPage('#step=99');
  await user.click(within(status('Notices')).getByRole('button', { name: 'Dismiss' }));
  expect(read()).toEqual([]);
});

const FAILURES: readonly (readonly [name: string, fail: () => void])[] = [
  [
    'blocked',
    () =>
      vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
        throw new DOMException('denied', 'SecurityError');
      }),
  ],
  [
    'full',
    () => {
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      const storage = { ...fakeStorage(), setItem: full };
      vi.spyOn(window, 'localStorage', 'get').mockReturnValue(storage);
    },
  ],
];

test.each(FAILURES)('storage that is %s is told once and costs no function', async (_, fail) => {
  fail();
  const { user } = await openPage();
  await user.click(
    within(region('Quiz')).getAllByRole('button', { name: 'Hint' })[0] as HTMLElement,
  );
  expect(within(region('Quiz')).getByText(/^Hint: /)).toBeInTheDocument();
  expect(read()).toEqual([expect.stringContaining('lets this page store nothing')]);
  await user.click(button('Dismiss'));
  await user.click(within(region('Quiz')).getAllByRole('radio')[0] as HTMLElement);
  expect(read()).toEqual([]);
});

test('whatever was kept, the page opens, and says once that it could not read it', async () => {
  for (const text of [
    '{',
    'null',
    '[]',
    '{"version":1,"theme":7,"answers":[7],"shuffleSeed":"x"}',
  ]) {
    forgetVisit();
    localStorage.setItem('authtrace.preferences', text);
    localStorage.setItem('authtrace.quiz', text);
    const { user, close } = await openPage();
    await user.keyboard('{ArrowRight}');
    expectStep(1);
    expect(read()).toEqual([UNREADABLE_NOTICE]);
    close();
  }
});
