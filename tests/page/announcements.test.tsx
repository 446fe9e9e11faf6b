import { fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { forgetVisit, openPage, status } from './page.tsx';

beforeEach(forgetVisit);

const said = () => status('Announcements').textContent;
const expectSaid = (words: RegExp) => waitFor(() => expect(said()).toMatch(words));

test('a step is said in one sentence, of both lanes', async () => {
  const { user } = await openPage();
  expect(said()).toBe('');
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expectSaid(/^Step 3 of 12: Create auth data\. Session: .+abc123.+ Token: .+abc123.+\.$/);
});

test('a step that an address names is said', async () => {
  await openPage('#step=2');
  await expectSaid(/^Step 2 of 12: /);
});

test('with one column on show, that one alone is said', async () => {
  const { user } = await openPage('#step=3&columns=session');
  await user.keyboard('{ArrowRight}');
  await expectSaid(/^Step 4 of 12: Send auth data to client\. Session: /);
  expect(said()).not.toContain('Token:');
  await user.keyboard('t');
  await expectSaid(/^Step 4 of 12: Send auth data to client\. Token: /);
  expect(said()).not.toContain('Session:');
});

test('of a verdict that is held only the step is said, until it is shown', async () => {
  const { user } = await openPage('#step=7');
  await user.keyboard('p');
  await user.keyboard('h');
  await user.keyboard('{ArrowRight}');
  await expectSaid(/^Step 8 of 12: [^.:]+$/);
  await user.keyboard('h');
  await expectSaid(/^Step 8 of 12: .+ Session: .+ Token: /);
});

test('of many quick steps only the last is said', async () => {
  await openPage();
  const heard = new Set<string | null>();
  const listen = new MutationObserver(() => heard.add(said()));
  listen.observe(status('Announcements'), { childList: true, characterData: true, subtree: true });
  // All at once: no timer goes off between them, however slow the machine is.
  for (let i = 0; i < 5; i++) fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  await expectSaid(/^Step 5 of 12/);
  listen.disconnect();
  expect([...heard]).toHaveLength(1);
});

test('each step says something of its own', async () => {
  const { user } = await openPage();
  const heard = new Set<string | null>();
  for (let step = 1; step <= 12; step++) {
    await user.keyboard('{ArrowRight}');
    await expectSaid(new RegExp(`^Step ${step} of 12: `));
    heard.add(said());
  }
  expect(heard.size).toBe(12);
});
