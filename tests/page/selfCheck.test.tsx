import { act } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { writeScenario } from '../../src/player/runs/makeRun.ts';
import { checkTelling, useSelfCheck } from '../../src/player/runs/selfCheck.ts';
import { WRITTEN_WALK } from '../../src/player/runs/shippedWalk.ts';
import { expectStep, forgetVisit, openPage } from './page.tsx';

beforeEach(forgetVisit);

const footer = () => document.querySelector('footer');

async function check(subtle: unknown, write = writeScenario) {
  const result = await checkTelling(WRITTEN_WALK, subtle, async () => write);
  act(() => useSelfCheck.setState({ result }));
}

test('the run that ships with the page comes out the same here, to the byte', async () => {
  await openPage();
  expect(footer()).toHaveTextContent('Not yet run again in this browser.');
  await check(crypto.subtle);
  expect(footer()).toHaveTextContent('the same token, the same cookie, the same messages');
});

test('without Web Crypto the page says why it cannot check, and walks on', async () => {
  const { user } = await openPage();
  await check(undefined);
  expect(footer()).toHaveTextContent(/only to secure contexts .* nothing can be signed/);
  await user.keyboard('{End}');
  expectStep(12);
});

test('a run that differs is admitted, and so is one that fails', async () => {
  await openPage();
  // One letter of one sentence: the words are compared, too.
  await check(crypto.subtle, async (id) => {
    const written = JSON.stringify(await writeScenario(id));
    return JSON.parse(written.replace('logs out', 'logs off'));
  });
  expect(footer()).toHaveTextContent('the result differs from what is shown');
  await check(crypto.subtle, () => Promise.reject(new Error('no engine')));
  expect(footer()).toHaveTextContent('the engine did not load');
});
