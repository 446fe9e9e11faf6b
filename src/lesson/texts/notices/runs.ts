/** What is wrong with a run from outside, said: at which member and which character, as far as that is known. */
interface ToldFault {
  readonly path: string;
  readonly sentence: string;
  /** Offset in the text. */
  readonly position?: number | undefined;
}

/** What there is to say of runs from files and addresses, and of settings that came too late. */
export const RUN_NOTICES = {
  ownSecrets:
    'This run was made with secrets of its own, which are never shared: it is shown with the demo’s.',
  tooLarge: 'It is too large to be a run.',
  noText: 'It is no text in UTF-8 or UTF-16.',
  emptyFile: 'The file was not opened. Its run has no Actions: there is nothing to step.',
  emptyAddress: 'The run in the address has no Actions. The scenario is shown instead.',
  unreadable: 'The file could not be read.',
  sayNoScenario: (scenario: string) =>
    `The file names the scenario ${scenario}, which does not exist.`,
  /** Says why an address opens no run. */
  sayBadAddress: ({ path, sentence }: ToldFault) =>
    `${path ? `${path}: ` : ''}${sentence} The scenario is shown instead.`,
  /** Says why a file opens no run: the first fault, where it is, and how many more there are. */
  sayBadFile: ({ path, sentence, position }: ToldFault, more: number) => {
    const character = position === undefined ? '' : `character ${position + 1}`;
    const place = [path, character].filter(Boolean).join(', ');
    const rest = more === 0 ? '' : ` And ${more} more.`;
    return `The file was not opened. ${place ? `${place}: ` : ''}${sentence}${rest}`;
  },
} as const;
