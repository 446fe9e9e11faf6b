/** What the page has to say of itself and its browser. */
export const STORAGE_NOTICE =
  'Your browser does not let this page store anything: progress and theme will be forgotten when you leave.';

export const UNREADABLE_NOTICE =
  'Some of what this page had stored in your browser could not be read, and is left aside.';

export const LATER_NOTICE =
  'What this page has stored in your browser was stored by a later version of it, and is left alone: what you do now is forgotten when you leave.';

export const SCENARIO_FAILED =
  'That scenario could not be opened, so the page still shows the one before.';

export const RUN_FAILED =
  'The run in the address could not be opened, so the page still shows the one before. Reload it to try again.';
