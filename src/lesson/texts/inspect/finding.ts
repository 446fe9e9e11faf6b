/** What is found out about something pasted, in a beginner’s words, and the document that says so. */
export interface Finding {
  readonly title: string;
  readonly why: string;
  /** What to do; `null`: nothing need be done. */
  readonly fix: string | null;
  readonly source: string;
}

/** Names a section of the document that browsers follow for cookies. */
export const toDraft = (section: string): string => `6265bis section ${section}`;

/** Says a refusal or remark by what it is about. */
export type Sayings<Item, Key extends keyof Item> = {
  readonly [K in Item[Key] & string]: (item: Extract<Item, Readonly<Record<Key, K>>>) => Finding;
};
