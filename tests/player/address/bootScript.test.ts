import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../src/cli/machine/paths.mjs';
import { CONTENTS } from '../../../src/lesson/texts/panels/reference/contents.ts';
import { parseAddress } from '../../../src/player/address/address.ts';
import { VIEWS } from '../../../src/player/position/views.ts';
import { LEARNING } from '../../../src/player/practise/ways.ts';
import { SCENARIO_IDS } from '../../../src/player/runs/scenarioIds.ts';

const [first = '', ...others] = SCENARIO_IDS;
const book = { scenarios: [first, ...others] as const, lastStep: () => 12 };
const { dataset } = document.documentElement;

const code = readFileSync(join(ROOT, 'public/boot.js'), 'utf8');

let page = new AbortController();

/** Runs the boot script at a hash; what it listens for ends with the test, or it hears other files' keys. */
function boot(hash: string) {
  window.history.replaceState(null, '', `/${hash}`);
  const listen = (type: string, heard: EventListener) =>
    window.addEventListener(type, heard, { signal: page.signal });
  new Function('addEventListener', code)(listen);
}

afterEach(() => {
  page.abort();
  page = new AbortController();
  for (const name of Object.keys(dataset)) delete dataset[name];
  window.history.replaceState(null, '', '/');
  window.__authtraceKeys = undefined;
});

describe('the boot script', () => {
  it.each([
    '',
    '#step=4',
    ...VIEWS.map((view) => `#step=3&view=${view}`),
    ...LEARNING.map((way) => `#step=0&way=${way}`),
    '#way=inspect',
    '#way=inspect/cookie',
    '#step=2&run=eyJ9',
    '#run=eyJ9&view=walk',
    '#run=eyJ9&way=challenge/fixation',
    '#way=challenge/fixation&view=walk',
  ])('opens the place of %o', (hash) => {
    boot(hash);
    expect(dataset.view).toBe(parseAddress(hash, book).view);
    expect('pending' in dataset).toBe(hash !== '');
  });

  it('opens Reference at a part that is there alone, and the walk at one that is there too', () => {
    const inWalk = ['rows', 'tracker', 'stage', 'playback', 'table'];
    for (const id of [...CONTENTS.map(([part]) => part), ...inWalk]) {
      boot(`#${id}`);
      expect(dataset.view, id).toBe(inWalk.includes(id) ? 'walk' : 'reference');
    }
  });

  it('keeps a key once, however many pages there were before', () => {
    boot('#step=4');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    expect(window.__authtraceKeys).toEqual([{ key: 'ArrowRight' }]);
  });

  it('follows a link of the header until the app is there, and no longer', () => {
    boot('#step=4');
    const open = (hash: string) => {
      window.history.replaceState(null, '', `/${hash}`);
      window.dispatchEvent(new Event('hashchange'));
    };
    open('#view=check');
    expect(dataset).toMatchObject({ view: 'check', pending: '#view=check' });
    dataset.ready = '';
    open('#view=reference');
    expect(dataset.view).toBe('check');
  });
});
