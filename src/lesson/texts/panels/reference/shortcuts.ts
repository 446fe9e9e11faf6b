/** The keys, as they are printed on a keyboard, and what they do. */
export const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['→', 'Page Down'], 'Next step'],
  [['←', 'Page Up'], 'Previous step'],
  [['Home'], 'First step'],
  [['End'], 'Last step'],
  [['Space'], 'Play or pause'],
  [['B', 'S', 'T'], 'Show both, Session, Token'],
  [['R'], 'Back to the start'],
  [['+', '−'], 'Faster, slower'],
  [['↑', '↓'], 'In places, bar and flow: to the next control; on a dotted word: to the next one'],
  [['P'], 'Present, and end it'],
  [['H'], 'Presenting: hold the verdict back, show it'],
  [['?'], 'This list, and the glossary'],
  [['Esc'], 'Close'],
];

export const SHORTCUTS_TEXTS = {
  singleKeys: 'Keys that type a character are shortcuts (B, S, T, R, P, H, +, −, ?)',
  asks: 'Ask what will happen',
  askOptions: [
    ['buttons', 'when I press Next or Play'],
    ['all', 'also when I step by keys'],
    ['off', 'never'],
  ],
  touch: 'On a touch screen, swipe left or right on the stage to step.',
} as const;
