import type { Reply } from '../../wire/exchange.ts';
import { isHtml, toLocation } from '../../wire/reply.ts';
import { JSON_API, openVisitor } from '../../wire/visitor.ts';
import { IN_JSON_API, type LoginShape } from '../found.ts';
import { findLoginForms, type HtmlForm } from '../htmlForms.ts';
import type { Survey } from '../survey.ts';
import { saysLoginLink } from '../words.ts';
import { type FieldNames, listAskedNames, listFieldNames } from './fieldNames.ts';
import { type Graph, isGraphAt, readGraph } from './graphql.ts';
import { listLinked, listWays } from './loginPlaces.ts';
import { readNamePage } from './twoPages.ts';

const isText = (type: string) => ['text', 'email', 'tel', ''].includes(type);

function toFormShape(page: URL, form: HtmlForm, survey: Survey): LoginShape {
  const { inputs, action } = form;
  const { settings } = survey;
  const at = inputs.findIndex(({ type }) => type === 'password');
  const before = inputs.slice(0, at).filter(({ type, name }) => isText(type) && name !== '');
  return {
    url: URL.canParse(action, page.href) ? new URL(action, page) : page,
    as: settings.loginAs ?? (form.isMultipart ? 'multipart' : 'form'),
    page,
    step: null,
    graph: null,
    usernameField: settings.usernameField ?? before.at(-1)?.name ?? 'username',
    passwordField: settings.passwordField ?? (inputs[at]?.name || 'password'),
    more: settings.more,
    csrfPages: survey.csrfPages,
    tokenField: settings.tokenField,
  };
}

/** What a body of a kind of API holds besides name and password, and where these stand in it. */
const ENVELOPES: readonly {
  readonly isOf: (page: Reply) => boolean;
  readonly shape: FieldNames & Pick<LoginShape, 'more'>;
}[] = [
  {
    // Matrix. @see Matrix 1.16, client-server API, "Login"
    isOf: ({ text }) => text.includes('m.login.password'),
    shape: {
      ...{ usernameField: 'identifier.user', passwordField: 'password' },
      more: { type: 'm.login.password', 'identifier.type': 'm.id.user' },
    },
  },
];

/** Lists what may be sent to a place without a form: the usual names of fields, as JSON and as a form. */
function listUsualShapes(
  { settings, csrfPages }: Survey,
  url: URL,
  page: Reply | null,
): LoginShape[] {
  const names = listFieldNames(settings, url);
  const ways = settings.loginAs ? [settings.loginAs] : (['json', 'form'] as const);
  const { more, tokenField } = settings;
  const envelopes = ENVELOPES.filter(({ isOf }) => page !== null && isOf(page)).map(
    ({ shape }) => ({
      ...{ as: 'json' as const, ...shape },
      more: { ...shape.more, ...more },
    }),
  );
  // Two names in both forms come first, because a parser that is not there is likelier than a rare name.
  const usual = ways.flatMap((as) => names.slice(0, 2).map((fields) => ({ as, ...fields })));
  const rare = names.slice(2).map((fields) => ({ as: ways[0] ?? 'json', ...fields }));
  return [...envelopes, ...usual, ...rare].map((each) => ({
    ...{ url, page: null, step: null, graph: null, more, csrfPages, tokenField },
    ...each,
  }));
}

/** Lists what logs in at a GraphQL server: what the command line says, or what the server has. */
function toGraphShapes(survey: Survey, url: URL, { logins, queries }: Graph): LoginShape[] {
  const usual = listUsualShapes(survey, url, null);
  const isSaid = 'query' in survey.settings.more;
  const shapes = isSaid
    ? usual
    : usual.slice(0, 1).flatMap((shape) =>
        logins.map((login) => ({
          ...{ ...shape, as: 'json' as const, ...login },
          more: { ...login.more, ...shape.more },
        })),
      );
  return shapes.map((shape) => ({ ...shape, graph: queries }));
}

/** Tells whether a refusal is that of JSON:API. @see JSON:API 1.1, "Content Negotiation" */
const isJsonApi = ({ headers, text }: Reply) =>
  (headers.get('content-type') ?? '').includes(JSON_API) ||
  text.includes(JSON_API) ||
  /"pointer"\s*:\s*"\/data\b/.test(text);

/** Lists the shapes that a refusal asks for by the names of its fields, or by the form of its body. */
export function listAskedShapes(
  { settings }: Survey,
  shape: LoginShape,
  reply: Reply,
): readonly LoginShape[] {
  if (shape.page || shape.graph) return [];
  if (isJsonApi(reply) && !IN_JSON_API.test(shape.usernameField)) {
    const more = { 'data.type': 'sessions', ...settings.more };
    return listFieldNames(settings, shape.url)
      .slice(0, 2)
      .map(({ usernameField: name, passwordField: password }) => ({
        ...{ ...shape, as: 'json' as const, more },
        usernameField: `data.attributes.${name}`,
        passwordField: `data.attributes.${password}`,
      }));
  }
  // OAuth's own way to take a password. @see RFC 6749 section 4.3
  const isGrant = 'grant_type' in shape.more || shape.url.searchParams.has('grant_type');
  if (/grant_type/.test(reply.text) && !isGrant) {
    const url = new URL(shape.url);
    url.searchParams.set('grant_type', 'password');
    return [
      { ...shape, as: 'form', more: { grant_type: 'password', ...shape.more } },
      { ...shape, url },
    ];
  }
  return listAskedNames(settings, reply).map((names) => ({ ...shape, ...names }));
}

/** What there is to try at a place: its forms or, where it has none, the usual names. */
interface Shapes {
  readonly forms: readonly LoginShape[];
  readonly usual: readonly LoginShape[];
  /** Logins that the page links to. */
  readonly linked: readonly URL[];
  /** Pages that it links to besides. */
  readonly ways: readonly URL[];
}

const toKey = ({ origin, pathname, search }: URL) => origin + pathname + search;

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
      return {
        forms: [],
        usual: isKnown ? [] : listUsualShapes(survey, url, null),
        linked: [],
        ways: [],
      };
    if (isGraphAt(url)) {
      const graph = await readGraph(survey, url);
      if (graph) {
        known.set(toKey(url), false);
        return { forms: [], usual: toGraphShapes(survey, url, graph), linked: [], ways: [] };
      }
    }
    const page = await readPage(url);
    const isPage = isHtml(page) && settings.loginAs !== 'json';
    const whole = (isPage ? findLoginForms(page.text) : []).map((form) =>
      toFormShape(page.url, form, survey),
    );
    const isBare = isPage && whole.length === 0;
    const forms = isBare ? await readNamePage(survey, page, toFormShape) : whole;
    known.set(toKey(page.url), forms.length > 0);
    // Django sends what lacks its slash to where it is.
    const isSlash = page.url.href === `${url.href}/`;
    const usual = forms.length > 0 ? [] : listUsualShapes(survey, isSlash ? page.url : url, page);
    if (forms.length > 0) return { forms, usual, linked: [], ways: [] };
    return { forms, usual, linked: listLinked(page, saysLoginLink), ways: listWays(page) };
  };
}
