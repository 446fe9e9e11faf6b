import { create } from 'zustand';
import type { SecretForm } from '../../lesson/inspect/token/verdict.ts';
import type { Asked } from './cookie/SourceFields.tsx';
import type { Told } from './log/tellText.ts';

// What is pasted is kept while the page is open, so that whoever looks at another kind finds it again.
// It is in memory alone: never in storage, nor in an address.

interface CookieDraft {
  readonly text: string;
  readonly asked: Asked;
  /** When the text was changed last, NumericDate seconds. */
  readonly now: number;
}

export const useCookieDraft = create<CookieDraft>(() => ({
  text: '',
  asked: {
    url: 'http://localhost:3000/login',
    page: '',
    by: 'fetch',
    credentials: 'same-origin',
    thirdPartyCookies: 'allowed',
  },
  now: 0,
}));

interface TokenDraft {
  readonly text: string;
  readonly secret: string;
  readonly form: SecretForm;
  /** As its field has it; `null`: nobody has set it, so that it is the time of the last change. */
  readonly clock: string | null;
}

export const useTokenDraft = create<TokenDraft>(() => ({
  text: '',
  secret: '',
  form: 'text',
  clock: null,
}));

interface LogDraft {
  /** What was found, with its secrets masked: the text itself is gone. */
  readonly told: Told | null;
  /** Counts what was asked for: the last one is shown, however long each takes. */
  readonly turn: number;
}

export const useLogDraft = create<LogDraft>(() => ({ told: null, turn: 0 }));
