import { COOKIE_WORDS } from './cookieWords.ts';
import { ORIGIN_WORDS } from './originWords.ts';
import { SERVER_WORDS } from './serverWords.ts';
import { SESSION_WORDS } from './sessionWords.ts';
import { TOKEN_WORDS } from './tokenWords.ts';

/** How the form names a setting, and the line that says what it does. */
export interface SettingWords {
  readonly label: string;
  readonly meaning: string;
}

/** The words of the settings that are a choice or a switch, or a typed number. */
export const SETTING_WORDS = {
  ...SESSION_WORDS,
  ...COOKIE_WORDS,
  ...TOKEN_WORDS,
  ...SERVER_WORDS,
  ...ORIGIN_WORDS,
} as const;

export type SettingName = keyof typeof SETTING_WORDS;
