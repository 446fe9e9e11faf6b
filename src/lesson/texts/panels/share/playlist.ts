/** What the strip says in which one goes through a teacher's list. */
export const PLAYLIST_TEXTS = {
  name: 'Playlist',
  sayPlace: (at: number, of: number) => `${at} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  last: 'the last one',
  leave: 'Leave the list',
  sayStep: (title: string, step: number) => (step === 0 ? title : `${title}, step ${step}`),
  sayItem: (name: string, item: string) => `${name}: ${item}`,
} as const;

/** What is wrong with a list in an address; what it says itself comes in quotes. */
export const PLAYLIST_NOTICES = {
  sayUnknown: (names: readonly string[]) =>
    `The list in the address names ${names.join(', ')}, which does not exist and is left out.`,
  sayTooLong: (most: number) =>
    `The list in the address is too long: of its places the first ${most} are here.`,
  empty: 'The list in the address names nothing that exists, so there is none.',
  sayNoPlace: (place: string, shown: number) =>
    `The list in the address has no place ${place}, so this is ${shown}.`,
} as const;

/** How a list is put together. */
export const DRAFT_TEXTS = {
  title: 'Playlist for a class',
  note: 'Several scenarios, exercises or places in order: open each, and add it here. “As a task” above holds for all of it.',
  add: 'Add this place',
  own: 'A run of your own has a link of its own, and no place in a list.',
  full: 'The list is full.',
  sayRemove: (title: string) => `Remove: ${title}`,
  remove: 'Remove',
  task: 'As a task: hide what comes until it is predicted',
  link: 'Link to the playlist',
  noTask:
    'This run asks nothing, so its link is no task: a scenario as it comes asks before it tells.',
  copy: 'Copy link',
} as const;
