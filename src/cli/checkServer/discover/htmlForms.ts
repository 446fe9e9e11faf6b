import { type HtmlTag, listTags, stripTags, toRead } from '../wire/html.ts';
import { saysChange, saysLogin, saysRegister } from './words.ts';

/** A form of an HTML page, as far as a login needs it. */
export interface HtmlForm {
  /** As it is written; empty for the page itself. */
  readonly action: string;
  readonly method: string;
  /** Whether it is sent in parts, as a form with files is. */
  readonly isMultipart: boolean;
  readonly inputs: readonly HtmlInput[];
  /** The text inside, without tags. */
  readonly text: string;
  /** The same without its links: "No account? Sign up" stands in many a login. */
  readonly ownText: string;
}

export interface HtmlInput {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Of a box that can be ticked. */
  readonly isChecked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

/** Reads a text of a page, with what it escapes. */
export function decodeText(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : whole;
  });
}

/** Reads the attributes of a tag, by name in lower case. */
export function readAttributes(tag: string): ReadonlyMap<string, string> {
  // A name is tried from its beginning only: no tag takes long.
  const found = tag.matchAll(/(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g);
  const pairs = [...found].map(
    ([, name = '', double, single, bare]) =>
      [name.toLowerCase(), decodeText(double ?? single ?? bare ?? '')] as const,
  );
  return new Map(pairs);
}

const FIELDS = ['input', 'button', 'textarea', 'select'];

function toInput({ name, rest }: HtmlTag): HtmlInput {
  const attributes = readAttributes(rest);
  const isHidden = /\shidden(?:[\s/]|$)/i.test(rest);
  const usual = isHidden ? 'hidden' : ({ button: 'submit', select: 'select' }[name] ?? 'text');
  return {
    name: attributes.get('name') ?? '',
    type: name === 'select' ? usual : (attributes.get('type') ?? usual).toLowerCase(),
    value: attributes.get('value') ?? '',
    isChecked: /\schecked(?:[\s=/]|$)/i.test(rest),
  };
}

/** Takes in an option of a list: the first, unless another is selected. */
function withOption(list: HtmlInput, { rest }: HtmlTag): HtmlInput {
  const isSelected = /\sselected(?:[\s=/]|$)/i.test(rest);
  const value = readAttributes(rest).get('value') ?? '';
  return isSelected || list.value === '' ? { ...list, value } : list;
}

const isButton = ({ type }: HtmlInput) => type === 'submit';
/** What a browser sends none of, or what somebody fills in. */
const UNSENT = ['submit', 'password', 'file', 'reset', 'button', 'image'];

/**
 * Returns what a browser sends by itself: what is hidden, filled in or ticked, and the button that is
 * pressed, which is the one that `says` what the form is for.
 */
export function toOwnFields(
  { inputs }: Pick<HtmlForm, 'inputs'>,
  says: (text: string) => boolean,
): Readonly<Record<string, string>> {
  const buttons = inputs.filter(isButton);
  const pressed = buttons.find(({ name, value }) => says(`${name} ${value}`)) ?? buttons[0];
  const filled = inputs.filter(({ type, value, isChecked }) => {
    if (type === 'checkbox' || type === 'radio') return isChecked;
    return type === 'hidden' || (!UNSENT.includes(type) && value !== '');
  });
  const named = [...filled, ...(pressed ? [pressed] : [])].filter(({ name }) => name !== '');
  const isTicked = ({ type }: HtmlInput) => type === 'checkbox' || type === 'radio';
  return Object.fromEntries(
    named.map((input) => [input.name, input.value || (isTicked(input) ? 'on' : '')]),
  );
}

/** Takes the links out of a piece of a page, with their texts. */
const dropLinks = (html: string): string =>
  html
    .split(/<a(?=[\s>])/i)
    .map((part, i) => (i === 0 ? part : part.slice(Math.max(0, part.search(/<\/a/i)))))
    .join('');

/** Finds the forms of a page. What stands in no form, such as a page that a script makes, is none. */
export function findForms(html: string): HtmlForm[] {
  const page = toRead(html);
  const forms: HtmlForm[] = [];
  let open: { readonly tag: HtmlTag; readonly inputs: HtmlInput[] } | null = null;
  const close = (end: number) => {
    if (!open) return;
    const { tag, inputs } = open;
    const attributes = readAttributes(tag.rest);
    const inner = page.slice(tag.end, end);
    forms.push({
      action: attributes.get('action') ?? '',
      method: (attributes.get('method') ?? 'GET').toUpperCase(),
      isMultipart: /multipart/i.test(attributes.get('enctype') ?? ''),
      inputs,
      text: stripTags(inner),
      ownText: stripTags(dropLinks(inner)),
    });
    open = null;
  };
  for (const tag of listTags(page)) {
    if (tag.name === 'form' || tag.name === '/form') close(tag.start);
    if (tag.name === 'form') open = { tag, inputs: [] };
    else if (open && FIELDS.includes(tag.name)) open.inputs.push(toInput(tag));
    else if (open && tag.name === 'option') {
      const list = open.inputs.pop();
      if (list) open.inputs.push(list.type === 'select' ? withOption(list, tag) : list);
    }
  }
  close(page.length);
  return forms;
}

/** Ranks a form with a password: the lower, the likelier it is the login; `null` for what is none. */
function rankForm({ action, ownText, inputs }: HtmlForm): number | null {
  const [byAction, byText] = [saysLogin(action), saysLogin(ownText)];
  if (saysRegister(action) || (saysChange(action) && !byAction)) return null;
  if (saysRegister(ownText) && !byAction && !byText) return null;
  const texts = inputs.filter(({ type }) => ['text', 'email', 'tel'].includes(type));
  return (byAction ? 0 : 2) + (byText ? 0 : 1) + (texts.length <= 1 ? 0 : 4);
}

/** Lists the forms that may be the login, the likeliest first; one with two passwords is none. */
export function findLoginForms(html: string): HtmlForm[] {
  return findForms(html)
    .filter(({ inputs }) => inputs.filter(({ type }) => type === 'password').length === 1)
    .flatMap((form) => {
      const rank = rankForm(form);
      return rank === null ? [] : [{ form, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ form }) => form);
}

/** Finds the form that is the likeliest to be the login. */
export const findLoginForm = (html: string): HtmlForm | null => findLoginForms(html)[0] ?? null;

interface HtmlLink {
  readonly href: string;
  readonly text: string;
  /** Another than GET where a script sends it, as in pages of Rails, Phoenix and Yii. */
  readonly method: 'GET' | 'POST' | 'DELETE';
}

/** Finds the addresses that a page links to, as they are written, with the text of the link. */
export function findLinks(html: string): HtmlLink[] {
  const page = toRead(html);
  const links: HtmlLink[] = [];
  let open: HtmlTag | null = null;
  for (const tag of listTags(page)) {
    if (tag.name !== 'a' && tag.name !== '/a') continue;
    if (open) {
      const attributes = readAttributes(open.rest);
      const href = attributes.get('href') ?? '';
      const text = stripTags(page.slice(open.end, tag.start)).trim();
      const method = attributes.get('data-turbo-method') ?? attributes.get('data-method') ?? '';
      const sent = (['POST', 'DELETE'] as const).find((each) => each === method.toUpperCase());
      links.push({ href, text, method: sent ?? 'GET' });
    }
    open = tag.name === 'a' ? tag : null;
  }
  return links;
}
