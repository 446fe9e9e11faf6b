import { act, render, screen } from '@testing-library/react';
import { lazy, type ReactElement, Suspense } from 'react';
import { expect, test } from 'vitest';

/** A part in its place, and what lets it come. */
function openLate(): { place: ReactElement; come: () => void } {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  const Part = lazy(async () => {
    await coming;
    return { default: () => <p>Here it is</p> };
  });
  return { place: <Suspense fallback="It comes">{<Part />}</Suspense>, come };
}

test('what has come is shown when its act ends, and not when React would stop holding it back', async () => {
  const { place, come } = openLate();
  render(place);
  expect(screen.getByText('It comes')).toBeVisible();
  await act(async () => come());
  expect(screen.getByText('Here it is')).toBeVisible();
});

test('so is one that comes while another still has its place kept', async () => {
  const first = openLate();
  const second = openLate();
  const { rerender } = render(<div>{first.place}</div>);
  rerender(
    <div>
      {first.place}
      <div>{second.place}</div>
    </div>,
  );
  await act(async () => second.come());
  expect(screen.getAllByText('Here it is')).toHaveLength(1);
  await act(async () => first.come());
  expect(screen.getAllByText('Here it is')).toHaveLength(2);
});
