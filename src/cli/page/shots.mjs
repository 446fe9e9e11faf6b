const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
];
const THEMES = ['light', 'dark'];
const STEPS = [0, 4, 7, 9, 12];

/** What the README shows. */
export const README = [4, 9].map((step) => ({
  width: 1440,
  height: 900,
  theme: 'light',
  step,
  name: `step-${step}.png`,
}));

/** Every size and theme that the page is designed for, at the steps that differ most. */
export const MATRIX = SIZES.flatMap(([width, height]) =>
  THEMES.flatMap((theme) =>
    STEPS.map((step) => ({
      width,
      height,
      theme,
      step,
      name: `${width}x${height}-${theme}-step-${step}.png`,
    })),
  ),
);
