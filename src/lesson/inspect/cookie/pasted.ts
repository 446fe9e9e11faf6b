import { listCookieObjects } from './cookieObjects.ts';

/** What somebody has copied from an answer: its Set-Cookie values, and what else in it matters to them. */
export interface PastedAnswer {
  /** Values of `Set-Cookie`, without the name of the field. */
  readonly lines: readonly string[];
  /** The answer's own Date, NumericDate seconds; `null` without one. */
  readonly date: number | null;
  /** What it says to pages of other origins; `null` where no such field was copied. */
  readonly cors: PastedCors | null;
  /** What was copied is no Set-Cookie, but this. */
  readonly other: 'cookie' | 'script' | 'request' | 'row' | null;
  /** What a browser says of a cookie that it did not keep. */
  readonly complaint: Complaint | null;
}

/** What a browser's own words are about. */
export type Complaint =
  | 'secure'
  | 'otherSite'
  | 'noneWithoutSecure'
  | 'domain'
  | 'prefix'
  | 'thirdParty'
  | 'tooLong';

export interface PastedCors {
  readonly allowOrigin: string | null;
  readonly allowCredentials: string | null;
}

/** Longest text that is read, in UTF-16 units: an answer's header has no more. */
export const MAX_PASTED = 60_000;

/** A field as tools show it: curl puts `< ` before it, DevTools its value on the next line. */
const FIELD = /^\s*(?:<\s+)?([a-z][a-z-]*)\s*(?:: ?(.*))?$/i;
const SCRIPT =
  /document\.cookie|\.(?:cookie|setCookie|set_cookie|cookies\.append)\(|\bcookies?\.set\(|\bset_?cookie\(|\bsession\(\s*\{/i;
const REQUEST = /\bfetch\(|\baxios\b|XMLHttpRequest|\$\.(?:ajax|post)\(/;
/** Whether code asks for cookies. */
const INCLUDES =
  /credentials["']?\s{0,9}:\s{0,9}["'`]include|withCredentials["']?\s{0,9}[:=]\s{0,9}true/;

/** What Chromium and Firefox write beside a cookie, in the Network panel or the console. */
const COMPLAINTS: readonly (readonly [Complaint, RegExp])[] = [
  ['noneWithoutSecure', /SameSite=None.{1,90}(?:did not have|missing|without).{1,20}secure/i],
  ['secure', /not received over a secure connection|non-HTTPS cookie/i],
  ['thirdParty', /user preferences|third-party cookie|is foreign and does not have/i],
  ['otherSite', /cross-site (?:context|response)|defaulted to .{0,3}SameSite=Lax/i],
  ['domain', /invalid domain|Domain attribute was invalid/i],
  ['prefix', /broke the additional rules|prefix/i],
  ['tooLong', /too large|exceeds? the maximum size|too long/i],
];
const COMPLAINS =
  /blocked because|was blocked|has been rejected|rejected because|will be soon rejected/i;

/** The field as programs write it: in an object, a list of it, a HAR, or a call. */
const QUOTED =
  /["'`]set-cookie["'`]\s{0,9}[:,]\s{0,9}(?:["']value["']\s{0,9}:\s{0,9})?\[?\s{0,9}(["'`])((?:(?!\1)[^\n]){1,9000})\1/gi;
/** What stands in quotation marks. */
const LISTED = /(["'`])((?:(?!\1)[^\n]){1,9000})\1/g;
/** The field and its value in the same marks, as PHP’s header() has them. */
const CALLED = /(["'`])set-cookie:\s{0,9}((?:(?!\1)[^\n]){1,9000})\1/gi;
/** A whole line in quotation marks. */
const AROUND = /^\s*(["'`])(.*)\1[\s,;]*$/;

type Field = readonly [name: string, value: string];

/** Fields that have a name of their own here: any other colon may be part of a value. */
const KNOWN = new Set([
  ...['set-cookie', 'cookie', 'date'],
  ...['access-control-allow-origin', 'access-control-allow-credentials'],
]);

function toField(line: string): Field | null {
  const [, name = '', value = ''] = FIELD.exec(line) ?? [];
  return KNOWN.has(name.toLowerCase()) ? [name.toLowerCase(), value] : null;
}

/** Tells whether a line is another header field, which says nothing of cookies: `content-type: …`. */
const isOtherField = (line: string) => /^\s*(?:[<>*]\s+)?[a-z][a-z-]*\s*:\s/i.test(line);
const isStartLine = (line: string) => /^\s*(?:[<>*]\s*)?(?:HTTP\/|[A-Z]+ \S+ HTTP\/|$)/.test(line);

/** Lists the values that programs write in quotation marks: one, or a list of them. */
function listQuoted(text: string): readonly string[] {
  const named = [...text.matchAll(QUOTED)].flatMap(({ index, 0: whole, 2: value = '' }) => {
    // In a list others may follow.
    const rest = whole.includes('[') ? (text.slice(index + whole.length).split(']')[0] ?? '') : '';
    return [value, ...[...rest.matchAll(LISTED)].map(([, , more = '']) => more)];
  });
  const called = [...text.matchAll(CALLED)].map(([, , value = '']) => value);
  if (named.length + called.length > 0) return [...named, ...called];
  const isList = /^\s*\[\s*["'`]/.test(text);
  return isList ? [...text.matchAll(LISTED)].map(([, , value = '']) => value) : [];
}

/** A pair by itself, or what has an attribute of a cookie. */
const COOKIE =
  /^\s*[^\s;,="'`(){}[\]<>?]+\s?=(?!=)|;\s*(?:path|httponly|secure|samesite|max-age|expires|domain|partitioned)\b/i;

/** Takes a text apart as header fields; without any, its one line is a value by itself. */
function listFields(text: string): readonly Field[] {
  const quoted = listQuoted(text);
  if (quoted.length > 0) return quoted.map((value) => ['set-cookie', value] as const);
  const lines = text
    .split(/\r?\n/)
    .map((line) => (AROUND.exec(line)?.[2] ?? line).replace(/^(\s*set-cookie)\t/i, '$1: '));
  const fields = lines.flatMap((line, i) => {
    const field = toField(line);
    if (field === null) return [];
    const [name, value] = field;
    const below = lines.slice(i + 1).find((one) => one.trim() !== '') ?? '';
    return [[name, value.trim() === '' ? below : value] as const];
  });
  if (fields.length > 0) return fields;
  const bare = lines.filter(
    (line) => !isStartLine(line) && !isOtherField(line) && COOKIE.test(line),
  );
  return bare.map((line) => ['set-cookie', line] as const);
}

const find = (fields: readonly Field[], wanted: string) =>
  fields.find(([name]) => name === wanted)?.[1].trim() ?? null;

function readCors(fields: readonly Field[]): PastedCors | null {
  const allowOrigin = find(fields, 'access-control-allow-origin');
  const allowCredentials = find(fields, 'access-control-allow-credentials');
  return allowOrigin === null && allowCredentials === null
    ? null
    : { allowOrigin, allowCredentials };
}

/**
 * Where one value ends and the next begins in what `headers.get('set-cookie')` returns: behind an
 * attribute. Before the first attribute a comma belongs to the value, as it does for a browser.
 */
const NEXT = /(,\s*)(?=[^\s;,=]+=)/;

/** Takes apart what was joined with commas. */
export function splitJoined(joined: string): readonly string[] {
  const [first = '', ...rest] = joined.split(NEXT);
  const values = [[first]];
  let hasAttribute = first.includes(';');
  for (let i = 0; i < rest.length; i += 2) {
    const [comma = '', part = ''] = rest.slice(i, i + 2);
    if (hasAttribute) values.push([part]);
    else values.at(-1)?.push(comma, part);
    hasAttribute = part.includes(';');
  }
  return values.map((pieces) => pieces.join(''));
}

/** Tells what a text is where it holds no `Set-Cookie`. */
function findOther(text: string): PastedAnswer['other'] {
  if (SCRIPT.test(text)) return 'script';
  if (REQUEST.test(text)) return INCLUDES.test(text) ? 'script' : 'request';
  // Of the cookies in DevTools, or of curl's file of them.
  return /^[^\t\n]{1,300}\t[^\n]*\t[^\n]*\t/m.test(text) ? 'row' : null;
}

/** Reads what was pasted: one line, with or without the field's name, or all fields of an answer. */
export function readPasted(pasted: string): PastedAnswer {
  const text = pasted.slice(0, MAX_PASTED);
  const none = { lines: [], date: null, cors: null, other: null, complaint: null };
  if (COMPLAINS.test(text)) {
    const complaint = COMPLAINTS.find(([, words]) => words.test(text))?.[0];
    if (complaint) return { ...none, complaint };
  }
  const isNamed = /set-cookie/i.test(text);
  const other = findOther(text);
  if (other && !isNamed) return { ...none, other };
  const objects = listCookieObjects(text);
  if (objects.length > 0) return { ...none, lines: objects };
  const fields = listFields(text);
  const lines = fields
    .filter(([name]) => name === 'set-cookie')
    .flatMap(([, value]) => splitJoined(value));
  const seconds = Date.parse(find(fields, 'date') ?? '') / 1000;
  const date = Number.isNaN(seconds) ? null : seconds;
  const isRequest = lines.length === 0 && find(fields, 'cookie') !== null;
  const what = lines.length > 0 ? null : isRequest ? 'cookie' : other;
  return { lines, date, cors: readCors(fields), other: what, complaint: null };
}
