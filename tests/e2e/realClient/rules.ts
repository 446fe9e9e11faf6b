/** What only a real Chromium in front of the real servers decides; each is the title of a test here. */
export const CLIENT_RULES = {
  backShows: 'Back shows a page that came without no-store, and asks nobody',
  backAsks: 'Back asks again for a page that came with no-store',
  leaves: 'a reload, a closed tab and a closed browser leave what the engine says',
} as const;
