import { toAccess } from '../../control/access.ts';
import { openVisitor } from '../../wire/visitor.ts';
import type { LoginShape } from '../found.ts';
import type { Holder } from '../holder.ts';
import { askProfile } from '../present.ts';
import type { FoundProfile } from './findProfile.ts';

/**
 * Asks once more for a page that strangers get too: with a second login, and as a stranger who keeps
 * his cookies. What differs from session to session, as a CSRF token does, tells no user from him.
 * `null` where nothing else differs. @throws WireError
 */
export async function confirmProfile(
  found: FoundProfile,
  login: LoginShape,
  second: Holder,
): Promise<FoundProfile | null> {
  const { profile, how } = found;
  const token = second.tokens.find(({ field }) => field === how?.field)?.token ?? null;
  const holder = { ...second, token };
  const stranger = { visitor: openVisitor(second.visitor.net), token: null };
  const users = [...found.users];
  const strangers = [...found.strangers];
  for (let i = 0; i < 3; i++) {
    users.push(await askProfile(holder, profile, how, login));
    strangers.push(await askProfile(stranger, profile, null, login));
  }
  const access = toAccess(strangers, users);
  return access && { ...found, holder, users, strangers, access };
}
