import type { CheckSettings } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import type { Net } from '../wire/net.ts';
import { describeExchange, describePlace, describeReply } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import { CannotCheck } from './cannotCheck.ts';
import { findCarrier, guessFramework } from './findCarrier.ts';
import type { Found } from './found.ts';
import { saysCsrf } from './guard/csrfGuard.ts';
import { saysOrigin } from './guard/originGuard.ts';
import { passGuards } from './guard/passGuards.ts';
import { type Attempts, type LoginTry, tryLogins } from './login/findLogin.ts';
import { sayUsualPaths } from './login/loginPlaces.ts';
import { logIn } from './login.ts';
import { sayCode, sayOtherKinds } from './otherKinds.ts';
import { type FoundProfile, findProfile, type ProfileAttempts } from './profile/findProfile.ts';
import { findPostWall, findWall, isFrontEnd, type Survey, surveyServer } from './survey.ts';

/** What discovery hands on: what it found, and the answers that it found it by. */
export interface Discovery {
  readonly found: Found;
  readonly survey: Survey;
  readonly evidence: FoundProfile;
}

/** Logins that seemed to work, and whose credential opens nothing. */
export interface DeadLogin {
  readonly tries: readonly LoginTry[];
  readonly problem: CannotCheck;
}

/** A login that brings nothing is a fault of the server, not of the options. */
export interface EmptyLogin {
  readonly empty: LoginTry;
}

const MAX_SEEN = 6;

const isDistinct = (line: string, i: number, lines: readonly string[]) => lines.indexOf(line) === i;

/** Says what stands before all logins, and which option gets past it. */
function sayGuards(survey: Survey, refused: readonly Reply[]): string[] {
  const { settings } = survey;
  const wall = findPostWall(survey);
  const told = [...refused, ...(wall ? [wall] : [])];
  const isOrigin = told.some(saysOrigin);
  const isCsrf = told.some(saysCsrf);
  const asked = settings.origin
    ? `${settings.origin} is`
    : `${settings.server.origin} and the usual front ends are`;
  return [
    ...(wall ? [`Everything that is posted gets ${describeReply(wall)}.`] : []),
    ...(isOrigin
      ? [`A text speaks of the origin: ${asked} not let in; name the one that is (--origin).`]
      : []),
    ...(isCsrf ? ['A text says CSRF: name the page that brings the token (--csrf-path).'] : []),
    ...(wall && !isOrigin && !isCsrf
      ? [`Does it want a CSRF token (--csrf-path), or another origin (--origin)?`]
      : []),
  ];
}

const toRank = ({ status }: Reply) => ([400, 415, 422].includes(status) ? 0 : 1);

async function toLoginProblem(
  survey: Survey,
  { alike, refused, limited }: Attempts,
): Promise<CannotCheck> {
  const { settings } = survey;
  const lines: string[] = [];
  if (limited)
    lines.push(`A limit on logins is reached (${describeExchange(limited)}): wait, or raise it.`);
  else if (refused.length > 0) {
    // Who says what is wrong with a body says more than who refuses a password.
    const telling = [...refused].sort((one, other) => toRank(one) - toRank(other));
    const told = telling.map(describeExchange).filter(isDistinct).slice(0, MAX_SEEN);
    lines.push('No login was accepted. What came:', ...told.map((each) => `  ${each}`));
    if (alike) lines.push('Right and wrong passwords get the same.');
    lines.push(
      ...sayGuards(survey, refused),
      `Are user and password right (--username, --password), and their names (--username-field, --password-field)? Else name the login (--login-path, --login-as json, form or multipart).`,
    );
  } else {
    lines.push(
      settings.loginUrl
        ? `Nothing takes a login at ${describePlace(settings.loginUrl)} (--login-path).`
        : `No login was found at the usual paths (${sayUsualPaths(survey)}): name it (--login-path).`,
      ...sayGuards(survey, []),
    );
  }
  const wall = findWall(survey);
  if (wall) lines.push(`Every path gets ${describeReply(wall)}.`);
  if (isFrontEnd(survey)) {
    lines.push(
      `${settings.server.origin} answers every path with the same HTML page: is that the front end’s port? The server’s is wanted.`,
    );
  }
  if (!limited && !wall) lines.push(...(await sayOtherKinds(survey, refused)));
  return new CannotCheck(lines.join('\n'));
}

/** Says how a token was presented, and which options say it otherwise. */
function sayTokens(
  { holder: { tokens } }: LoginTry,
  { tokenAs, tokenHeader }: CheckSettings,
): string[] {
  if (tokens.length === 0) return [];
  const fields = tokens.map(({ field }) => field).join(', ');
  const said = tokenHeader ?? tokenAs;
  const ways = said === null ? 'in the usual headers' : `as ${said}`;
  return [
    `The login brings a token as ${fields}; it was presented ${ways}. Name its member, and the header that the server reads, or the word before it in Authorization: --token-field, --token-header, --token-as.`,
  ];
}

function toProfileProblem(
  settings: CheckSettings,
  tries: readonly LoginTry[],
  { told, landing }: ProfileAttempts,
): CannotCheck {
  const [first] = tries;
  const code = sayCode(landing);
  const refusals = [...new Set(told)].slice(0, MAX_SEEN).map((each) => `  ${each}`);
  const seen = refusals.length > 0 ? ['What a user got:', ...refusals] : [];
  return new CannotCheck(
    [
      `A login seems to work (${first ? describeExchange(first.holder.reply) : ''}), but no page was found that a user gets and a stranger does not.`,
      ...seen,
      ...(code === null ? [] : [code]),
      ...(first ? sayTokens(first, settings) : []),
      'Name one that only a user gets: --profile-path, as an address where it is at another server, with --profile-method POST where it is one. If you did, it asks nobody who they are, or the login did not work: are user and password right (--username, --password)?',
    ].join('\n'),
  );
}

/** Finds out how a server is to be asked. @throws CannotCheck @throws WireError */
export async function discover(
  settings: CheckSettings,
  net: Net,
  say: (line: string) => void,
): Promise<Discovery | EmptyLogin | DeadLogin> {
  const survey = await passGuards(await surveyServer(settings, net, say));
  const attempts: Attempts = { empty: null, alike: null, refused: [], limited: null };
  const profiles: ProfileAttempts = { told: [], landing: null };
  const tries: LoginTry[] = [];
  async function use(login: LoginTry): Promise<Discovery | null> {
    net.count.logins += 1;
    net.count.attempts -= 1;
    const evidence = await findProfile(survey, login, profiles);
    if (!evidence) return null;
    const framework = guessFramework(survey.nothing.get.text);
    const carried = await findCarrier(evidence, login.shape, settings, framework);
    const { profile } = evidence;
    const forwardedProto = 'X-Forwarded-Proto' in net.headers;
    const { origin } = net;
    const wantsScript = 'X-Requested-With' in net.headers;
    const { carrier } = carried;
    const tokenField = carrier.in === 'header' ? carrier.field : login.shape.tokenField;
    const shape = { ...login.shape, tokenField };
    const guards = { forwardedProto, wantsScript, origin };
    const found = { login: shape, profile, logout: null, ...guards, ...carried };
    return { found, survey, evidence };
  }
  for await (const login of tryLogins(survey, attempts)) {
    tries.push(login);
    const made = await use(login);
    if (made) return made;
    if (tries.length === 3) break;
  }
  // What wrong passwords get too was no login.
  const sure = tries.filter(({ holder }) => !attempts.refused.includes(holder.reply));
  const [first] = sure;
  const isBound = first?.holder.visitor.jar.list().some(({ path }) => path !== '/');
  if (first && isBound) {
    net.loosePaths = true;
    const { username, password } = settings;
    const holder = await logIn(openVisitor(net), first.shape, { username, password });
    const made = await use({ shape: first.shape, holder });
    if (made) return made;
  }
  if (first) return { tries: sure, problem: toProfileProblem(settings, sure, profiles) };
  if (attempts.empty) return { empty: attempts.empty };
  throw await toLoginProblem(survey, attempts);
}
