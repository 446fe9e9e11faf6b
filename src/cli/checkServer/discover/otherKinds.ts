import { toUrl } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import { describePlace, isHtml, isObject, parseBody } from '../wire/reply.ts';
import { openVisitor, toJson, type VisitReply } from '../wire/visitor.ts';
import { WireError } from '../wire/wireError.ts';
import { findForms, findLinks } from './htmlForms.ts';
import { findNameForm } from './login/twoPages.ts';
import type { Survey } from './survey.ts';

const GUARDED = [
  '/profile',
  '/me',
  '/api/me',
  '/admin',
  '/private',
  '/protected',
  '/api',
  '/login',
];
const GRAPHS = ['/graphql', '/api/graphql'];
const PARTIES =
  /(?:^|\/)(?:google|github|facebook|microsoft|apple|gitlab|twitter|linkedin|discord|auth0|okta|keycloak|oidc|saml2?|cas)(?:\/|$|\?)/i;
const CAPTCHA = /g-recaptcha|h-captcha|hcaptcha|cf-turnstile|friendly-challenge|altcha/i;
const CODE = /^(?:otp|totp|code|token|mfa|2fa|two_?factor.*|.*(?:otp|verification)_?code)$/i;

async function ask(survey: Survey, method: 'GET' | 'POST', path: string, body?: unknown) {
  try {
    const errand = body === undefined ? {} : { body: toJson(body) };
    return await openVisitor(survey.net).send(method, toUrl(survey.settings, path), errand);
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}

/** Whether a page asks for the browser's own login. */
const asksBasic = ({ status, headers }: Reply) =>
  status === 401 && /^(?:basic|digest)\b/i.test(headers.get('www-authenticate') ?? '');

const isGraph = (reply: VisitReply) => {
  const body = parseBody(reply);
  return isObject(body) && isObject(body.data) && '__typename' in body.data;
};

function sayBasic(reply: Reply): string {
  const challenge = reply.headers.get('www-authenticate');
  if (reply.method === 'POST') {
    return `${describePlace(reply.url)} asks for name and password in the header Authorization (WWW-Authenticate: ${challenge}): a login that takes them there is not served.`;
  }
  return `${reply.method} ${describePlace(reply.url)} asks for a login of the browser’s own (WWW-Authenticate: ${challenge}): name and password go along with each request, so that there is neither a session nor a token, and nothing to check.`;
}

/** Says what a page shows of a login that is none by name and password. */
function sayPage(page: Reply): string[] {
  if (!isHtml(page)) return [];
  const place = describePlace(page.url);
  const party = findLinks(page.text).find(({ href }) => PARTIES.test(href))?.href;
  const [form] = findForms(page.text).filter(({ inputs }) =>
    inputs.some(({ type }) => type === 'password'),
  );
  if (form && CAPTCHA.test(page.text)) {
    return [
      `The form of ${place} has a captcha, which is not served: turn it off while you check.`,
    ];
  }
  if (form) return [];
  const isByMail = findNameForm(page) !== null;
  return [
    ...(party
      ? [
          `${place} leads to a login by a third party (${party}): that is not served. If there is one by name and password too, name it (--login-path).`,
        ]
      : []),
    ...(isByMail
      ? [
          `The form of ${place} asks for a name alone, and no page with a password follows it: a login by mail, by a code or by a key is not served.`,
        ]
      : []),
  ];
}

/**
 * Says what kind of login a server seems to have, where it is one that is not served; empty where nothing
 * tells. @throws WireError
 */
export async function sayOtherKinds(
  survey: Survey,
  refused: readonly Reply[],
): Promise<readonly string[]> {
  const asked: Reply[] = [];
  for (const path of GUARDED) {
    const reply = await ask(survey, 'GET', path);
    if (reply) asked.push(reply);
  }
  const basic = [...refused, survey.start, ...asked].find(asksBasic);
  if (basic) return [sayBasic(basic)];
  for (const path of GRAPHS) {
    const reply = await ask(survey, 'POST', path, { query: '{__typename}' });
    if (reply && isGraph(reply)) {
      return [
        `${describePlace(reply.url)} is GraphQL, and what logs in there was not found: write the mutation, --login-path ${path} --login-as json --login-also 'query=mutation($name:String!,$password:String!){login(email:$name,password:$password){token}}' --username-field variables.name --password-field variables.password, and name a page that only a user gets (--profile-path).`,
      ];
    }
  }
  const said = [survey.start, ...asked].flatMap(sayPage);
  return said.slice(0, 1);
}

/** Says that the page after a password wants a code too; `null` where it does not. */
export function sayCode(landing: Reply | null): string | null {
  if (!landing || !isHtml(landing)) return null;
  const wantsCode = findForms(landing.text).some(({ inputs }) =>
    inputs.some(({ name, type }) => type !== 'hidden' && CODE.test(name)),
  );
  return wantsCode
    ? `${describePlace(landing.url)} asks for a code after the password: a login with two factors is not served. Take a user without it.`
    : null;
}
