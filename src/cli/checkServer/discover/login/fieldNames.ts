import type { CheckSettings } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { readText } from '../../wire/reply.ts';
import type { LoginShape } from '../found.ts';
import {
  findHabit,
  KNOWN_NAMES,
  KNOWN_PASSWORDS,
  listNamesBeside,
  RARE_NAMES,
  toPlain,
} from '../words.ts';

export type FieldNames = Pick<LoginShape, 'usernameField' | 'passwordField'>;

const toUsual = (username: string) =>
  username.includes('@') ? ['email', 'username'] : ['username', 'email'];

/** Lists the names that name and password may go by in a body, the most likely first. */
export function listFieldNames(settings: CheckSettings, { pathname }: URL): readonly FieldNames[] {
  const { usernameField, username } = settings;
  const habit = findHabit(pathname);
  const passwordField = settings.passwordField ?? 'password';
  if (usernameField !== null) {
    return [{ usernameField, passwordField: settings.passwordField ?? 'password' }];
  }
  const usual = toUsual(username);
  const own = (habit?.passwords.slice(0, 2) ?? []).flatMap((password) =>
    [...(habit?.usernames.slice(0, 2) ?? []), ...usual].map((name) => ({
      usernameField: name,
      passwordField: settings.passwordField ?? password,
    })),
  );
  const inside = usual.map((name) => ({
    usernameField: `user.${name}`,
    passwordField: `user.${passwordField}`,
  }));
  const plain = [...usual, ...RARE_NAMES].map((name) => ({ usernameField: name, passwordField }));
  // A body with all of it in a member is more usual than a rare name.
  return [...own.slice(0, 4), ...plain.slice(0, 2), ...inside, ...plain.slice(2)];
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Lists the names out of some that a text says, in its order. */
function listSaid(text: string, names: readonly string[]): readonly string[] {
  const found = names.flatMap((name) => {
    const at = text.search(new RegExp(`(?<![\\w-])${escapePattern(toPlain(name))}(?![\\w-])`));
    return at < 0 ? [] : [{ name, at }];
  });
  return found.sort((one, other) => one.at - other.at).map(({ name }) => name);
}

const MAX_SAID = 2;

/**
 * Lists the names that a refusal asks for: who checks a body says what it lacks. Only what says more than
 * that a name or a password is wrong; nothing where the command line says it.
 */
export function listAskedNames(
  { usernameField, passwordField, username }: CheckSettings,
  reply: Reply,
): readonly FieldNames[] {
  if (usernameField !== null || ![400, 401, 403, 422].includes(reply.status)) return [];
  const text = toPlain(readText(reply).slice(0, MAX_READ));
  const names = listSaid(text, KNOWN_NAMES).slice(0, MAX_SAID);
  const passwords = passwordField === null ? listSaid(text, KNOWN_PASSWORDS) : [passwordField];
  const word = passwords[0] ?? 'password';
  const beside = names.length > 0 ? names : [...listNamesBeside(word), ...toUsual(username)];
  if (names.length === 0 && word === 'password') return [];
  return beside.slice(0, MAX_SAID).map((name) => ({ usernameField: name, passwordField: word }));
}

/** So much of a refusal is looked at. */
const MAX_READ = 4000;
