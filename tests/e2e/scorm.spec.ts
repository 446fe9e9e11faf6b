import { validateXML } from 'xmllint-wasm';
import { launch, leave, makeScormAgain, readPackage, serveCourse } from './hosts/platform.ts';
import { expect, open, type Page, test, waitUntilReady } from './page.ts';

const SIZE = { width: 1000, height: 700 };

const answer = async (frame: ReturnType<Page['frameLocator']>, nth: number, option: string) => {
  // What is checked before would be unchecked for a moment, and checked again.
  await waitUntilReady(frame);
  const question = frame.getByRole('region', { name: 'Quiz' }).getByRole('group').nth(nth);
  await question.getByRole('radio', { name: option }).check();
  await question.getByRole('button', { name: 'Check answer' }).click();
};

/** Expects what the platform has as status; there is one as soon as the page has taken the session over. */
const expectStatus = (page: Page, status: string) =>
  expect
    .poll(() => page.evaluate<string>("API.LMSGetValue('cmi.core.lesson_status')"))
    .toBe(status);

test('a learner resumes at the step, and the platform has score and status', async ({ page }) => {
  await page.setViewportSize(SIZE);
  await serveCourse(page);
  const first = await launch(page, makeScormAgain(null));
  const slider = (frame: typeof first) => frame.getByRole('slider', { name: 'Step' });
  await expect(slider(first)).toHaveValue('0');
  // The whole page, in a frame in which another page would have the stage alone.
  await first.getByRole('link', { name: 'Check yourself' }).click();
  await answer(first, 0, 'A JWT with the user’s ID');
  await first.getByRole('link', { name: 'Walk', exact: true }).click();
  await first.locator('body').press('End');
  await first.locator('body').press('ArrowLeft');
  await expect(slider(first)).toHaveValue('11');
  await expectStatus(page, 'incomplete');
  const kept = await leave(page);
  expect(kept).toMatchObject({
    core: {
      lesson_location: '#step=11',
      lesson_status: 'incomplete',
      exit: 'suspend',
      session_time: expect.stringMatching(/^\d{2,4}:\d\d:\d\d$/),
      score: { raw: '33', min: '0', max: '100' },
    },
  });
  expect(String(kept.suspend_data).length).toBeLessThan(4096);

  // In another browser, where nothing else is kept.
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() => {
    const found = { shown: [] as string[] };
    Object.assign(window, { found });
    const look = () => {
      const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
      if (slider && getComputedStyle(slider).visibility === 'visible')
        found.shown.push(slider.value);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const second = await launch(page, makeScormAgain(kept));
  await expect(slider(second)).toHaveValue('11');
  // Nothing of the start is painted first.
  const shown = await page.frames()[1]?.evaluate<string[]>('found.shown');
  expect(shown?.filter((step) => step !== '11')).toEqual([]);
  await second.getByRole('link', { name: 'Check yourself' }).click();
  await second.getByRole('region', { name: 'Quiz' }).scrollIntoViewIfNeeded();
  await expect(second.getByText('1 of 3 correct')).toBeVisible();
  await answer(second, 1, 'It is cleared: an empty object');
  await answer(second, 2, 'The browser sends the session cookie by itself');
  await expectStatus(page, 'passed');
  expect(await leave(page)).toMatchObject({ core: { score: { raw: '100' } } });
});

test('a platform is found above and behind: in a frame of a frame, and from a window of its own', async ({
  page,
}) => {
  await serveCourse(page);
  await launch(page, makeScormAgain(null), '/between.html');
  await expectStatus(page, 'incomplete');
  await leave(page);
  await page.evaluate(makeScormAgain(null));
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('/course/index.html', 'lesson', 'popup'));
  const lesson = await opening;
  await lesson.locator('html[data-alive]').waitFor({ state: 'attached' });
  // The app has taken the session over.
  await lesson.waitForFunction('window.__authtraceLms === undefined');
  await lesson.keyboard.press('ArrowRight');
  await lesson.close({ runBeforeUnload: true });
  await page.waitForFunction('window.finished === 1');
  const place = await page.evaluate<string>('API.cmi.core.lesson_location');
  expect(place).toBe('#step=1');
});

test('whoever leaves before the page answers has ended the session too', async ({ page }) => {
  await serveCourse(page);
  await page.context().route('**/course/assets/joinHost-*', () => {});
  await launch(page, makeScormAgain(null));
  expect(await leave(page)).toMatchObject({ core: { lesson_location: '' } });
});

for (const [what, api, notice] of [
  ['is none', 'delete window.API;', 'No learning platform answers'],
  ['does not begin', "window.API = { LMSInitialize: () => 'false' };", 'No learning platform'],
  [
    'throws',
    "window.API = new Proxy({}, { get() { throw new Error('broken'); } });",
    'No learning',
  ],
  [
    'takes nothing',
    `window.API = {
      LMSInitialize: () => 'true', LMSGetValue: () => { throw new Error('broken'); },
      LMSSetValue: () => '', LMSCommit: () => 'false', LMSFinish: () => null,
    };`,
    'did not take your score',
  ],
  [
    'says what nobody wrote',
    `window.API = {
      LMSInitialize: () => true,
      LMSGetValue: (name) => name === 'cmi.core.lesson_location' ? '#step=99&scenario=<b>&__proto__=1'
        : name === 'cmi.suspend_data' ? '{"version":1,"__proto__":{"address":"#step=1"},"quiz":{"answers":[7,{"chosen":9}]}}'
        : 'x'.repeat(100000),
      LMSSetValue: () => 'true', LMSCommit: () => 'true', LMSFinish: () => 'true',
    };`,
    'which does not exist',
  ],
] as const) {
  test(`where the platform ${what}, the lesson works, and says so`, async ({ page }) => {
    await page.setViewportSize(SIZE);
    await serveCourse(page);
    const frame = await launch(page, api);
    await frame.getByRole('link', { name: 'Check yourself' }).click();
    await answer(frame, 0, 'A JWT with the user’s ID');
    await expect(frame.getByText('1 of 3 correct')).toBeVisible();
    // Notices are told one at a time, the latest first.
    await expect(async () => {
      const told = await frame.getByRole('status', { name: 'Notices' }).innerText();
      if (!told.includes(notice)) await frame.getByRole('button', { name: 'Dismiss' }).click();
      expect(told).toContain(notice);
    }).toPass();
  });
}

test('the manifest is what a platform asks for, and names every file', async ({ page }) => {
  const files = await readPackage();
  const { 'imsmanifest.xml': manifest, ...others } = files;
  await open(page);
  const title = await page.title();
  // A page without a policy, whose parser may read it.
  await page.route('**/blank.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  await page.goto('/blank.html');
  const found = await page.evaluate((xml) => {
    const IMS = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
    const ADL = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    const outline = (element: Element): string =>
      element.localName +
      (element.children.length ? `(${[...element.children].map(outline).join(' ')})` : '');
    const all = [...parsed.querySelectorAll('*')];
    const read = (name: string, attribute: string) =>
      parsed.getElementsByTagNameNS(IMS, name)[0]?.getAttribute(attribute);
    return {
      outline: outline(parsed.documentElement).replace(/(file ?)+/, 'file'),
      foreign: all.filter((element) => element.namespaceURI !== IMS).length,
      ids: all.flatMap((element) => element.getAttribute('identifier') ?? []),
      chosen: read('organizations', 'default') === read('organization', 'identifier'),
      led: read('item', 'identifierref') === read('resource', 'identifier'),
      kind: parsed.getElementsByTagNameNS(IMS, 'resource')[0]?.getAttributeNS(ADL, 'scormtype'),
      type: read('resource', 'type'),
      start: read('resource', 'href'),
      texts: ['schema', 'schemaversion', 'title'].map(
        (name) => parsed.getElementsByTagNameNS(IMS, name)[0]?.textContent,
      ),
      files: [...parsed.getElementsByTagNameNS(IMS, 'file')].map((file) =>
        file.getAttribute('href'),
      ),
    };
  }, Buffer.from(manifest ?? []).toString());
  // The order that the schema has.
  expect(found.outline).toBe(
    'manifest(metadata(schema schemaversion) organizations(organization(title item(title))) resources(resource(file)))',
  );
  expect(found).toMatchObject({ foreign: 0, chosen: true, led: true, kind: 'sco' });
  expect(found).toMatchObject({ type: 'webcontent', start: 'index.html' });
  expect(found.texts).toEqual(['ADL SCORM', '1.2', title]);
  for (const id of found.ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
  expect(new Set(found.ids).size).toBe(4);
  // Schemas are the package's, not the lesson's.
  const lesson = Object.keys(others).filter((path) => !path.endsWith('.xsd'));
  expect(found.files.toSorted()).toEqual(lesson.toSorted());
  expect(found.files.filter((path) => /\.map$|^_headers$|\.zip$/.test(path ?? ''))).toEqual([
    'authtrace-servers.zip',
  ]);
});

test('the manifest holds against its schemas, which lie in the package beside it', async () => {
  const files = await readPackage();
  const read = (fileName: string) => ({
    fileName,
    contents: Buffer.from(files[fileName] ?? []).toString(),
  });
  const manifest = read('imsmanifest.xml').contents;
  const located = /xsi:schemaLocation="([^"]*)"/.exec(manifest)?.[1]?.split(' ') ?? [];
  const schemas = located.filter((path) => path.endsWith('.xsd'));
  expect(schemas).toEqual(['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd']);
  const judge = async (contents: string) => {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'imsmanifest.xml', contents }],
      schema: schemas.map(read),
      preload: [...schemas, 'ims_xml.xsd'].map(read),
    });
    return valid ? 'valid' : errors.map(({ message }) => message).join('\n');
  };
  expect(await judge(manifest)).toBe('valid');
  // What a schema alone sees is seen.
  expect(await judge(manifest.replace('scormtype="sco"', 'scormtype="page"'))).toContain(
    'scormtype',
  );
  expect(await judge(manifest.replace('identifierref=', 'idref='))).toContain('idref');
  const swapped = manifest.replace(
    /(<organizations.*<\/organizations>)\s*(<resources>.*<\/resources>)/s,
    '$2$1',
  );
  expect(await judge(swapped)).toContain('not expected');
});

test('a teacher takes the package from Share', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: /^File of the run/ }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save package' }).click();
  expect((await coming).suggestedFilename()).toBe('authtrace-scorm12.zip');
  const response = await page.request.get('/authtrace-scorm12.zip');
  expect(response.headers()['content-type']).toBe('application/zip');
});
