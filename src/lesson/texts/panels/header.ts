/** What can be chosen in the header, in its order. */
export const COLUMN_OPTIONS = [
  ['both', 'Both'],
  ['session', 'Session'],
  ['token', 'Token'],
] as const;

/** The places of the page, in the order of the navigation. */
export const PLACE_NAMES = {
  walk: 'Walk',
  breaks: 'What breaks it',
  try: 'Try it',
  check: 'Check yourself',
  reference: 'Reference',
} as const;

export const HEADER_TEXTS = {
  brand: 'AuthTrace',
  places: 'Sections',
  scenario: 'Scenario',
  sayOwn: (title: string) => `Your run: ${title}`,
  columns: 'Columns',
  shortcuts: 'Keyboard shortcuts',
  share: 'Share',
  /** Links that only show when they have the focus. */
  skips: [
    ['stage', 'Skip to the stage'],
    ['playback', 'Skip to playback'],
    ['table', 'Skip to the table'],
  ],
} as const;
