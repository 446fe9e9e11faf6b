import { describeExchange } from '../../wire/reply.ts';
import { openVisitor, toJson } from '../../wire/visitor.ts';
import { findPostWall, type Survey } from '../survey.ts';
import { isCsrfRefusal, listCsrfPages, saysCsrf } from './csrfGuard.ts';
import { fetchCsrfToken, toCsrfHeaders } from './csrfToken.ts';
import { passOrigin, sayOrigin, saysOrigin } from './originGuard.ts';
import { SCRIPT, SCRIPT_WORDS } from './scriptHeader.ts';

/** Looks for the origin that is let in, where what is posted seems to be refused for its own. */
async function passOriginGuard(survey: Survey): Promise<Survey> {
  const { settings, net, say, start, nothing } = survey;
  const { get, post } = nothing;
  // The cors middleware gives its refusal to the handler of errors: 500.
  const isVague = [403, 500].includes(findPostWall(survey)?.status ?? 0);
  const isAbout = saysOrigin(post) || (isVague && !saysCsrf(post));
  if (settings.origin !== null || !isAbout) return survey;
  const passed = await passOrigin(net, post, [start, get]);
  if (!passed) return survey;
  say(`${describeExchange(post)}: ${sayOrigin(net)}`);
  return { ...survey, nothing: { get, post: passed } };
}

/**
 * Tries the header that a page of another site cannot send without leave: some servers take it for a
 * guard. @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
async function passScriptGuard(survey: Survey): Promise<Survey> {
  const { net, say, nothing } = survey;
  const { get, post } = nothing;
  if (!isCsrfRefusal(post)) return survey;
  const before = net.headers;
  net.headers = { ...before, ...SCRIPT };
  const again = await openVisitor(net).send('POST', post.url, { body: toJson({}) });
  // A 401 in place of a redirect is only how scripts are refused.
  if (again.status !== post.status && again.status !== 401) {
    say(`${describeExchange(post)}: it wants ${SCRIPT_WORDS}`);
    return { ...survey, nothing: { get, post: again } };
  }
  net.headers = before;
  return survey;
}

/** Looks for the page whose CSRF token gets past a guard before all that is posted. */
async function passCsrfGuard(survey: Survey): Promise<Survey> {
  const { settings, net, nothing } = survey;
  const { get, post } = nothing;
  if (!settings.csrfUrl && !isCsrfRefusal(post)) return survey;
  const isGuarded = saysCsrf(post);
  const visitor = openVisitor(net);
  const found = await fetchCsrfToken(visitor, listCsrfPages(settings));
  if (!found) return { ...survey, isGuarded };
  const headers = toCsrfHeaders(found.token);
  const again = await visitor.send('POST', post.url, { headers, body: toJson({}) });
  const isHelp = settings.csrfUrl !== null || again.status !== post.status;
  if (!isHelp) return { ...survey, isGuarded };
  return { ...survey, nothing: { get, post: again }, csrfPages: [found.page] };
}

/** Finds out what gets past the guards before all that is posted. @throws WireError */
export const passGuards = async (survey: Survey): Promise<Survey> =>
  passCsrfGuard(await passScriptGuard(await passOriginGuard(survey)));
