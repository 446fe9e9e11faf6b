import type { Reply } from '../../wire/exchange.ts';
import { isHtml } from '../../wire/reply.ts';
import { follow, openVisitor, toForm, type Visitor, type VisitReply } from '../../wire/visitor.ts';
import type { LoginShape, NameStep } from '../found.ts';
import { findForms, findLoginForms, type HtmlForm, toOwnFields } from '../htmlForms.ts';
import type { Survey } from '../survey.ts';
import { KNOWN_NAMES, saysChange, saysLogin, saysRegister } from '../words.ts';

const isNameField = ({ name, type }: HtmlForm['inputs'][number]) =>
  type === 'email' || (['text', 'tel'].includes(type) && KNOWN_NAMES.includes(name));

const hasField = ({ inputs }: HtmlForm, wanted: string) =>
  inputs.some(({ name }) => name === wanted);

/** Finds the form that asks for the name alone, and for the password on the next page. */
export function findNameForm({ text, url }: Reply): { form: HtmlForm; field: string } | null {
  for (const form of findForms(text)) {
    const { action, ownText, inputs } = form;
    const [field, ...more] = inputs.filter(({ type }) => ['text', 'email', 'tel'].includes(type));
    const says = `${action} ${ownText}`;
    const isLogin = saysLogin(says) || saysLogin(url.pathname);
    const isOther = saysRegister(says) || saysChange(says);
    const hasPassword = inputs.some(({ type }) => type === 'password');
    if (!field || more.length > 0 || hasPassword || !isLogin || isOther) continue;
    if (isNameField(field) && field.name !== '') return { form, field: field.name };
  }
  return null;
}

/** Sends the name from its page, and returns the page that comes next. @throws WireError */
export async function passNamePage(
  visitor: Visitor,
  page: URL,
  { usernameField }: NameStep,
  username: string,
): Promise<VisitReply> {
  const first = await visitor.send('GET', page);
  const found = findNameForm(first);
  const { form } = found ?? {};
  const action = form?.action ?? '';
  const url = URL.canParse(action, first.url.href) ? new URL(action, first.url) : first.url;
  const fields = { ...(form && toOwnFields(form, saysLogin)), [usernameField]: username };
  if (form?.method === 'GET') {
    url.search = new URLSearchParams(fields).toString();
    return follow(visitor, await visitor.send('GET', url));
  }
  const headers = { Referer: page.href };
  return follow(visitor, await visitor.send('POST', url, { headers, body: toForm(fields) }));
}

/**
 * Reads a page that asks for the name alone: its shapes are those of the page behind it. Nobody logs in
 * for that. @throws WireError
 */
export async function readNamePage(
  survey: Survey,
  page: Reply,
  toShape: (url: URL, form: HtmlForm, survey: Survey) => LoginShape,
): Promise<readonly LoginShape[]> {
  const found = findNameForm(page);
  if (!found) return [];
  const { username } = survey.settings;
  const step = { usernameField: found.field, username };
  const second = await passNamePage(openVisitor(survey.net), page.url, step, username);
  if (!isHtml(second)) return [];
  return findLoginForms(second.text).map((form) => {
    const shape = toShape(second.url, form, survey);
    // The name is known by now, or goes along under a name of its own.
    const isOther = KNOWN_NAMES.includes(shape.usernameField) && !hasField(form, found.field);
    const isThere = isOther && hasField(form, shape.usernameField);
    const usernameField = isThere ? shape.usernameField : found.field;
    return { ...shape, page: page.url, usernameField, step };
  });
}
