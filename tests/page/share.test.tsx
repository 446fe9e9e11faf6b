import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { handoutPart } from '../../src/panels/handout/HandoutPlace.tsx';
import { sharePart } from '../../src/panels/share/Share.tsx';
import { usePlayer } from '../../src/player/usePlayer.ts';
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
