import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { EXPORT_FORMATS, EXPORTERS } from '../../src/lesson/exports/exportFormats.ts';
import { drawStage } from '../../src/lesson/picture/drawStage.ts';
import { formatSvg } from '../../src/lesson/picture/formatSvg.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { ABOUT_TEXTS } from '../../src/lesson/texts/panels/walk/about.ts';
import { listAsked } from '../../src/lesson/told/askedSteps.ts';
import { findQuestion } from '../../src/lesson/told/question.ts';
import { aboutPart, resultPart } from '../../src/panels/about/About.tsx';
import { handoutPart } from '../../src/panels/handout/HandoutPlace.tsx';
import { showOnPaper } from '../../src/panels/handout/showOnPaper.ts';
import { sharePart } from '../../src/panels/share/Share.tsx';
import { toPredictionKey, usePredictions } from '../../src/player/asking/predictions.ts';
import { MAX_ITEMS } from '../../src/player/playlist/playlist.ts';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { useWhatIf } from '../../src/player/whatIf/useWhatIf.ts';
import { formatRunFile } from '../../src/sim/runs/runFile.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { button, expectStep, forgetVisit, openPage } from './page.tsx';

afterEach(forgetVisit);

const dialog = () => within(screen.getByRole('dialog', { name: 'Share' }));

/** Opens what few need, which is folded. */
async function openMore(user: UserEvent) {
  await user.click(button('Share'));
  expect(dialog().queryByRole('region', { name: 'Take the run along' })).toBeNull();
  await user.click(dialog().getByRole('button', { name: /^File of the run/ }));
}

it('shares the step on the screen: as a link, in a frame, for a room', async () => {
  await sharePart.load();
  const { user } = await openPage('#step=7&columns=token&view=reference');
  await user.click(button('Share'));
  const link = dialog().getByRole('textbox', { name: 'Link to this step' });
  expect(link).toHaveValue('http://localhost:3000/#step=7&columns=token&view=reference');
  const frame = () => dialog().getByRole('textbox', { name: 'Embed it in a page' });
  expect((frame() as HTMLInputElement).value).toBe(
    '<iframe src="http://localhost:3000/#step=7&#38;columns=token&#38;embed=1" width="960" height="640" title="AuthTrace: session-based and token-based auth, step by step" loading="lazy"></iframe>',
  );
  await user.click(dialog().getByRole('radio', { name: '360×640' }));
  expect((frame() as HTMLInputElement).value).toContain('width="360" height="640"');
  await user.click(dialog().getByRole('button', { name: 'Start presenting' }));
  expect(document.documentElement.dataset.present).toBe('');
  expect(usePlayer.getState().view).toBe('walk');
  expectStep(7);
});

it.each([
  ['#step=0', '/'],
  ['#step=7&columns=token', '/#step=7&columns=token'],
  ['#step=0&view=breaks', '/#step=0&view=breaks'],
  ['#step=0&view=check', '/#step=0&view=check'],
  ['#step=0&way=challenge/only-token', '/#step=0&way=challenge/only-token'],
  ['#step=0&way=learn', '/#step=0&way=learn'],
  ['#step=0&way=test', '/#step=0&way=test'],
  ['#step=0&way=inspect/token', '/#step=0&way=inspect/token'],
  ['#step=2&view=walk&way=test/before.17', '/#step=2'],
  // A goal stays above the stage.
  ['#step=2&view=try&way=challenge/only-token', '/#step=2&view=try&way=challenge/only-token'],
  ['#step=2&view=try&way=challenge/random.1.17', '/#step=2&view=try'],
  ['#step=4&scenario=wrong-password&list=wrong-password:4,why', '/#step=4&scenario=wrong-password'],
])('has the link of what is on the screen: %s', async (hash, link) => {
  await sharePart.load();
  const { user } = await openPage(hash);
  await user.click(button('Share'));
  const box = (name: string) => dialog().getByRole<HTMLInputElement>('textbox', { name });
  // A scenario comes with its run.
  await waitFor(() => expect(box('Link to this step')).toHaveValue(`http://localhost:3000${link}`));
  const framed = box('Embed it in a page').value;
  expect(framed.includes('view=breaks')).toBe(false);
  const way = /way=[^&]+/.exec(link)?.[0];
  expect(framed).toContain(way ?? 'embed=1');
  expect(framed.includes('way=')).toBe(way !== undefined);
});

it('shows a way to learn in place of the quiz before its part wakes, also in a frame', async () => {
  const { close } = await openPage('#step=0&way=why&embed=1');
  expect(document.documentElement.dataset.way).toBe('why');
  act(() => usePlayer.setState({ way: null }));
  expect(document.documentElement.dataset.way).toBeUndefined();
  close();
});

it('makes the link a task by the tick, and says where there is none to make', async () => {
  await Promise.all([sharePart.load(), aboutPart.load()]);
  const { user } = await openPage('#scenario=stolen-then-logout&step=2&view=breaks');
  await waitFor(() => expect(toScenario(usePlayer.getState().run).id).toBe('stolen-then-logout'));
  await user.click(button('Share'));
  const link = () => dialog().getByRole('textbox', { name: 'Link to this step' });
  const tick = () => dialog().getByRole('checkbox', { name: /^As a task/ });
  const note = () => dialog().queryByText(/^This run asks nothing/);
  await user.click(tick());
  expect(link()).toHaveValue('http://localhost:3000/#step=2&scenario=stolen-then-logout&task=1');
  const frame = () =>
    dialog().getByRole<HTMLInputElement>('textbox', { name: 'Embed it in a page' }).value;
  expect(frame()).toContain('task=1');
  expect(note()).toBeNull();
  const { settings } = toScenario(usePlayer.getState().run);
  const token = { ...settings.token, lifetime: 60 };
  await act(() => useWhatIf.getState().changeSettings({ ...settings, token }));
  await waitFor(() => expect(usePlayer.getState().original).not.toBeNull());
  // The scenario's answer is not told as the changed run's.
  expect(screen.getByRole('region', { name: /^About: / })).toHaveTextContent(
    /This run is changed\. .*Of the original: The stolen cookie gets 401/,
  );
  expect((link() as HTMLInputElement).value).not.toContain('task=1');
  expect(frame()).not.toContain('task=1');
  expect(note()).toBeVisible();
  await user.click(tick());
  expect(note()).toBeNull();
});

it.each(['breaks', 'handout', 'reference'])(
  'has the stage in a frame, which has nothing of %s',
  async (view) => {
    await openPage(`#step=7&embed=1&view=${view}`);
    expect(usePlayer.getState()).toMatchObject({ view: 'walk', cursor: 7 });
    expect(screen.getByRole('region', { name: 'Client and server' })).toBeVisible();
  },
);

it.each(['', '&embed=1'])('holds the answer of a scenario back until its step%s', async (embed) => {
  await aboutPart.load();
  await openPage(`#scenario=stolen-then-logout${embed}`);
  if (embed === '') fireEvent.keyDown(document.body, { key: 'p' });
  const about = () => screen.getByRole('region', { name: /^About: / });
  await waitFor(() => expect(about()).toHaveTextContent('It is told at step'));
  expect(about()).not.toHaveTextContent('The stolen cookie gets 401');
  fireEvent.click(within(about()).getByRole('button', { name: 'Show the answer' }));
  expect(about()).toHaveTextContent('The stolen cookie gets 401');
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(about()).toHaveTextContent('The stolen cookie gets 401');
});

it('tells the answer of a scenario to a room at its step', async () => {
  await aboutPart.load();
  await openPage('#scenario=stolen-then-logout&step=6');
  fireEvent.keyDown(document.body, { key: 'p' });
  const about = () => screen.getByRole('region', { name: /^About: / });
  await waitFor(() => expect(about()).toHaveTextContent('It is told at step 7.'));
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(about()).toHaveTextContent('The stolen cookie gets 401');
});

it('states to a room what decides, also where the verdict is held', async () => {
  await aboutPart.load();
  await openPage('#scenario=csrf-samesite-none&step=2');
  fireEvent.keyDown(document.body, { key: 'p' });
  const about = () => screen.getByRole('region', { name: /^About: / });
  await waitFor(() => expect(about()).toHaveTextContent('SameSite None'));
  fireEvent.keyDown(document.body, { key: 'h' });
  expect(about()).toHaveTextContent('SameSite None');
  expect(within(about()).queryByRole('button')).toBeNull();
});

it('asks a room what comes of a step while the verdict is held, and says what the walk comes to', async () => {
  await Promise.all([aboutPart.load(), resultPart.load()]);
  await openPage('#step=9');
  const press = (key: string) => fireEvent.keyDown(document.body, { key });
  const about = () => screen.getByRole('region', { name: /^About: / });
  press('p');
  press('h');
  await waitFor(() => expect(about()).toHaveTextContent(/who would still accept a copy/));
  expect(about()).toHaveTextContent('Both · Session · Token · Nobody');
  press('ArrowLeft');
  await waitFor(() => expect(about()).toHaveTextContent(ABOUT_TEXTS.heldStep));
  press('End');
  press('h');
  const result = await screen.findByRole('region', { name: 'Result' });
  expect(result).toHaveTextContent('A server can end a session');
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
  expect(sheets()[1]?.querySelectorAll('svg[role="img"]')).toHaveLength(4);
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
  await openMore(user);
  const link = () => dialog().queryByRole('link', { name: 'Save package (SCORM 1.2, zip)' });
  expect(link()).toHaveAttribute('href', './authtrace-scorm12.zip');
  expect(link()).toHaveAttribute('download');
  close();
  document.documentElement.dataset.lms = '';
  onTestFinished(() => void delete document.documentElement.dataset.lms);
  await openPage();
  await openMore(user);
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
  await openMore(user);
  const scenario = SCENARIOS.find(({ id }) => id === 'stolen-then-logout');
  if (!scenario) throw new RangeError('no such scenario');
  const run = await runScenario(scenario);
  const telling = openTelling(run);
  for (const format of EXPORT_FORMATS) {
    choose(format);
    const { isPerLane, write } = EXPORTERS[format];
    const lanes = dialog().queryByRole('radiogroup', { name: 'Lane' });
    expect(lanes !== null, format).toBe(isPerLane);
    const text = write(telling, 'token', run, formatRunFile);
    const start = text.slice(0, 20_000);
    await waitFor(async () => expect((await taken()).value.slice(0, start.length)).toBe(start));
  }
  choose('curl');
  await user.click(dialog().getByRole('radio', { name: 'Session-based' }));
  await waitFor(async () =>
    expect((await taken()).value).toBe(
      EXPORTERS.curl.write(telling, 'session', run, formatRunFile),
    ),
  );
});

it('takes a run with secrets of one’s own along with the demo’s, and says so', async () => {
  await sharePart.load();
  const { user } = await openPage();
  const { run } = usePlayer.getState();
  const { settings } = toScenario(run);
  const secret = 'a secret of my own, which nobody else knows';
  await useWhatIf.getState().changeSettings({ ...settings, token: { ...settings.token, secret } });
  await openMore(user);
  choose('curl');
  await user.click(dialog().getByRole('radio', { name: 'Token-based' }));
  await waitFor(async () => expect((await taken()).value).toContain('Token-based'));
  expect(
    await dialog().findByText(/^This run has secrets of your own. The file/),
  ).toBeInTheDocument();
  choose('trace');
  await waitFor(async () => expect((await taken()).value).toContain('"frames"'));
  expect((await taken()).value).not.toContain(secret);
  expect((await taken()).value).toContain(settings.token.secret);
});

const cellsOn = (sheet: Element | null) =>
  [...(sheet?.querySelectorAll('tbody td:not(:first-child)') ?? [])].map(
    (cell) => cell.textContent,
  );

it('prints no answer of a task that is open: what is to be filled in, and the rest once it is', async () => {
  const printing = new AbortController();
  onTestFinished(() => printing.abort());
  await showOnPaper(window, printing.signal);
  await openPage('#step=8&scenario=stolen-then-logout&task=1');
  const print = () => {
    fireEvent(window, new Event('beforeprint'));
    return [...document.querySelectorAll('[data-paper]')];
  };
  const [worksheet, ...more] = print();
  expect(more).toEqual([]);
  const cells = cellsOn(worksheet ?? null);
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter((text) => text !== '')).toEqual([]);
  fireEvent(window, new Event('afterprint'));

  const { telling } = usePlayer.getState().run;
  const { id } = telling.run.scenario;
  act(() => {
    for (const step of listAsked(telling)) {
      const [option = ''] = findQuestion(telling, step)?.options ?? [];
      usePredictions.getState().say(toPredictionKey(id, step), option);
    }
  });
  expect(print().length).toBe(2);
  fireEvent(window, new Event('afterprint'));
});

it('hands no step of an open task on, from wherever one stands, and says why', async () => {
  await sharePart.load();
  const { user } = await openPage('#step=8&scenario=stolen-then-logout&task=1');
  act(() => usePlayer.setState({ cursor: 0 }));
  await openMore(user);
  expect(dialog().getByText(/can be taken along once the question/)).toBeInTheDocument();
  expect(dialog().queryByRole('combobox', { name: 'Format' })).toBeNull();
});

/** The buttons that save and copy in a part of the menu. */
const namesIn = (title: string) =>
  within(dialog().getByRole('region', { name: title }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

it('has both of everything that is taken along: a copy and a file', async () => {
  await sharePart.load();
  const { user } = await openPage('#step=7');
  await openMore(user);
  expect(namesIn('Picture of the stage')).toEqual(['Copy picture', 'Save picture']);
  for (const format of EXPORT_FORMATS) {
    choose(format);
    await taken();
    expect(namesIn('Take the run along'), format).toEqual(['Copy', 'Save file']);
  }
  choose('run');
  await waitFor(async () =>
    expect(JSON.parse((await taken()).value)).toMatchObject({
      authtrace: 1,
      scenario: 'login-to-logout',
    }),
  );
});

it('draws and prints a run with secrets of one’s own with the demo’s, and says so', async () => {
  await sharePart.load();
  await handoutPart.load();
  const { user } = await openPage('#step=7');
  const svgOf = async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(dialog().getByRole('button', { name: 'Copy picture' }));
    return write.mock.calls[0]?.[0] ?? '';
  };
  await user.click(button('Share'));
  const demo = await svgOf();
  expect(demo).toContain('<svg');
  await user.keyboard('{Escape}');

  const { settings } = toScenario(usePlayer.getState().run);
  const secret = 'a secret of my own, which nobody else knows';
  await useWhatIf.getState().changeSettings({
    ...settings,
    session: { ...settings.session, secrets: [secret] },
    token: { ...settings.token, secret },
  });
  const { at, run } = usePlayer.getState().run.telling;
  expect(formatSvg(drawStage(at(7), run.lastStep, STRATEGIES))).not.toBe(demo);
  await user.click(button('Share'));
  expect(await dialog().findByText(/^This run has secrets of your own. The picture/)).toBeVisible();
  vi.restoreAllMocks();
  expect(await svgOf()).toBe(demo);
  await user.click(dialog().getByRole('button', { name: 'Open the handout' }));
  expect(await screen.findByText(/^This run has secrets of your own. The sheet/)).toBeVisible();
  vi.restoreAllMocks();
});

it('keeps the focus in the list that is put together', async () => {
  await sharePart.load();
  const { user } = await openPage('#step=7');
  await openMore(user);
  const add = () => dialog().getByRole('button', { name: 'Add this place' });
  const removers = () => dialog().queryAllByRole('button', { name: /^Remove/ });
  for (let i = 0; i < MAX_ITEMS + 1; i++) await user.click(add());
  expect(removers()).toHaveLength(MAX_ITEMS);
  expect(add()).toHaveFocus();
  expect(dialog().getByText('The list is full.')).toHaveRole('status');
  removers().at(-1)?.focus();
  await user.keyboard('{Enter}');
  expect(removers().at(-1)).toHaveFocus();
  while (removers().length > 0) {
    removers()[0]?.focus();
    await user.keyboard('{Enter}');
    expect(removers()[0] ?? add()).toHaveFocus();
  }
});

it('says beside the package that it needs a network, without one', async () => {
  await sharePart.load();
  const { user } = await openPage();
  await openMore(user);
  const note = () => dialog().queryByText(/^ ?It is not kept for use without a network/);
  expect(note()).toBeNull();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  fireEvent(window, new Event('offline'));
  expect(note()).toHaveRole('status');
  online.mockRestore();
  fireEvent(window, new Event('online'));
  expect(note()).toBeNull();
});
