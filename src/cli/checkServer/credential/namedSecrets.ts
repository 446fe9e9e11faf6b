/** What people write after a name to make a secret of it. */
const ENDS = ['', '-secret', '_secret', 'secret', '-jwt-secret', '_jwt_secret', '-secret-key'];
/** A longer text is no name. */
const LONGEST = 60;

/** Lists the ways in which a name is written: as it is, with hyphens, with underscores, in one word. */
function listSpellings(name: string): readonly string[] {
  const words = name.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return [name, name.toLowerCase(), words.join('-'), words.join('_'), words.join('')];
}

/** Lists secrets that are made of the names of an application. */
export function listNamedSecrets(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.trim()).filter((name) => name && name.length <= LONGEST);
  const spelled = short.flatMap(listSpellings).filter(Boolean);
  return [...new Set(spelled.flatMap((name) => ENDS.map((end) => name + end)))];
}
