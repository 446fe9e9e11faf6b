/** A form of an HTML page, as far as a login needs it. */
export interface HtmlForm {
  /** As it is written; empty for the page itself. */
  readonly action: string;
  readonly method: string;
  readonly inputs: readonly HtmlInput[];
  /** The text inside, without tags. */
  readonly text: string;
}

export interface HtmlInput {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : whole;
  });
}

/** Reads the attributes of a tag, by name in lower case. */
export function readAttributes(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g);
  const pairs = [...found].map(
    ([, name = '', double, single, bare]) =>
      [name.toLowerCase(), decode(double ?? single ?? bare ?? '')] as const,
  );
  return new Map(pairs);
}

function readInputs(html: string): HtmlInput[] {
  return [...html.matchAll(/<(?:input|button|textarea|select)\b[^>]*>/gi)].map(([tag]) => {
    const attributes = readAttributes(tag);
    return {
      name: attributes.get('name') ?? '',
      type: (attributes.get('type') ?? 'text').toLowerCase(),
      value: attributes.get('value') ?? '',
    };
  });
}

/** Finds the forms of a page. What stands in no form, such as a page that a script makes, is none. */
export function findForms(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)(?:<\/form>|$)/gi)].map(
    ([, tag = '', inner = '']) => {
      const attributes = readAttributes(tag);
      return {
        action: attributes.get('action') ?? '',
        method: (attributes.get('method') ?? 'GET').toUpperCase(),
        inputs: readInputs(inner),
        text: inner.replace(/<[^>]*>/g, ' '),
      };
    },
  );
}

/** Finds the form that asks for one password; one that asks for two is a registration. */
export const findLoginForm = (html: string): HtmlForm | null =>
  findForms(html).find(
    ({ inputs }) => inputs.filter(({ type }) => type === 'password').length === 1,
  ) ?? null;

/** Finds the addresses that a page links to, as they are written, with the text of the link. */
export const findLinks = (html: string): { readonly href: string; readonly text: string }[] =>
  [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].map(([, tag = '', text = '']) => ({
    href: readAttributes(tag).get('href') ?? '',
    text: text.replace(/<[^>]*>/g, ' ').trim(),
  }));
