import { create } from 'zustand';
import { getOwn, parseVersioned } from './parseVersioned.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Before which ways of stepping questions are asked; the first is the default. */
export const ASKS = ['buttons', 'all', 'off'] as const;
export type Asks = (typeof ASKS)[number];

/** What a reader set once and for all visits. */
export interface Preferences {
  readonly theme: Theme;
  /** Whether keys that type a character are commands (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Who is asked what will happen: whoever presses a button, keys too, or nobody. */
  readonly asks: Asks;
  /** Whether the catalogue shows all its answers at once. */
  readonly answers: boolean;
}

export interface PreferencesVerbs {
  setTheme(theme: Theme): void;
  setSingleKeys(on: boolean): void;
  setAsks(asks: Asks): void;
  setAnswers(shown: boolean): void;
}

/** Where the preferences are kept; the page's boot script reads the theme from it too. */
export const PREFERENCES_KEY = 'authtrace.preferences';

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  singleKeys: true,
  asks: 'buttons',
  answers: false,
};

/** Reads preferences from any text; what is missing or wrong becomes the default. */
export function parsePreferences(text: string | null): Preferences {
  const value = parseVersioned(text);
  const singleKeys = getOwn(value, 'singleKeys');
  return {
    theme: THEMES.find((theme) => theme === getOwn(value, 'theme')) ?? DEFAULT_PREFERENCES.theme,
    singleKeys: typeof singleKeys === 'boolean' ? singleKeys : DEFAULT_PREFERENCES.singleKeys,
    asks: ASKS.find((asks) => asks === getOwn(value, 'asks')) ?? ASKS[0],
    answers: getOwn(value, 'answers') === true,
  };
}

/** Writes preferences as the text that `parsePreferences` reads; what came later only where it was set. */
export function formatPreferences({ theme, singleKeys, asks, answers }: Preferences): string {
  return JSON.stringify({
    ...{ version: 1, theme, singleKeys },
    asks: asks === ASKS[0] ? undefined : asks,
    answers: answers || undefined,
  });
}

/** Creates the store of the preferences, at their defaults. */
export function createPreferences() {
  return create<Preferences & PreferencesVerbs>()((set) => ({
    ...DEFAULT_PREFERENCES,
    setTheme: (theme) => set({ theme }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setAsks: (asks) => set({ asks }),
    setAnswers: (answers) => set({ answers }),
  }));
}

export type PreferencesStore = ReturnType<typeof createPreferences>;

/** The page's preferences; `usePreferences((preferences) => preferences.theme)`. */
export const usePreferences = createPreferences();
