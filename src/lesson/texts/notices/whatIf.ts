/** What there is to say of what-ifs outside of their place. */
export const LEFT_NOTICE = 'Your run is kept: open “Try it” and choose Undo to come back to it.';

export const TOO_LONG_NOTICE =
  'This run is too long for an address, and a reload would lose it: save it as a file in “Try it”.';

export const WENT_WRONG = 'That did not work, so the run is as it was.';
