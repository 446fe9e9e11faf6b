import { describeExchange } from '../../wire/reply.ts';
import { openVisitor, toJson } from '../../wire/visitor.ts';
import { findPostWall, type Survey } from '../survey.ts';
import { isCsrfRefusal, listCsrfPages, saysCsrf } from './csrfGuard.ts';
import { fetchCsrfToken, toCsrfHeaders } from './csrfToken.ts';
import { passOrigin, sayOrigin, saysOrigin } from './originGuard.ts';

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
  passCsrfGuard(await passOriginGuard(survey));
