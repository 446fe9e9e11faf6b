/** The Telling of the walk, run and told at build time, so that the first step waits for no signature. */
declare module 'virtual:walk-telling' {
  const written: import('../lesson/telling.ts').WrittenTelling;
  export default written;
}

/** The reference code, highlighted at build time as nodes. */
declare module 'virtual:code-sample' {
  /** What a piece of code is; '' for what needs no colour. */
  export type CodeKind =
    | ''
    | 'class'
    | 'comment'
    | 'constant'
    | 'function'
    | 'keyword'
    | 'number'
    | 'regexp'
    | 'string';
  export type CodePiece = readonly [kind: CodeKind, text: string];
  export type CodeLine = readonly CodePiece[];
  export interface CodeFile {
    /** The file as it stands on disk, to the byte. */
    readonly text: string;
    /** Its lines without their line ends; joined with '\n' and ended by one they are the text. */
    readonly lines: readonly CodeLine[];
  }
  /** By file name, e.g. `sessionServer.js`. */
  export type CodeSample = Readonly<Record<string, CodeFile>>;
  const files: CodeSample;
  export default files;
}

/** The IDs of all Scenarios; the walk's is the first. */
declare module 'virtual:scenario-ids' {
  const ids: readonly string[];
  export default ids;
}

/** The Scenarios by group, each with its ID and title; the walk comes first. */
declare module 'virtual:scenario-list' {
  const groups: readonly (readonly [
    group: string,
    scenarios: readonly (readonly [id: string, title: string])[],
  ])[];
  export default groups;
}

/** What each Scenario asks and what the lanes answer, run at build time. */
declare module 'virtual:scenario-answers' {
  export type AnsweredQuestion = import('./scenarioAnswers.ts').AnsweredQuestion;
  export type AnsweredGroups = import('./scenarioAnswers.ts').AnsweredGroups;
  const groups: AnsweredGroups;
  export default groups;
}

/** What the settings of each Scenario change of the walk's, by their names in the code; for the search. */
declare module 'virtual:scenario-settings' {
  const settings: Readonly<Record<string, readonly string[]>>;
  export default settings;
}

/** Which requests of another site carry the session's cookie, by its SameSite; run at build time. */
declare module 'virtual:same-site' {
  export type ForeignRequest = import('./sameSiteTable.ts').ForeignRequest;
  export type SameSiteLine = import('./sameSiteTable.ts').SameSiteLine;
  const lines: readonly SameSiteLine[];
  export default lines;
}
