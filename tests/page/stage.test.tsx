import { waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectStep, forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const lane = (name: string) => within(region('Client and server')).getByRole('group', { name });
const SESSION = 'Session-based';
const TOKEN = 'Token-based';

const stepOn = (user: { keyboard: (keys: string) => Promise<void> }, count: number) =>
  user.keyboard('{ArrowRight}'.repeat(count));

test('each message has its sender and its receiver in hidden text', async () => {
  const { user } = await openPage('#step=6');
  for (const name of [SESSION, TOKEN])
    expect(lane(name)).toHaveTextContent('Client to server: GET /profile');
  await stepOn(user, 2);
  for (const name of [SESSION, TOKEN]) {
    await waitFor(() => expect(lane(name)).toHaveTextContent('Server to client: 200 OK'));
    expect(lane(name)).not.toHaveTextContent('Client to server');
  }
});

test('the look-up leads to the record, and the key to the signature', async () => {
  await openPage('#step=7');
  const session = lane(SESSION);
  expect(session.querySelector('[data-mark="found"]')).toHaveTextContent(/^pLii…xPE4/);
  expect(session.querySelector('span[data-link="found"]')).toHaveTextContent("get('pLii…')");
  expect(session.querySelector('[data-seal]')).toBeNull();
  const token = lane(TOKEN);
  expect(token.querySelector('[data-seal="fits"]')).toHaveTextContent('15 min left');
  expect(token).toHaveTextContent('Secret: it fits');
  expect(token.querySelector('[data-link]')).toBeNull();
});

test('a record that is destroyed is seen going, and what survives it', async () => {
  const { user } = await openPage('#step=9');
  expect(lane(SESSION).querySelector('[data-mark="gone"] > del')).toHaveTextContent(/^pLii…xPE4/);
  const struck = 'a copy, if anybody has one: refused';
  for (const step of [9, 10, 11, 12]) {
    if (step > 9) await stepOn(user, 1);
    await waitFor(() => expectStep(step));
    expect(within(lane(SESSION)).getByText(struck).tagName).toBe('DEL');
    within(lane(TOKEN)).getByText('a copy, if anybody has one: opens until 12:15:00');
  }
});

test('no room is kept for somebody who is in no step of the run', async () => {
  await openPage('#view=try&step=6');
  for (const name of [SESSION, TOKEN]) expect(lane(name).querySelector('[data-parts]')).toBeNull();
});

test('until then there is nothing that could survive', async () => {
  await openPage('#step=8');
  for (const name of [SESSION, TOKEN]) expect(lane(name)).not.toHaveTextContent('if anybody');
});

test('in a step with question and answer the credential itself is on the wire', async () => {
  await openPage('#step=9');
  const track = lane(SESSION).querySelector('[data-direction="request"]');
  expect(track?.querySelector('[data-lane="session"]')).toHaveTextContent('sid pLii…xPE4');
});
