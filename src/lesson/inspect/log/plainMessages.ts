const START = /^[A-Z]{3,10} \S+ HTTP\/[\d.]+\s*$/;
const STATUS = /^HTTP\/[\d.]+ \d{3}/;
const MARKED = /^[<>] ?(?:[A-Z]{3,10} \S+ HTTP\/|HTTP\/)/;
const FENCE = /^\s*```\w*\s*$/;

/** Takes away what a text was set off by where it was copied from: the same spaces before each line, or a fence. */
function unwrap(lines: readonly string[]): readonly string[] {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const indent = /^[ \t]*/.exec(first)?.[0] ?? '';
  return lines
    .filter((line) => !FENCE.test(line))
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

/** Marks the heads of plain messages as curl does, `>` for what is sent and `<` for what came: so do httpie and editors write them. */
export function markMessages(text: string): string {
  const lines = unwrap(text.split(/\r\n|\n/));
  if (lines.some((line) => MARKED.test(line))) return lines.join('\n');
  let mark: '>' | '<' | null = null;
  return lines
    .map((line) => {
      if (START.test(line)) mark = '>';
      else if (STATUS.test(line)) mark = '<';
      if (mark === null) return line;
      const marked = `${mark} ${line}`;
      if (line.trim() === '') mark = null;
      return marked;
    })
    .join('\n');
}

/** Why there is no exchange in a text: answers alone, requests alone, or neither. */
export function findHalf(text: string): 'answersAlone' | 'requestAlone' | null {
  if (/^[<>]?[ \t]{0,9}HTTP\/[\d.]{1,5} \d{3}/m.test(text)) return 'answersAlone';
  const isRequest =
    /^[<>]?[ \t]{0,9}[A-Z]{3,10} \S{1,9000} HTTP\//m.test(text) ||
    /^:(?:authority|method|path)\b/m.test(text);
  const isCommand =
    /\b(?:fetch\(|axios|XMLHttpRequest|Invoke-WebRequest|Invoke-RestMethod)|\bcurl(?:\.exe)? /.test(
      text,
    );
  return isRequest || isCommand ? 'requestAlone' : null;
}
