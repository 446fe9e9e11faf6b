/** What the page has to say of itself and its browser. */
export const STORAGE_NOTICE =
  'Your browser lets this page store nothing: progress and theme are forgotten when you leave.';

export const UNREADABLE_NOTICE =
  'Some of what this page had stored in your browser could not be read, and is left aside.';

export const LATER_NOTICE =
  'A later version of this page stored what is in your browser. It is left alone, and what you do now is forgotten when you leave.';

export const SCENARIO_FAILED =
  'That scenario could not be opened, so the page still shows the one before.';

export const RUN_FAILED =
  'The run in the address could not be opened, so the page still shows the one before. Reload to try again.';
