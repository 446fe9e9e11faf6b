/** What became of running the walk once more in this browser. */
export const SELF_CHECK_TEXTS = {
  waiting: 'Not yet run again in this browser.',
  same: 'Run again in this browser: the same token, the same cookie, the same messages, to the byte.',
  different: 'Run again in this browser: the result differs from what is shown. Please report it.',
  failed: 'Could not be run again in this browser: the engine did not load.',
  withheld:
    'Not run again in this browser: it offers Web Crypto only to secure contexts (https or localhost), and without it nothing can be signed.',
} as const;

export const THEME_OPTIONS = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export const FOOTER_TEXTS = {
  theme: 'Theme',
  computed: 'Computed, not narrated.',
  promise: 'Everything runs in your browser; nothing is sent.',
  /** In a frame of a course page, or opened by a learning platform. */
  told: 'Everything runs in your browser; only the page that has opened this one is told your place and your checked answers.',
  assumed:
    'The token is signed, not encrypted: anybody who holds it can read it. In the walk the cookie holds an ID, not the data. TLS is assumed from step 1 on. The secrets and the password are demo values.',
} as const;
