import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { findFirefoxHere } from '../../src/cli/machine/browser.mjs';
import { listenFrom } from '../../src/cli/machine/listen.mjs';
import { DIST } from '../../src/cli/machine/paths.mjs';
import { createStaticServer } from '../../src/cli/page/staticServer.mjs';
import { type Firefox, startFirefox } from './firefox/marionette.ts';
import { LAST_STEP } from './page.ts';

const [RIGHT, HOME] = ['\uE014', '\uE011'];

/** Serves the page, but the first of the files whose name matches only when it is asked for again. */
function serve(late: RegExp) {
  const files = createStaticServer(process.env.E2E_DIST ?? DIST);
  let isLost = true;
  return createServer((request, response) => {
    const isNow = isLost && late.test(request.url ?? '');
    if (isNow) isLost = false;
    if (isNow) response.writeHead(404).end();
    else files.emit('request', request, response);
  });
}

/** Serves a site that sets two cookies, and another one with a form to it; notes what comes with the form. */
function serveTwoSites(forms: (string | undefined)[]) {
  return createServer((request, response) => {
    const { headers, method } = request;
    if (method === 'POST') forms.push(headers.cookie);
    response.setHeader('Set-Cookie', ['unset=1', 'lax=1; SameSite=Lax']);
    response.setHeader('Content-Type', 'text/html');
    const to = headers.host?.replace('evil.', 'bank.');
    response.end(`<form method="post" action="http://${to}/"></form>`);
  });
}

const isReady =
  'return document.documentElement.dataset.ready === "" && location.port === arguments[0]';
const readStep = `
  const row = document.querySelector('tr[aria-current="step"]');
  const slider = document.querySelector('input[type="range"]');
  return [slider.value, row ? row.cells[0].textContent : null];`;
const click = `
  const within = document.querySelector(arguments[0]);
  const found = [...within.querySelectorAll('button')].find(
    (one) => one.textContent.startsWith(arguments[1]));
  if (found) found.click();
  return Boolean(found);`;
const choose = `
  const select = document.querySelector('select');
  select.value = arguments[0];
  select.dispatchEvent(new Event('change', { bubbles: true }));`;

/** Walks to the end and back, in the table and on the slider. */
async function walk(firefox: Firefox) {
  for (let step = 1; step <= LAST_STEP; step++) {
    await firefox.press(RIGHT);
    await expect.poll(() => firefox.run(readStep)).toEqual([String(step), String(step)]);
  }
  await firefox.press(HOME);
  await expect.poll(() => firefox.run(readStep)).toEqual(['0', null]);
}

// What is skipped counts as failed: where there is no Firefox, there is no test.
const path = findFirefoxHere();
if (path !== null) {
  test('Debian’s Firefox walks, runs, gets a part that did not come at first, and has its own rule for a cookie without SameSite', async () => {
    const { port, close } = await listenFrom(() => serve(/WhatIfPanel/), 4399);
    const forms: (string | undefined)[] = [];
    const sites = await listenFrom(() => serveTwoSites(forms), 4599);
    const firefox = await startFirefox(path);
    const inPanel = (text: string) => () => firefox.run(click, '#what-if', text);
    const readPanel = () => firefox.run('return document.getElementById("what-if").textContent');
    try {
      await firefox.goTo(`http://localhost:${port}/`);
      await expect.poll(() => firefox.run(isReady, String(port))).toBe(true);
      await walk(firefox);
      await firefox.run(choose, 'stolen-then-logout');
      const readHash = () => firefox.run('return location.hash');
      await expect.poll(readHash).toContain('scenario=stolen-then-logout');
      await firefox.run(click, 'body', 'What if');
      await expect.poll(readPanel).toMatch(/could not be loaded|What if, from here/);
      await inPanel('Try again')();
      await expect.poll(readPanel).toContain('What if, from here?');
      // The run begins with it, so that it is played; what is done then makes a run of one's own.
      await expect.poll(inPanel('Log in')).toBe(true);
      await expect.poll(readHash).toContain('step=1');
      await expect.poll(inPanel('Ban the user')).toBe(true);
      await expect.poll(readHash).toContain('run=');
      expect(await firefox.listErrors()).toEqual([]);
      // Chromium takes a cookie without SameSite for Lax, Firefox for None: what the page says of it.
      await firefox.goTo(`http://bank.localhost:${sites.port}/`);
      await firefox.goTo(`http://evil.localhost:${sites.port}/`);
      await firefox.run('document.forms[0].submit()');
      await expect.poll(() => forms).toEqual(['unset=1']);
    } finally {
      await firefox.close();
      close();
      sites.close();
    }
  });
}
