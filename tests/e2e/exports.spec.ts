import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { isExchange, listEntries } from '../../src/lesson/exports/exchanges.ts';
import { formatHar } from '../../src/lesson/exports/formatHar.ts';
import { formatMermaid } from '../../src/lesson/exports/formatMermaid.ts';
import { drawStage } from '../../src/lesson/picture/drawStage.ts';
import { formatSvg } from '../../src/lesson/picture/formatSvg.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';

const { resolve } = createRequire(import.meta.url);

/** What a page gets of mermaid. */
declare const mermaid: { parse(text: string): Promise<{ diagramType: string }> };

const [walk] = SCENARIOS;

test('every sequence diagram is one to mermaid', async ({ page }) => {
  await page.goto('about:blank');
  await page.addScriptTag({ path: resolve('mermaid/dist/mermaid.min.js') });
  for (const scenario of SCENARIOS) {
    const telling = openTelling(await runScenario(scenario));
    const texts = STRATEGIES.map((strategy) => formatMermaid(telling, strategy));
    const kinds = await page.evaluate(
      (all) =>
        Promise.all(
          all.map((text) => mermaid.parse(text).then(({ diagramType }) => diagramType, String)),
        ),
      texts,
    );
    expect(kinds, scenario.id).toEqual(['sequence', 'sequence']);
  }
});

for (const [i, strategy] of STRATEGIES.entries()) {
  test(`a browser that plays the archive gets the answers of the run: ${strategy}`, async ({
    page,
  }, info) => {
    if (!walk) throw new Error('no walk');
    const telling = openTelling(await runScenario(walk));
    const { log } = JSON.parse(formatHar(telling));
    // Of a lane alone: both ask for the same addresses.
    const entries = log.entries.filter(
      ({ pageref }: { pageref: string }) => pageref === log.pages[i].id,
    );
    const har = info.outputPath('walk.har');
    await writeFile(har, JSON.stringify({ log: { ...log, entries } }));
    const { origin } = walk.settings;
    await page.routeFromHAR(har, { url: `${origin}/**`, notFound: 'abort' });
    await page.route(`${origin}/`, (route) => route.fulfill({ body: 'a page' }));
    await page.goto(`${origin}/`);

    const exchanges = listEntries(telling, strategy).filter(isExchange);
    const asked = new Set<string>();
    for (const { request, response } of exchanges) {
      const { method, target, body } = request;
      // Of two requests alike but for the credential, the player knows the first alone.
      if (asked.has(`${method} ${target}`)) continue;
      asked.add(`${method} ${target}`);
      const [type] = request.headers.filter(([name]) => /^content-type$/i.test(name));
      const got = await page.evaluate(
        async ([to, options]) => {
          const answer = await fetch(to, options);
          return [answer.status, await answer.text()];
        },
        [target, { method, body, headers: Object.fromEntries(type ? [type] : []) }] as const,
      );
      const told = [Number(response?.startLine.split(' ')[1]), response?.body ?? ''];
      expect(got, `${method} ${target}`).toEqual(told);
    }
    expect(asked.size).toBeGreaterThan(1);
  });
}

test('the picture of a stage stands by itself, on white and on black', async ({ page }, info) => {
  if (!walk) throw new Error('no walk');
  const telling = openTelling(await runScenario(walk));
  const path = info.outputPath('stage.svg');
  await writeFile(path, formatSvg(drawStage(telling.at(7), telling.run.lastStep, STRATEGIES)));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`file://${path}`);
    const seen = await page.evaluate(() => {
      const { width, height } = document.documentElement.getBoundingClientRect();
      return { tag: document.documentElement.localName, width, height };
    });
    expect(seen.tag).toBe('svg');
    expect(Math.min(seen.width, seen.height)).toBeGreaterThan(100);
    const paper = page.locator('rect').first();
    await expect(paper).toHaveAttribute('fill', /^#f/);
  }
});
