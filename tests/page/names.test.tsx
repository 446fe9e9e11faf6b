import { type ByRoleMatcher, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { FLOW } from './lessonFacts.ts';
import { forgetVisit, openPage, region, status, table, tracker } from './page.tsx';

beforeEach(forgetVisit);

const NAMES: readonly (readonly [role: ByRoleMatcher, name: string])[] = [
  ['heading', 'Session-based and token-based auth, step by step'],
  ['navigation', 'Sections'],
  ['link', 'Walk'],
  ['link', 'What breaks it'],
  ['link', 'Try it'],
  ['link', 'Check yourself'],
  ['link', 'Reference'],
  ['link', 'Skip to the stage'],
  ['link', 'Skip to playback'],
  ['link', 'Skip to the table'],
  ['toolbar', 'Playback'],
  ['button', 'First step'],
  ['button', 'Previous step'],
  ['button', 'Play'],
  ['button', 'Next step'],
  ['button', 'Last step'],
  ['slider', 'Step'],
  ['combobox', 'Speed'],
  ['radiogroup', 'Columns'],
  ['combobox', 'Scenario'],
  ['combobox', 'Theme'],
  ['region', 'Execution table'],
  ['table', 'Execution table'],
  ['rowheader', 'Server verifies auth'],
  ['button', 'Go to step 1'],
  ['button', 'Go to step 12'],
  ['table', 'Variable tracker'],
  ['rowheader', 'sessionStore'],
  ['rowheader', 'sessionCookie'],
  ['rowheader', 'token'],
  ['region', 'Client and server'],
  ['group', 'Session-based'],
  ['group', 'Token-based'],
  ['region', 'Flow diagram'],
  ['region', 'HTTP messages'],
  ['region', 'Code sample'],
  ['region', 'Key moments'],
  ['region', 'Quiz'],
  ['region', 'Snapshot'],
  ['region', 'Transcript'],
  ['group', 'What does step 3 of the execution table create in token-based auth?'],
  ['group', 'What happens to sessionStore after logout, in the variable tracker?'],
  ['group', 'How does the client send its authentication data on requests in session-based auth?'],
];

test('everything has exactly its role and its name, once', async () => {
  await openPage();
  const found = NAMES.map(([role, name]) => [
    `${role} ${name}`,
    screen.queryAllByRole(role, { name: (accessible) => accessible === name }).length,
  ]);
  expect(found).toEqual(NAMES.map(([role, name]) => [`${role} ${name}`, 1]));
});

const OPTIONS: readonly (readonly [role: ByRoleMatcher, name: string, options: string[]])[] = [
  ['combobox', 'Speed', ['0.5×', '1×', '2×', '4×']],
  ['combobox', 'Theme', ['System', 'Light', 'Dark']],
];

test('what is chosen from offers its choices; the columns are three radios, both at first', async () => {
  await openPage();
  for (const [role, name, options] of OPTIONS) {
    const choice = within(screen.getByRole(role, { name })).getAllByRole('option');
    expect(
      choice.map(({ textContent }) => textContent),
      name,
    ).toEqual(options);
  }
  const radios = within(screen.getByRole('radiogroup', { name: 'Columns' })).getAllByRole('radio');
  for (const [i, name] of ['Both', 'Session', 'Token'].entries()) {
    expect(radios[i]).toHaveAccessibleName(name);
  }
  expect(radios[0]).toBeChecked();
});

test('the nodes of the flow are buttons named by their text, in a list for both and a rail for each lane', async () => {
  await openPage();
  const nodes = within(region('Flow diagram')).getAllByRole('button');
  const names = nodes.map(({ textContent }) => textContent);
  expect(names).toEqual([...FLOW.shared, ...FLOW.session, ...FLOW.token]);
  const flow = within(region('Flow diagram'));
  for (const [name, nodes] of [
    ['Both', FLOW.shared],
    ['Session-based', FLOW.session],
    ['Token-based', FLOW.token],
  ] as const) {
    const rail = within(flow.getByRole('list', { name })).getAllByRole('button');
    expect(rail.map(({ textContent }) => textContent)).toEqual(nodes);
  }
});

test('the table has one body row a step, the tracker three; there is one main heading, and no level is left out', async () => {
  await openPage();
  expect(table().querySelectorAll('tbody > tr')).toHaveLength(12);
  expect(tracker().querySelectorAll('tbody > tr')).toHaveLength(3);
  const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1);
    return level;
  }, 0);
});

test('each question has its four radios and four buttons, and two statuses speak', async () => {
  await openPage();
  for (const question of within(region('Quiz')).getAllByRole('group')) {
    expect(within(question).getAllByRole('radio')).toHaveLength(4);
    const buttons = within(question).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Check answer',
      'Hint',
      'Show me',
      'Try again',
    ]);
    expect(within(question).getByRole('status')).toBeEmptyDOMElement();
  }
  expect(status('Announcements')).toBeEmptyDOMElement();
  expect(status('Notices')).toBeEmptyDOMElement();
});
