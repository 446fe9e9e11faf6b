import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Late } from '../../src/ui/islands/Late.tsx';
import { toLatePart } from '../../src/ui/islands/latePart.ts';

const Part = () => <p>Here it is</p>;

/** A part whose import is settled by hand, each time that it is asked for. */
function openPart() {
  const asked: { come: () => void; fail: () => void }[] = [];
  const part = toLatePart(
    () =>
      new Promise<typeof Part>((resolve, reject) => {
        asked.push({ come: () => resolve(Part), fail: () => reject(new TypeError('lost')) });
      }),
  );
  const onStuck = vi.fn();
  render(<Late name="The part" part={part} onStuck={onStuck} className="frame" />);
  const settle = (how: 'come' | 'fail') => act(async () => asked.at(-1)?.[how]());
  return { asked, settle, onStuck, user: userEvent.setup() };
}

const tryAgain = () => screen.getByRole('button', { name: 'Try again' });

afterEach(() => vi.restoreAllMocks());

test('its place is never empty: it says that it loads, and then what was lost', async () => {
  const { settle } = openPart();
  expect(screen.getByRole('region', { name: 'The part' })).toHaveTextContent('The part: loading …');
  await settle('fail');
  expect(screen.getByRole('alert')).toHaveTextContent('The part could not be loaded. Try again');
});

test('it can be asked for again and again; whoever did so in vain is told of', async () => {
  const { settle, onStuck, user, asked } = openPart();
  await settle('fail');
  expect(onStuck).not.toHaveBeenCalled();
  await user.click(tryAgain());
  expect(screen.queryByRole('alert')).toBeNull();
  await settle('fail');
  expect(onStuck).toHaveBeenCalledOnce();
  await user.click(tryAgain());
  await settle('come');
  expect(screen.getByText('Here it is')).toBeVisible();
  expect(asked).toHaveLength(3);
});

test('offline it waits and says so, and comes with the network', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { settle, asked } = openPart();
  expect(screen.getByRole('status')).toHaveTextContent('The part: waiting for the network.');
  expect(asked).toHaveLength(0);
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event('online')));
  await settle('come');
  expect(screen.getByText('Here it is')).toBeVisible();
});

test('a browser that only believes to be offline is overruled by hand', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { settle, user } = openPart();
  await user.click(tryAgain());
  await settle('come');
  expect(screen.getByText('Here it is')).toBeVisible();
});

test('one that comes when another is wanted in its place leaves that one alone', async () => {
  const settled: (() => void)[] = [];
  const open = (text: string) =>
    toLatePart(
      () =>
        new Promise<typeof Part>((resolve) => {
          settled.push(() => resolve(() => <p>{text}</p>));
        }),
    );
  const [before, wanted] = [open('Before'), open('Wanted')];
  const show = (part: typeof before) => <Late name="The part" part={part} onStuck={vi.fn()} />;
  const { rerender } = render(show(before));
  rerender(show(wanted));
  await act(async () => settled[1]?.());
  expect(screen.getByText('Wanted')).toBeVisible();
  await act(async () => settled[0]?.());
  expect(screen.getByText('Wanted')).toBeVisible();
  expect(screen.queryByText('Before')).toBeNull();
  // Both are here now: each shows at once.
  rerender(show(before));
  expect(screen.getByText('Before')).toBeVisible();
});

test('one that fails when another is wanted in its place says nothing of that one', async () => {
  let fail = () => {};
  const lost = toLatePart(
    () =>
      new Promise<typeof Part>((_, reject) => {
        fail = () => reject(new TypeError('lost'));
      }),
  );
  const coming = toLatePart(() => new Promise<typeof Part>(() => {}));
  const show = (part: typeof lost) => <Late name="The part" part={part} onStuck={vi.fn()} />;
  const { rerender } = render(show(lost));
  rerender(show(coming));
  await act(async () => fail());
  expect(screen.queryByRole('alert')).toBeNull();
});
