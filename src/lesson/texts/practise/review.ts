export const REVIEW_TEXTS = {
  /** In how many whole days the next card is due. */
  sayNone: (days: number) =>
    `Nothing is due. The next card is ${days < 1 ? 'later today' : days === 1 ? 'in a day' : `in ${days} days`}.`,
  again: 'The next card',
  transfer: 'Take it along',
  anki: 'Save for Anki',
  save: 'Save my progress',
  open: 'Open saved progress',
  ahead:
    'Some cards were answered by a clock that is ahead of this one. They count as answered now, and come again as long after it as they would have.',
  opened: 'The progress is merged with what was here.',
  reset: 'Forget all that I have practised',
  resetAsk: 'Forget it all? It cannot be taken back.',
  resetYes: 'Forget it',
  resetNo: 'Keep it',
  sayDue: (due: number) => (due === 1 ? '1 card is due' : `${due} cards are due`),
  sayLeft: (left: number) => (left === 1 ? '1 card left' : `${left} cards left`),
  sayNext: (days: number) =>
    days < 1 ? 'Asked again soon.' : `Asked again in ${days === 1 ? 'a day' : `${days} days`}.`,
} as const;

/** What is wrong with a file of progress; nothing of what was there is touched then. */
export const PROGRESS_NOTICES = {
  tooLarge: 'The file was not opened: it is too large to be progress of this page.',
  noText: 'The file was not opened: it is no text in UTF-8.',
  noJson: 'The file was not opened: it is no JSON.',
  noProgress: 'The file was not opened: it is no progress of AuthTrace.',
  laterVersion: 'The file was not opened: a later version of this page has written it.',
  sayDropped: (dropped: number) =>
    `${dropped === 1 ? 'One entry' : `${dropped} entries`} of the file could not be read and ${dropped === 1 ? 'was' : 'were'} left out.`,
} as const;

/** What the columns of an export are called. */
export const ANKI_TEXTS = { front: 'Front', back: 'Back', deck: 'AuthTrace' } as const;
