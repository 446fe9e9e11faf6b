import { readFileSync } from 'node:fs';
import { parseArguments } from '../machine/arguments.mjs';
import { Complaint } from '../machine/complaint.mjs';
import { CHECKS } from './checks/checks.ts';
import { listKeyTexts } from './credential/publicKey.ts';
import { LOGIN_WAYS } from './discover/found.ts';
import type { CheckOrder } from './order.ts';
import { parsePlace, parseTarget } from './target.ts';

export const PASSWORD_VARIABLE = 'CHECK_SERVER_PASSWORD';

const TEXT = { type: 'string' } as const;
const MANY = { type: 'string', multiple: true } as const;
export const OPTIONS = {
  ...{ username: TEXT, password: TEXT, 'login-path': TEXT, 'login-as': TEXT },
  ...{
    'username-field': TEXT,
    'password-field': TEXT,
    'login-also': MANY,
    'csrf-path': TEXT,
    origin: TEXT,
    'profile-path': TEXT,
  },
  ...{ 'profile-query': TEXT, 'logout-query': TEXT },
  ...{ 'profile-method': TEXT, 'logout-path': TEXT, 'logout-method': TEXT, 'cookie-name': TEXT },
  ...{
    'token-field': TEXT,
    'token-as': TEXT,
    'token-header': TEXT,
    'slow-path': TEXT,
    secret: MANY,
    wordlist: TEXT,
  },
  'public-key': TEXT,
  ...{ allow: MANY, wait: TEXT, timeout: { ...TEXT, default: '5000' } },
  'forwarded-proto': { type: 'boolean' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseOneOf<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
): T | null {
  if (text === undefined) return null;
  const found = known.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new Complaint(`${option} ${JSON.stringify(text)} is none of ${known.join(', ')}.`);
}

function parseName(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text !== '') return text;
  throw new Complaint(`${option} needs a name.`);
}

function parsePairs(option: string, texts: readonly string[]): Readonly<Record<string, string>> {
  const pairs = texts.map((text) => {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
    if (name !== undefined && value !== undefined) return [name, value] as const;
    throw new Complaint(
      `${option} ${JSON.stringify(text)} is no pair: write it as grant_type=password.`,
    );
  });
  return Object.fromEntries(pairs);
}

function parseHeader(option: string, text: string | undefined): string | null {
  if (text === undefined || /^[\w!#$%&'*+.^`|~-]+$/.test(text)) return text ?? null;
  throw new Complaint(`${option} ${JSON.stringify(text)} cannot stand in a header.`);
}

/** Reads an origin: nothing is asked of it, so it may be anybody's. */
function parseOrigin(option: string, text: string | undefined): string | null {
  if (text === undefined || text === 'none') return text ?? null;
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url && text.replace(/\/$/, '').toLowerCase() === url.origin) return url.origin;
  throw new Complaint(
    `${option} ${JSON.stringify(text)} is no origin: write it as http://localhost:5173, or none.`,
  );
}

function parseNumber(option: string, text: string, unit: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw new Complaint(
    `${option} ${JSON.stringify(text)} is no number of ${unit} from 1 to 999999.`,
  );
}

/** Reads a file; an empty text where none is named. */
function readFile(option: string, path: string | undefined): string {
  if (path === undefined) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Complaint(`${option} ${JSON.stringify(path)} cannot be read.`);
  }
}

function readPublicKey(option: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  const text = readFile(option, path);
  if (listKeyTexts(text).length > 0) return text;
  throw new Complaint(
    `${option} ${JSON.stringify(path)} holds no public key: PEM or JWK is wanted.`,
  );
}

function checkAllowed(ids: readonly string[]): readonly string[] {
  const known = [...CHECKS.map(({ id }) => id), 'login.credential', 'login.limit', 'server.alive'];
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return ids;
  throw new Complaint(
    `--allow ${JSON.stringify(unknown)} is no check: those are ${known.join(', ')}.`,
  );
}

/** Reads the command line; `null` when it asks for help. @throws Complaint that names the bad part. */
export function parseOrder(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): CheckOrder | null {
  const { values, positionals } = parseArguments([...args], OPTIONS, true);
  if (values.help) return null;
  const [address, more] = positionals;
  if (address === undefined || more !== undefined) {
    throw new Complaint(
      'Name one server: check-server http://localhost:3000 --username ada (--help).',
    );
  }
  const server = parseTarget(address);
  const place = (option: keyof typeof OPTIONS, text: string | undefined) =>
    text === undefined ? null : parsePlace(server, `--${option}`, text);
  const password = values.password ?? env[PASSWORD_VARIABLE];
  if (!values.username || !password) {
    throw new Complaint(
      `Name a user that exists: --username, and --password or the variable ${PASSWORD_VARIABLE}.`,
    );
  }
  const { username, timeout, wait = '' } = values;
  return {
    json: values.json ?? false,
    strict: values.strict ?? false,
    allowed: checkAllowed(values.allow ?? []),
    settings: {
      ...{ server, username, password },
      loginUrl: place('login-path', values['login-path']),
      loginAs: parseOneOf('--login-as', values['login-as'], LOGIN_WAYS),
      usernameField: parseName('--username-field', values['username-field']),
      passwordField: parseName('--password-field', values['password-field']),
      more: parsePairs('--login-also', values['login-also'] ?? []),
      csrfUrl: place('csrf-path', values['csrf-path']),
      origin: parseOrigin('--origin', values.origin),
      profileUrl: place('profile-path', values['profile-path']),
      profileMethod: parseOneOf('--profile-method', values['profile-method'], ['GET', 'POST']),
      profileQuery: parseName('--profile-query', values['profile-query']),
      logoutQuery: parseName('--logout-query', values['logout-query']),
      logoutUrl: place('logout-path', values['logout-path']),
      logoutMethod: parseOneOf('--logout-method', values['logout-method'], [
        'GET',
        'POST',
        'DELETE',
      ]),
      cookieName: parseHeader('--cookie-name', values['cookie-name']),
      tokenField: parseName('--token-field', values['token-field']),
      tokenAs: parseHeader('--token-as', values['token-as']),
      tokenHeader: parseHeader('--token-header', values['token-header']),
      forwardedProto: values['forwarded-proto'] ?? false,
      slowUrl: place('slow-path', values['slow-path']),
      ownSecrets: values.secret ?? [],
      secrets: readFile('--wordlist', values.wordlist).split(/\r?\n/).filter(Boolean),
      publicKey: readPublicKey('--public-key', values['public-key']),
      timeout: parseNumber('--timeout', timeout, 'milliseconds'),
      waitMs: wait === '' ? 0 : 1000 * parseNumber('--wait', wait, 'seconds'),
    },
  };
}
