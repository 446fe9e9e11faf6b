import type { Tone } from '../telling.ts';

/** How something that came out is shown: its sign, and what the sign says. */
export interface Look {
  /** Name of the icon: no two are alike, so that no colour is needed to tell them apart. */
  readonly icon: 'check' | 'cross' | 'openLock' | 'shield' | 'rest' | 'arrow';
  readonly word: string;
}

const LOOKS: Readonly<Record<Tone, Look>> = {
  allowed: { icon: 'check', word: 'Allowed' },
  denied: { icon: 'cross', word: 'Denied' },
  breach: { icon: 'openLock', word: 'Breach' },
  held: { icon: 'shield', word: 'Held' },
  rest: { icon: 'rest', word: 'Nothing tried' },
  busy: { icon: 'arrow', word: 'Done' },
};

/** Returns the look of how something came out; its colours are those of its tone in the style sheet. */
export const toLook = (tone: Tone): Look => LOOKS[tone];
