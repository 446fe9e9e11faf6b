import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { EXPORT_FORMATS, EXPORTERS } from '../../src/lesson/exports/exportFormats.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { handoutPart } from '../../src/panels/handout/HandoutPlace.tsx';
import { sharePart } from '../../src/panels/share/Share.tsx';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { button, expectStep, forgetVisit, openPage } from './page.tsx';

afterEach(forgetVisit);

const dialog = () => within(screen.getByRole('dialog', { name: 'Share' }));

it('shares the step on the screen: as a link, in a frame, for a room', async () => {
  await sharePart.load();
  const { user } = await openPage('#step=7&columns=token&view=reference');
  await user.click(button('Share'));
  const link = dialog().getByRole('textbox', { name: 'Link to this step' });
  expect(link).toHaveValue('http://localhost:3000/#step=7&columns=token');
  const frame = () => dialog().getByRole('textbox', { name: 'Embed it in a page' });
  expect((frame() as HTMLInputElement).value).toBe(
    '<iframe src="http://localhost:3000/#step=7&#38;columns=token&#38;view=reference&#38;embed=1" width="960" height="640" title="AuthTrace: session-based and token-based auth, step by step" loading="lazy"></iframe>',
  );
  await user.click(dialog().getByRole('radio', { name: '360×640' }));
  expect((frame() as HTMLInputElement).value).toContain('width="360" height="640"');
  await user.click(dialog().getByRole('button', { name: 'Start presenting' }));
  expect(document.documentElement.dataset.present).toBe('');
  expect(usePlayer.getState().view).toBe('walk');
  expectStep(7);
});

it('presents by keys: P begins, H holds back and shows, a step holds back again, Escape ends', async () => {
  await openPage('#step=7');
  const root = document.documentElement.dataset;
  const press = (key: string) => fireEvent.keyDown(document.body, { key });
  press('h');
  expect(root.verdict).toBe('shown');
  press('p');
  press('h');
  expect(root.verdict).toBe('held');
  press('h');
  expect(root.verdict).toBe('revealed');
  press('ArrowRight');
  expect(root.verdict).toBe('held');
  press('h');
  press('h');
  expect(root.verdict).toBe('shown');
  press('h');
  press('Escape');
  expect(root.present).toBeUndefined();
  expect(root.verdict).toBe('shown');
});

it('the handout has every row and value, the worksheet has them empty and once more solved', async () => {
  await handoutPart.load();
  const { user } = await openPage('#view=handout');
  const sheets = () => [...document.querySelectorAll('[data-paper]')];
  const cells = (sheet: Element | undefined) =>
    [...(sheet?.querySelectorAll('tbody td') ?? [])].map((cell) => cell.textContent);
  expect(sheets()).toHaveLength(2);
  const filled = cells(sheets()[0]);
  expect(filled).toHaveLength(12 * 4 + 3 * 6);
  expect(filled).not.toContain('');
  expect(sheets()[1]?.querySelectorAll('svg[role="img"]')).toHaveLength(3);
  await user.click(screen.getByRole('radio', { name: 'Worksheet' }));
  expect(sheets()).toHaveLength(2);
  expect(cells(sheets()[0]).filter((text) => text !== '')).toHaveLength(12);
  expect(cells(sheets()[1])).toEqual(filled);
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await user.click(button('Print'));
  expect(print).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

it('has the package for a learning platform, but in a package', async () => {
  await sharePart.load();
  const { user, close } = await openPage();
  await user.click(button('Share'));
  const link = () => dialog().queryByRole('link', { name: 'Save package (SCORM 1.2, zip)' });
  expect(link()).toHaveAttribute('href', './authtrace-scorm12.zip');
  expect(link()).toHaveAttribute('download');
  close();
  document.documentElement.dataset.lms = '';
  onTestFinished(() => void delete document.documentElement.dataset.lms);
  await openPage();
  await user.click(button('Share'));
  expect(dialog().getByRole('button', { name: 'Start presenting' })).toBeVisible();
  expect(link()).toBeNull();
});

const taken = () =>
  dialog().findByRole<HTMLTextAreaElement>('textbox', { name: 'What is in the file' });
const choose = (format: string) =>
  fireEvent.change(dialog().getByRole('combobox', { name: 'Format' }), {
    target: { value: format },
  });

it('takes the run along in every format, the lane of those that have one each', async () => {
  await sharePart.load();
  const { user } = await openPage('#scenario=stolen-then-logout&columns=token');
  await user.click(button('Share'));
  const scenario = SCENARIOS.find(({ id }) => id === 'stolen-then-logout');
  if (!scenario) throw new RangeError('no such scenario');
  const run = await runScenario(scenario);
  const telling = openTelling(run);
  for (const format of EXPORT_FORMATS) {
    choose(format);
    const { isPerLane, write } = EXPORTERS[format];
    const lanes = dialog().queryByRole('radiogroup', { name: 'Lane' });
    expect(lanes !== null, format).toBe(isPerLane);
    const text = write(telling, 'token', run);
    const start = text.slice(0, 20_000);
    await waitFor(async () => expect((await taken()).value.slice(0, start.length)).toBe(start));
  }
  choose('curl');
  await user.click(dialog().getByRole('radio', { name: 'Session-based' }));
  await waitFor(async () =>
    expect((await taken()).value).toBe(EXPORTERS.curl.write(telling, 'session', run)),
  );
});

it('takes a run with secrets of one’s own along with the demo’s, and says so', async () => {
  await sharePart.load();
  const { user } = await openPage();
  const { run } = usePlayer.getState();
  const { settings } = toScenario(run);
  const secret = 'a secret of my own, which nobody else knows';
  await useWhatIf.getState().changeSettings({ ...settings, token: { ...settings.token, secret } });
  await user.click(button('Share'));
  choose('curl');
  await user.click(dialog().getByRole('radio', { name: 'Token-based' }));
  await waitFor(async () => expect((await taken()).value).toContain('Token-based'));
  expect(await dialog().findByText(/secrets of your own/)).toBeInTheDocument();
  choose('trace');
  await waitFor(async () => expect((await taken()).value).toContain('"frames"'));
  expect((await taken()).value).not.toContain(secret);
  expect((await taken()).value).toContain(settings.token.secret);
});
