/** Settings of runs that somebody hands on as a link; `OWNED` stands for a file that code would write. */
export const HOSTILE: readonly (readonly [name: string, settings: object])[] = [
  ['code of httpyac', { user: { username: "{{require('fs').writeFileSync('OWNED','')}}" } }],
  ['a variable of Postman', { user: { username: '{{$randomInt}} {{base}}' } }],
  ['an escape of httpyac', { user: { username: '\\{\\{base\\}\\}' } }],
  ['code of a shell', { user: { username: '$(touch OWNED)`touch OWNED`"\\!' } }],
  ['lines of httpyac', { user: { username: 'a\n### b\n# @name c\n@base = d\n< e\n> {%' } }],
  ['names that begin with a digit', cookies('1sid', '2token')],
  ['signs of a regular expression', cookies('a*b', 't.*k')],
  ['all signs that a name may have', cookies("!#$%&'*+-.^_`|~", "~|`_^.-+*'&%$#!")],
];

function cookies(session: string, token: string) {
  return { session: { cookieName: session }, token: { keptIn: 'cookie', cookieName: token } };
}
