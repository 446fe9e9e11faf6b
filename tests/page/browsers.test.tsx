import { act, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { BrowserTelling, LaneTelling, StepTelling } from '../../src/lesson/telling.ts';
import { AROUND_PARTS } from '../../src/panels/stage/Stage.tsx';
import type { ToldRun } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const PHONE: BrowserTelling = {
  id: 'phone',
  name: 'Phone',
  note: 'logs in',
  acts: true,
  kept: [{ label: 'sid 1f…9c', note: 'connect.sid, 15 min left', refused: false }],
};
const LAPTOP: BrowserTelling = { ...PHONE, id: 'laptop', name: 'Laptop', acts: false, kept: [] };

/** The walk, told as if the user had further browsers. */
function withBrowsers({ telling }: ToldRun, browsers: readonly BrowserTelling[]): ToldRun {
  const { run, at } = telling;
  const add = (lane: LaneTelling): LaneTelling => ({
    ...lane,
    stage: { ...lane.stage, browsers },
  });
  const told = (step: number): StepTelling => {
    const own = at(step);
    return { ...own, session: add(own.session), token: add(own.token) };
  };
  const steps = Array.from({ length: run.lastStep + 1 }, (_, step) => told(step));
  return {
    telling: {
      run: { ...run, around: ['browsers'] },
      at: (step) => steps[step] ?? told(step),
    },
    trace: null,
  };
}

test('the user’s further browsers stand below, each with what it keeps', async () => {
  await Promise.all(Object.values(AROUND_PARTS).map(({ load }) => load()));
  await openPage();
  const run = withBrowsers(usePlayer.getState().run, [PHONE, LAPTOP]);
  await act(async () => usePlayer.setState({ run, cursor: 5 }));
  for (const name of ['Session-based', 'Token-based']) {
    const lane = within(region('Client and server')).getByRole('group', { name });
    const [phone, laptop] = ['Phone', 'Laptop'].map((title) =>
      within(lane).getByRole('heading', { name: title }).closest('[data-acts]'),
    );
    expect(phone).toHaveTextContent('Phonelogs insid 1f…9cconnect.sid, 15 min left');
    expect(phone?.querySelector('[data-kept]')).toHaveTextContent('sid 1f…9c');
    expect(phone).toHaveAttribute('data-acts', 'true');
    expect(laptop).toHaveTextContent('Laptoplogs inempty');
    expect(laptop).toHaveAttribute('data-acts', 'false');
    expect(lane.querySelector('[data-parts]')).toHaveAttribute('data-parts', 'browsers');
    expect(lane.querySelector('[data-count]')).toHaveAttribute('data-count', '2');
  }
});
