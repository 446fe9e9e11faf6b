import { act } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { checkTrace, useSelfCheck } from '../../src/player/selfCheck.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { expectStep, forgetVisit, openPage } from './page.tsx';

beforeEach(forgetVisit);

const shipped = usePlayer.getInitialState().trace;
const footer = () => document.querySelector('footer');

async function check(subtle: unknown, run = runScenario) {
  const result = await checkTrace(shipped, subtle, async () => run);
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
  await check(crypto.subtle, async (scenario) => ({
    ...(await runScenario(scenario)),
    frames: [],
  }));
  expect(footer()).toHaveTextContent('the result differs from what is shown');
  await check(crypto.subtle, () => Promise.reject(new Error('no engine')));
  expect(footer()).toHaveTextContent('the engine did not load');
});
