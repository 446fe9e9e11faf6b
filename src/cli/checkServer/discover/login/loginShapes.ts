import type { Reply } from '../../wire/exchange.ts';
import { isHtml, toLocation } from '../../wire/reply.ts';
import { openVisitor } from '../../wire/visitor.ts';
import type { LoginShape } from '../found.ts';
import { findLoginForms, type HtmlForm } from '../htmlForms.ts';
import type { Survey } from '../survey.ts';
import { listFieldNames } from './loginPlaces.ts';

const isText = (type: string) => ['text', 'email', 'tel', ''].includes(type);

function toFormShape(page: URL, form: HtmlForm, survey: Survey): LoginShape {
  const { inputs, action } = form;
  const { settings } = survey;
  const at = inputs.findIndex(({ type }) => type === 'password');
  const before = inputs.slice(0, at).filter(({ type, name }) => isText(type) && name !== '');
  return {
    url: URL.canParse(action, page.href) ? new URL(action, page) : page,
    as: settings.loginAs ?? 'form',
    page,
    usernameField: settings.usernameField ?? before.at(-1)?.name ?? 'username',
    passwordField: settings.passwordField ?? (inputs[at]?.name || 'password'),
    more: settings.more,
    csrfPages: survey.csrfPages,
    tokenField: settings.tokenField,
  };
}

/** Lists what may be sent to a place without a form: the usual names of fields, as JSON and as a form. */
function listUsualShapes({ settings, csrfPages }: Survey, url: URL): LoginShape[] {
  const names = listFieldNames(settings);
  const ways = settings.loginAs ? [settings.loginAs] : (['json', 'form'] as const);
  // Two names in both forms come first, because a parser that is not there is likelier than a rare name.
  const usual = ways.flatMap((as) => names.slice(0, 2).map((fields) => ({ as, ...fields })));
  const rare = names.slice(2).map((fields) => ({ as: ways[0] ?? 'json', ...fields }));
  const { more, tokenField } = settings;
  return [...usual, ...rare].map((each) => ({
    ...{ url, page: null, more, csrfPages, tokenField },
    ...each,
  }));
}

/** What there is to try at a place: its forms or, where it has none, the usual names. */
interface Shapes {
  readonly forms: readonly LoginShape[];
  readonly usual: readonly LoginShape[];
}

const toKey = ({ origin, pathname }: URL) => origin + pathname;

/** Makes what reads the places of a survey one after the other, and no form of them twice. */
export function openPlaces(survey: Survey): (url: URL) => Promise<Shapes> {
  const { settings, net } = survey;
  /** Whether pages that were read have forms. */
  const known = new Map<string, boolean>();

  async function readPage(url: URL): Promise<Reply> {
    const page = await openVisitor(net).send('GET', url);
    const to = toLocation(page);
    // Where a wall sends everybody is read once.
    const isNew = to?.origin === url.origin && !known.has(toKey(to));
    return to && isNew ? openVisitor(net).send('GET', to) : page;
  }

  return async (url) => {
    const isKnown = known.get(toKey(url));
    if (isKnown !== undefined)
      return { forms: [], usual: isKnown ? [] : listUsualShapes(survey, url) };
    const page = await readPage(url);
    const isPage = isHtml(page) && settings.loginAs !== 'json';
    const forms = (isPage ? findLoginForms(page.text) : []).map((form) =>
      toFormShape(page.url, form, survey),
    );
    known.set(toKey(page.url), forms.length > 0);
    // Django sends what lacks its slash to where it is.
    const isSlash = page.url.href === `${url.href}/`;
    const usual = forms.length > 0 ? [] : listUsualShapes(survey, isSlash ? page.url : url);
    return { forms, usual };
  };
}
