/** Words that do not say which question is meant: small ones, and the user, who is in all of them. */
const SAY_NOTHING = new Set(
  'a am an and any are as at be been but by can could did do does doesn don for from get gets getting got had happen happens has have he hit how i if in is isn it its let me my not now of on one or our she should so still that the their them then there they this to user users using want was we were what when where which who whose why will with would you your s t re ve ll'.split(
    ' ',
  ),
);

/** Stems that mean the same, though no ending explains it. */
const SAME = new Map([
  ['big', 'larg'],
  ['blacklist', 'revok'],
  ['blocklist', 'revok'],
  ['concurrent', 'parallel'],
  ['concurrently', 'parallel'],
  ['concurrentl', 'parallel'],
  ['delet', 'remov'],
  ['denylist', 'revok'],
  ['devic', 'machin'],
  ['expiration', 'expir'],
  ['hijack', 'steal'],
  ['invalidat', 'revok'],
  ['invalidation', 'revok'],
  ['jwt', 'token'],
  ['kept', 'keep'],
  ['millisecond', 'ms'],
  ['kill', 'revok'],
  ['revocation', 'revok'],
  ['rotation', 'rotat'],
  ['sent', 'send'],
  ['simultaneou', 'parallel'],
  ['simultaneousl', 'parallel'],
  ['stol', 'steal'],
  ['stolen', 'steal'],
  ['terminat', 'revok'],
  ['theft', 'steal'],
  ['thief', 'steal'],
  ['timeout', 'expir'],
  ['xsrf', 'csrf'],
]);

/** Two words that are one, in any form: “signed out” is logout, as “log-out” is. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:log|sign)(?:s|n?ed|ged|n?ing|ging)? (?:out|off)\b/g, 'logout'],
  [/\b(?:log|sign)(?:s|n?ed|ged|n?ing|ging)? (?:in|on)\b/g, 'login'],
  [/\b(?:kick|throw)(?:s|n|ed|ing)? out\b/g, 'logout'],
  // What stands between is who: log everybody out, kicking one user out.
  [/\b(?:log|sign|kick|throw)(?:s|n|ed|n?ing|ging)? ((?:\p{L}+ ){1,2})out\b/gu, '$1logout'],
  [/\btime(?:s|d)? out\b/g, 'timeout'],
  // A browser that starts again is not a server that does.
  [
    /\b(?:clos|re?open|restart)(?:e|ed|es|s|ing)? (?:the |my |your )?(browser|chrome|edge|firefox|safari)\b/g,
    '$1 browserrestart',
  ],
  [
    /\b(browser|chrome|edge|firefox|safari) (?:(?:is|was|gets|has been) )?(?:clos|re?open|restart)(?:e|ed|es|s|ing)?\b/g,
    '$1 browserrestart',
  ],
  [/\bat the same time\b/g, 'parallel'],
  [/\brid of\b/g, 'without'],
  // Those that development servers have.
  [/\b(?:3000|3001|4000|4200|5000|5173|8000|8080|9000)\b/g, 'port'],
  [/\b(black|block|deny|allow|white) list/g, '$1list'],
];

/** Takes a text apart into words in lower case; “log out” in any form is one, as “logout” is. */
export function toWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(\d+)(bytes?|[km]i?b|min|s)\b/g, '$1 $2');
  return PAIRS.reduce((joined, [pair, word]) => joined.replace(pair, word), plain)
    .split(' ')
    .filter((word) => word && !SAY_NOTHING.has(word));
}

/** Takes a text of ours apart; a name of two words is found by them as well: HttpOnly, http only. */
export const toAllWords = (text: string): string[] => [
  ...toWords(text),
  ...(text.match(/\b\p{L}+[a-z]{2}[A-Z][a-z]\p{L}*/gu) ?? []).flatMap((name) =>
    toWords(name.replace(/([a-z]{2})([A-Z][a-z])/g, '$1 $2')),
  ),
];

/** Takes an ending off that leaves three letters, and one of the two letters it doubled: logged, log. */
export function toStem(word: string): string {
  const stem = word.replace(/^(.{3,}?)(?:ing|ed|es|s|e|y)$/, '$1').replace(/([bgmnprt])\1$/, '$1');
  return SAME.get(stem) ?? stem;
}
