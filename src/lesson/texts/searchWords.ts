/** Words that do not say which question is meant: small ones, and the user, who is in all of them. */
const SAY_NOTHING = new Set(
  'a am an and any are as at be been but by can could did do does for from get gets got had happen happens has have he hit how i if in is it its me my not now of on one or our she should so still that the their them then there they this to user was we were what when where which who why will with would you your s t'.split(
    ' ',
  ),
);

/** Stems that mean the same, though no ending explains it. */
const SAME = new Map([
  ['big', 'larg'],
  ['blacklist', 'revok'],
  ['blocklist', 'revok'],
  ['devic', 'machin'],
  ['hijack', 'steal'],
  ['invalidat', 'revok'],
  ['jwt', 'token'],
  ['kept', 'keep'],
  ['sent', 'send'],
  ['stol', 'steal'],
  ['stolen', 'steal'],
  ['thief', 'steal'],
  ['timeout', 'expir'],
]);

/** Takes a text apart into words in lower case; “log out” in any form is one, as “logout” is. */
export function toWords(text: string): string[] {
  return text
    .replace(/([a-z]{2})([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\blog(?:s|ged|ging)? (in|out)\b/g, 'log$1')
    .split(' ')
    .filter((word) => word && !SAY_NOTHING.has(word));
}

/** Takes an ending off that leaves three letters, and one of the two letters it doubled: logged, log. */
export function toStem(word: string): string {
  const stem = word.replace(/^(.{3,}?)(?:ing|ed|es|s|e|y)$/, '$1').replace(/([bgmnprt])\1$/, '$1');
  return SAME.get(stem) ?? stem;
}

/** Adds what a question may mean by a credential: which of the two it is depends on the lane. */
export const addLaneWords = (question: string) =>
  question.replace('credential', '$& session token');
