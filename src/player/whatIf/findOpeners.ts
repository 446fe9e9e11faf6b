/** Finds what opens the place for what-ifs, the nearest first; on a phone the bar has no room for its button. */
export const findOpeners = (): readonly (HTMLElement | null)[] =>
  ['[aria-controls="what-if"]', 'nav a[href="#view=try"]'].map((opener) =>
    document.querySelector<HTMLElement>(opener),
  );
