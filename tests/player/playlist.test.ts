import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/player/address/address.ts';
import {
  formatPlaylist,
  MAX_ITEMS,
  type PlaylistItem,
  parsePlaylist,
} from '../../src/player/playlist/playlist.ts';
import { sayItem } from '../../src/player/playlist/sayItem.ts';
import { toItemLink } from '../../src/player/playlist/toItemLink.ts';
import { hasNext } from '../../src/player/playlist/useNextInList.ts';
import { SCENARIO_IDS } from '../../src/player/runs/scenarioIds.ts';

const [WALK = '', ...OTHERS] = SCENARIO_IDS;
const book = {
  scenarios: [WALK, ...OTHERS] as const,
  lastStep: () => Number.POSITIVE_INFINITY,
};

const anyItem: fc.Arbitrary<PlaylistItem> = fc.oneof(
  fc.record({ scenarioId: fc.constantFrom(...SCENARIO_IDS), step: fc.nat(99) }),
  fc.constantFrom<PlaylistItem>(
    { view: 'check' },
    { way: 'why', item: null },
    { way: 'challenge', item: 'only-token' },
    { way: 'test', item: 'before.17' },
  ),
);

const anyPlaylist = fc
  .tuple(fc.array(anyItem, { minLength: 1, maxLength: MAX_ITEMS }), fc.nat(99))
  .map(([items, at]) => ({ items, at: at % items.length }));

test('a list is read as it was written, and so is a link to it', () => {
  fc.assert(
    fc.property(anyPlaylist, fc.boolean(), (playlist, task) => {
      const list = formatPlaylist(playlist);
      expect(parsePlaylist(list)).toEqual({ playlist, notices: [] });
      const [first] = playlist.items;
      if (!first) return;
      const place = { origin: 'https://a.example', pathname: '/', search: '' };
      const read = parseAddress(new URL(toItemLink(first, list, task, place)).hash, book);
      expect(read).toMatchObject({ list, task, notices: [] });
      if ('view' in first) expect(read).toMatchObject({ view: first.view, way: null });
      else if ('way' in first) expect(read).toMatchObject({ view: 'check' });
      else expect(read).toMatchObject({ ...first, way: null, view: 'walk' });
    }),
  );
});

test('a list without a scenario beside it opens at its first place, at its step', () => {
  const readAt = (hash: string) => parseAddress(hash, book);
  expect(readAt('#list=wrong-password@4,why')).toMatchObject({
    scenarioId: 'wrong-password',
    step: 4,
    notices: [],
  });
  expect(readAt('#step=2&list=wrong-password@4')).toMatchObject({ step: 2 });
  expect(readAt('#scenario=user-banned&list=wrong-password@4')).toMatchObject({ step: 0 });
  expect(readAt('#list=why,wrong-password@4')).toMatchObject({ step: 0, notices: [] });
  expect(readAt('#list=2:user-banned,wrong-password@4')).toMatchObject({
    scenarioId: 'wrong-password',
    step: 4,
    way: null,
  });
  expect(readAt('#list=2:user-banned,why')).toMatchObject({ way: 'why', view: 'check' });
  expect(readAt('#list=7:user-banned,why')).toMatchObject({ step: 0, way: null, view: 'walk' });
  expect(parseAddress('#list=wrong-password,why', book)).toMatchObject({
    scenarioId: 'wrong-password',
    list: 'wrong-password,why',
    notices: [],
  });
});

describe('a list that this page did not write', () => {
  test.each([
    [
      'wrong-password,nothing,why@3',
      ['wrong-password'],
      /“nothing”, “why@3”, which does not exist/,
    ],
    ['nothing', null, /nothing that exists/],
    [',,', null, /nothing that exists/],
    ['5:wrong-password,why', ['wrong-password', 'why'], /no place 5, so this is 2/],
    ['0:wrong-password', ['wrong-password'], /no place 0, so this is 1/],
  ] as const)('%s leaves what there is, and says what was wrong', (text, left, notice) => {
    const { playlist, notices } = parsePlaylist(text);
    const items = playlist?.items.map((item) => formatPlaylist({ items: [item], at: 0 }));
    expect(items ?? null).toEqual(left);
    expect(notices.at(-1)).toMatch(notice);
  });

  test('is cut where it is too long', () => {
    const { playlist, notices } = parsePlaylist(Array(30).fill('why').join(','));
    expect(playlist?.items).toHaveLength(MAX_ITEMS);
    expect(notices).toEqual([expect.stringContaining('too long')]);
  });

  test.each(['', '<b>', 'a b', 'x'.repeat(801)])('%j is none in an address', (text) => {
    const { list, notices } = parseAddress(`#list=${encodeURIComponent(text)}`, book);
    expect(list).toBeNull();
    expect(notices).toEqual([expect.stringContaining('The address names the list')]);
  });

  test('never makes anything throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { playlist, notices } = parsePlaylist(text);
        expect(playlist !== null || notices.length > 0).toBe(true);
      }),
    );
  });

  test('a task is 1 or 0', () => {
    expect(parseAddress('#task=2', book)).toMatchObject({
      task: false,
      notices: [expect.stringContaining('task=“2”')],
    });
  });
});

test('a place of a list is called what the page calls it', () => {
  const say = (text: string) => parsePlaylist(text).playlist?.items.map(sayItem);
  expect(
    say('check,challenge/only-token,challenge/random.2.17,why/logout-ends-token,test/before.7'),
  ).toEqual([
    'Check yourself',
    'Challenge: Only the token gets in',
    'Challenge: Who gets in now? Medium',
    'Why: Logging out ends the token.',
    'Before and after: Before the lesson, set 7',
  ]);
  expect(say('learn/keep,project/token-login,deep/mobile-app,visualize/deny-list')).toEqual([
    'Learn: Keep it',
    'Project: Token-based: POST /login',
    'Deep: An app on a phone',
    expect.stringMatching(/^Visualize: /),
  ]);
  expect(say('learn/constructor,review,wrong-password@4')).toEqual([
    'Learn: constructor',
    'Review',
    'Wrong password, step 4',
  ]);
});

test('a list tells whether it goes on', () => {
  for (const list of ['why,learn', '1:why,learn', '2:why,learn,check'])
    expect(hasNext(list), list).toBe(true);
  for (const list of ['why', '2:why,learn', '3:why,learn,check'])
    expect(hasNext(list), list).toBe(false);
});
