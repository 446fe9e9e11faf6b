/** What Reference lists at its top: the ID of each part, which is its address, and its name. */
export const CONTENTS = [
  ['rows', 'Execution table'],
  ['tracker', 'Variable tracker'],
  ['messages', 'HTTP messages'],
  ['code', 'Code sample'],
  ['moments', 'Key moments'],
  ['holders', 'Who holds what now'],
  ['counts', 'Counts'],
  ['snapshot', 'Snapshot'],
  ['transcript', 'Transcript'],
  ['glossary', 'Glossary'],
] as const;

export type ContentsId = (typeof CONTENTS)[number][0];

export const CONTENTS_NAME = 'Contents of Reference';
