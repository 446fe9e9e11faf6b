/** What somebody has copied from an answer: its Set-Cookie values, and what else in it matters to them. */
export interface PastedAnswer {
  /** Values of `Set-Cookie`, without the name of the field. */
  readonly lines: readonly string[];
  /** The answer's own Date, NumericDate seconds; `null` without one. */
  readonly date: number | null;
  /** What it says to pages of other origins; `null` where no such field was copied. */
  readonly cors: PastedCors | null;
  /** What was copied is no Set-Cookie, but this. */
  readonly other: 'cookie' | 'script' | null;
}

export interface PastedCors {
  readonly allowOrigin: string | null;
  readonly allowCredentials: string | null;
}

/** Longest text that is read, in UTF-16 units: an answer's header has no more. */
export const MAX_PASTED = 60_000;

/** A field as tools show it: curl puts `< ` before it, DevTools its value on the next line. */
const FIELD = /^\s*(?:<\s+)?([a-z][a-z-]*)\s*(?:: ?(.*))?$/i;
const SCRIPT = /document\.cookie\s*=|\.(?:cookie|setCookie)\(|\bcookies?\.set\(/;

/** The field as programs write it: in an object, a list of it, a HAR, or a call. */
const QUOTED =
  /["'`]set-cookie["'`]\s{0,9}[:,]\s{0,9}(?:["']value["']\s{0,9}:\s{0,9})?\[?\s{0,9}(["'`])((?:(?!\1)[^\n]){1,9000})\1/gi;
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

/** Takes a text apart as header fields; without any, its one line is a value by itself. */
function listFields(text: string): readonly Field[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, , value = '']) => value);
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
  const bare = lines.filter((line) => !isStartLine(line) && !isOtherField(line));
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

function splitJoined(joined: string): readonly string[] {
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

/** Reads what was pasted: one line, with or without the field's name, or all fields of an answer. */
export function readPasted(text: string): PastedAnswer {
  const none = { lines: [], date: null, cors: null };
  if (SCRIPT.test(text)) return { ...none, other: 'script' };
  const fields = listFields(text.slice(0, MAX_PASTED));
  const lines = fields
    .filter(([name]) => name === 'set-cookie')
    .flatMap(([, value]) => splitJoined(value));
  const seconds = Date.parse(find(fields, 'date') ?? '') / 1000;
  const date = Number.isNaN(seconds) ? null : seconds;
  const isRequest = lines.length === 0 && find(fields, 'cookie') !== null;
  return { lines, date, cors: readCors(fields), other: isRequest ? 'cookie' : null };
}
