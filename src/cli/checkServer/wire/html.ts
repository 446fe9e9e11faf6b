/** So much of a page is looked at: what a login needs stands before that. */
const MAX_LETTERS = 262_144;
const MAX_TAG = 2048;

/** A tag of a page, and where it stands. */
export interface HtmlTag {
  /** In lower case; with a slash before it for an end tag. */
  readonly name: string;
  /** What follows the name, as far as it is of a sane length. */
  readonly rest: string;
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
}

/** What holds no tags: what they look like there is text. */
const RAW: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  template: /<\/template/gi,
};

/** Returns the part of a page that is looked at. */
export const toRead = (html: string): string => html.slice(0, MAX_LETTERS);

/** Lists the tags of a page in one pass, so that no page takes long, whatever is in it. */
export function* listTags(html: string): Generator<HtmlTag> {
  const text = toRead(html);
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at);
      if (close === -1) return;
      at = close;
      continue;
    }
    const close = text.indexOf('>', at);
    if (close === -1) return;
    const tag = text.slice(at + 1, Math.min(close, at + MAX_TAG));
    const [, name = '', rest = ''] = /^(\/?[a-z][^\s/>]*)([\s\S]*)$/i.exec(tag) ?? [];
    const found = { name: name.toLowerCase(), rest, start: at, end: close + 1 };
    at = close;
    if (found.name === '') continue;
    yield found;
    const ending = RAW[found.name];
    if (!ending) continue;
    ending.lastIndex = close;
    const end = ending.exec(text);
    if (!end) return;
    at = end.index;
  }
}

/** Takes the tags out of a text. */
export const stripTags = (html: string): string =>
  html
    .split('<')
    .map((part, i) => (i === 0 ? part : ` ${part.slice(part.indexOf('>') + 1)}`))
    .join('');

/** Returns what a page shows: without tags, and without what is not for reading. */
export function toText(html: string): string {
  let text = '';
  let from = 0;
  let hidden: string | null = null;
  for (const { name, start, end } of listTags(html)) {
    if (hidden === null) text += ` ${html.slice(from, start)}`;
    if (hidden === null && ['script', 'style', 'head', 'template'].includes(name)) hidden = name;
    else if (hidden !== null && name === `/${hidden}`) hidden = null;
    from = end;
  }
  const all = hidden === null ? `${text} ${toRead(html).slice(from)}` : text;
  return all
    .replace(/<!doctype[^<>]{0,200}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
