export const ABOUT_TEXTS = {
  sayName: (title: string) => `About: ${title}`,
  more: 'More',
  less: 'Less',
  sources: 'Sources',
} as const;
