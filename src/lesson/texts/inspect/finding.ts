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

/** The member of a union that a key tells. As a mapped type, so that `TABLE[item.key](item)` compiles without a cast. */
export type MemberOf<Item, Key extends keyof Item, Value extends Item[Key] & string> = {
  readonly [K in Value]: Readonly<Record<Key, K>> & Extract<Item, Readonly<Record<Key, K>>>;
}[Value];

/** Says a refusal or remark by what it is about. */
export type Sayings<Item, Key extends keyof Item> = {
  readonly [K in Item[Key] & string]: (item: MemberOf<Item, Key, K>) => Finding;
};
