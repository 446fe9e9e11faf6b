import type { PreferencesStore, Theme } from './preferences.ts';

/** Tells the style sheet which theme was chosen; `system` leaves it to the browser. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** Keeps the page in the chosen theme; returns what ends it. */
export function syncTheme(preferences: PreferencesStore, root: HTMLElement): () => void {
  applyTheme(preferences.getState().theme, root);
  return preferences.subscribe(({ theme }, before) => {
    if (theme !== before.theme) applyTheme(theme, root);
  });
}
