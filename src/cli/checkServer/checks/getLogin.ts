import { listTokens } from '../credential/tokens.ts';
import type { Holder } from '../discover/holder.ts';
import { findLoginForm, findLoginForms, type HtmlForm } from '../discover/htmlForms.ts';
import { isAlike } from '../discover/login/loginAnswer.ts';
import { type CheckSettings, toUrl } from '../settings.ts';
import type { Net } from '../wire/net.ts';
import { describeReply, isHtml, isOk, isRedirect } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import { say } from './check.ts';
import { GET_CHECK } from './routes/addressChecks.ts';
import { type Finding, toFinding } from './runChecks.ts';

const PAGES = [
  '/login',
  '/',
  '/signin',
  '/sign-in',
  '/auth/login',
  '/users/login',
  '/account/login',
];

/** Lists the names and values that a form sends, with a name and a password. */
function fillIn({ inputs }: HtmlForm, username: string, password: string): URLSearchParams {
  const at = inputs.findIndex(({ type }) => type === 'password');
  const isName = ({ type }: HtmlForm['inputs'][number]) => ['text', 'email', 'tel'].includes(type);
  const name = inputs.slice(0, at).findLast(isName);
  const sent = inputs.flatMap((input) => {
    if (input === name) return [[input.name, username]];
    if (input === inputs[at]) return [[input.name, password]];
    return input.type === 'hidden' ? [[input.name, input.value]] : [];
  });
  return new URLSearchParams(sent);
}

/** Sends the form of a page by GET, as it says. */
async function send(net: Net, page: URL, username: string, password: string) {
  const visitor = openVisitor(net);
  const { text, url } = await visitor.send('GET', page);
  const form = findLoginForms(text).find(({ method }) => method === 'GET');
  if (!form || !URL.canParse(form.action, url.href)) return null;
  const action = new URL(form.action, url);
  action.search = fillIn(form, username, password).toString();
  const reply = await visitor.send('GET', action);
  const holder: Holder = { visitor, reply, tokens: listTokens(reply), token: null, landing: null };
  return { page: url, holder };
}

/** Says of a server whose login form sends the password in the address that it does; `null` of others. */
export async function sayGetLogin(settings: CheckSettings, net: Net): Promise<Finding | null> {
  const { username, password, loginUrl } = settings;
  const pages = loginUrl ? [loginUrl] : PAGES.map((path) => toUrl(settings, path));
  for (const page of pages) {
    const wrong = await send(net, page, username, `not-${password}`);
    if (!wrong) continue;
    net.count.attempts += 1;
    const right = await send(net, page, username, password);
    if (!right) continue;
    net.count.logins += 1;
    const { reply } = right.holder;
    const isForm = isHtml(reply) && findLoginForm(reply.text) !== null;
    const isIn = (isOk(reply) || isRedirect(reply)) && !isForm;
    if (!isIn || isAlike(right.holder, wrong.holder)) continue;
    const came = `the form of ${right.page.pathname} sends it so; GET ${reply.url.pathname}: ${describeReply(reply)}`;
    return toFinding(GET_CHECK, say('fail', came));
  }
  return null;
}
