/** What can be chosen in the header, in its order. */
export const COLUMN_OPTIONS = [
  ['both', 'Both'],
  ['session', 'Session'],
  ['token', 'Token'],
] as const;

export const THEME_OPTIONS = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export const HEADER_TEXTS = {
  brand: 'AuthTrace',
  /** Is heard after the brand. */
  subject: ': session-based vs token-based auth in Node.js',
  scenario: 'Scenario',
  columns: 'Columns',
  promise: 'Everything runs in your browser; nothing is sent.',
  questions: 'Questions',
  theme: 'Theme',
  shortcuts: 'Keyboard shortcuts',
} as const;
