import { expect, open, test, tracker } from './page.ts';

test('a value that is opened is read whole, its parts told apart by no verdict’s colour', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '#step=7');
  await tracker(page).getByRole('button', { name: 'token' }).click();
  const end = page.getByText('over the two parts before it');
  await expect(end).toBeInViewport();
  const found = await end.evaluate((last) => {
    const scrolled: string[] = [];
    for (let box = last.parentElement; box && box !== document.body; box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible')
        scrolled.push(box.className);
    }
    const toColour = (token: string) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(${token})`;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    const parts = [...document.querySelectorAll('[data-part]')].map((part) => {
      const { color, textDecorationStyle } = getComputedStyle(part);
      return { color, line: textDecorationStyle };
    });
    return { scrolled, parts, verdicts: ['--allowed', '--denied'].map(toColour) };
  });
  expect(found.scrolled).toEqual([]);
  expect(found.parts.map(({ line }) => line)).toEqual(['solid', 'double', 'dotted']);
  for (const { color } of found.parts) expect(found.verdicts).not.toContain(color);
});
