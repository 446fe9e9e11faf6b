import { parseArguments } from '../machine/arguments.mjs';
import { Complaint } from '../machine/complaint.mjs';
import type { CheckOrder } from './shared/settings.ts';
import { parseTarget } from './target.ts';

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  session: TEXT,
  token: TEXT,
  'login-path': { ...TEXT, default: '/login' },
  'profile-path': { ...TEXT, default: '/profile' },
  'logout-path': { ...TEXT, default: '/logout' },
  'username-field': { ...TEXT, default: 'username' },
  'password-field': { ...TEXT, default: 'password' },
  'token-field': { ...TEXT, default: 'token' },
  username: { ...TEXT, default: 'ada' },
  password: { ...TEXT, default: 'correct horse' },
  'cookie-name': TEXT,
  timeout: { ...TEXT, default: '5000' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const HELP = `Plays the walk against your own server and says what it does otherwise.

  npm run check-server -- --session http://localhost:3000 --token http://localhost:3001
  npm run -s check-server -- --session http://localhost:3000 --json

  --session <address>      a server that logs in with a session cookie
  --token <address>        a server that logs in with a JWT in the body of its answer
                           (one of the two is enough; on this machine only)
  --login-path <path>      POST, default /login
  --profile-path <path>    GET, for logged-in users only, default /profile
  --logout-path <path>     POST, default /logout
  --username-field <name>  in the JSON body of the login, default username
  --password-field <name>  in the JSON body of the login, default password
  --token-field <name>     in the answer to the login, default token; data.token looks inside
  --username <text>        default ada
  --password <text>        default correct horse
  --cookie-name <name>     default: the cookie that the login sets
  --timeout <ms>           for each answer, default 5000
  --json                   the report as JSON, alone on stdout with npm run -s

The JSON is { passed, servers: { session, token }, counts, steps: [{ step, action, session, token,
checks: [{ strategy, step, check, mark, expected, came, why }] }] }; a mark is pass, warn, fail or
not applicable, that of a step is the worst of its checks, and null stands for a server not named.

The user must exist. Each lane logs in up to eight times, half of them wrongly: a limit on login
attempts gets in the way. The exit code is 0 when nothing failed, otherwise 1.`;

function parsePath(option: string, text: string): string {
  if (/^\/[!-~]*$/.test(text) && !text.includes('#')) return text;
  throw new Complaint(`${option} ${JSON.stringify(text)} is no path: write it as /login.`);
}

function parseName(option: string, text: string): string {
  if (text !== '') return text;
  throw new Complaint(`${option} needs a name.`);
}

function parseCookieName(text: string): string {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(text)) return text;
  throw new Complaint(`--cookie-name ${JSON.stringify(text)} is no name of a cookie.`);
}

function parseTimeout(text: string): number {
  const timeout = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (timeout > 0) return timeout;
  throw new Complaint(
    `--timeout ${JSON.stringify(text)} is no number of milliseconds from 1 to 999999.`,
  );
}

/** Reads the command line; `null` when it asks for help. @throws Complaint that names the bad part. */
export function parseOrder(args: readonly string[]): CheckOrder | null {
  const { values } = parseArguments([...args], OPTIONS);
  if (values.help) return null;
  const session = values.session === undefined ? null : parseTarget('--session', values.session);
  const token = values.token === undefined ? null : parseTarget('--token', values.token);
  if (!session && !token) {
    throw new Complaint('Name a server: --session http://localhost:3000, --token …, or both.');
  }
  const cookieName = values['cookie-name'];
  return {
    session,
    token,
    json: values.json ?? false,
    settings: {
      loginPath: parsePath('--login-path', values['login-path']),
      profilePath: parsePath('--profile-path', values['profile-path']),
      logoutPath: parsePath('--logout-path', values['logout-path']),
      usernameField: parseName('--username-field', values['username-field']),
      passwordField: parseName('--password-field', values['password-field']),
      tokenField: parseName('--token-field', values['token-field']),
      username: values.username,
      password: values.password,
      cookieName: cookieName === undefined ? null : parseCookieName(cookieName),
      timeout: parseTimeout(values.timeout),
    },
  };
}
