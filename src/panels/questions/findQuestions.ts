import type { AnsweredGroups, AnsweredQuestion } from 'virtual:scenario-answers';

/** Words that do not say which question is meant: small ones, and the user, who is in all of them. */
const SAY_NOTHING = new Set(
  'a am an and any are as at be been but by can did do does for from get gets got had happen happens has have he hit how i if in is it its me my not now of on one or our she so still that the their them then there they this to user was we were what when where which who why will with would you your s t'.split(
    ' ',
  ),
);

/** Stems that mean the same, though no ending explains it. */
const SAME = new Map([
  ['hijack', 'steal'],
  ['kept', 'keep'],
  ['sent', 'send'],
  ['stol', 'steal'],
  ['stolen', 'steal'],
  ['thief', 'steal'],
]);

/** Takes an ending off that leaves three letters, and one of the two letters it doubled: logged, log. */
function toStem(word: string): string {
  const stem = word.replace(/^(.{3,}?)(?:ing|ed|es|s|e|y)$/, '$1').replace(/([bgmnprt])\1$/, '$1');
  return SAME.get(stem) ?? stem;
}

/** Takes a text apart into stems, each once; “log out” in any form is one word, as “logout” is. */
function toStems(text: string): readonly string[] {
  const words = text
    .replace(/([a-z]{2})([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\blog(?:s|ged|ging)? (in|out)\b/g, 'log$1')
    .split(' ');
  return [...new Set(words.filter((word) => word && !SAY_NOTHING.has(word)).map(toStem))];
}

/** Tells whether one stem begins with the other; short ones of the text begin too many. */
const isMeant = (stem: string, wanted: string) =>
  stem.startsWith(wanted) || (stem.length > 2 && wanted.startsWith(stem));

function countWords(asked: AnsweredQuestion, group: string, wanted: readonly string[]): number {
  const { id, title, question, decision } = asked;
  // Which of the two it is depends on the lane.
  const both = question.replace('credential', '$& session token');
  const stems = toStems([group, id, title, both, decision].join(' '));
  return wanted.filter((word) => stems.some((stem) => isMeant(stem, word))).length;
}

/** What was found: questions with all the words, or those with the most of them. */
export interface FoundQuestions {
  readonly groups: AnsweredGroups;
  readonly hasAll: boolean;
}

/** Finds the questions that have all words of a text or, where none has, the most of them. */
export function findQuestions(groups: AnsweredGroups, text: string): FoundQuestions {
  const wanted = toStems(text);
  const counted = groups.map(
    ([group, all]) =>
      [group, all.map((asked) => ({ asked, count: countWords(asked, group, wanted) }))] as const,
  );
  const most = Math.max(0, ...counted.flatMap(([, rows]) => rows.map(({ count }) => count)));
  const hasAll = most === wanted.length;
  const isFound = ({ count }: { count: number }) => count === most && (hasAll || most > 0);
  return {
    groups: counted
      .map(([group, rows]) => [group, rows.filter(isFound).map(({ asked }) => asked)] as const)
      .filter(([, rows]) => rows.length > 0),
    hasAll,
  };
}
