/** What there is to say of what-ifs beside their panel. */
export const LEFT_NOTICE = 'Your run is kept: open “What if…” and choose Undo to come back to it.';

export const TOO_LONG_NOTICE =
  'This run is too long for an address, and a reload would lose it: save it as a file under “What if…”.';

export const WENT_WRONG = 'That did not work, so the run is as it was.';
