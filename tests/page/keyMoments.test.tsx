import { within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectStep, forgetVisit, openPage, region, tracker } from './page.tsx';

beforeEach(forgetVisit);

const MOMENTS = [
  ['See sessionStore at step 3', 3, 'sessionStore', "{ userId: 'abc123' }"],
  ['See sessionCookie at step 6', 6, 'sessionCookie', 'sent with request'],
  ['See sessionStore at step 9', 9, 'sessionStore', '{}'],
] as const;

test('three questions are answered, each with a way to see it', async () => {
  await openPage();
  const moments = within(region('Key moments'));
  expect(moments.getAllByRole('heading', { level: 3 })).toHaveLength(3);
  const names = moments.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names).toEqual(MOMENTS.map(([name]) => name));
});

test('each jumps to the cell that it points at, even when it is hidden', async () => {
  const { user } = await openPage('#step=1&columns=token');
  for (const [name, step, variable, value] of MOMENTS) {
    await user.click(within(region('Key moments')).getByRole('button', { name }));
    expectStep(step);
    const marked = tracker().querySelectorAll('td[data-marked]');
    expect(marked).toHaveLength(1);
    expect(marked[0]?.firstChild?.textContent).toBe(value);
    expect(marked[0]?.closest('tr')?.querySelector('th')).toHaveTextContent(variable);
  }
});
