import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from './page.tsx';

test('Reference lists all its parts at its top, each by its name and address', async () => {
  await openPage('#view=reference');
  const contents = screen.getByRole('navigation', { name: 'Contents of Reference' });
  const links = within(contents).getAllByRole('link');
  for (const link of links) {
    const part = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    const heading = part?.querySelector('h2, caption');
    expect(heading, link.outerHTML).toHaveTextContent(link.textContent ?? '');
  }
  const parts = [...document.querySelectorAll('[data-place="reference"] > [id]')];
  const ids = links.map((link) => link.getAttribute('href')?.slice(1));
  expect(ids).toEqual(['rows', 'tracker', ...parts.map(({ id }) => id)]);
  expect(links.filter(({ tabIndex }) => tabIndex >= 0)).toHaveLength(1);
});
