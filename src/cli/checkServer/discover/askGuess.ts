import type { Net } from '../wire/net.ts';
import { WireError } from '../wire/wireError.ts';

/** So many guesses without an answer are borne: each of them takes its time. */
const MAX_UNANSWERED = 4;

/**
 * Asks for what was only guessed, and skips it where no answer comes: `null`. What the command line
 * names has to answer. @throws WireError
 */
export async function askGuess<T>(
  net: Net,
  isGuess: boolean,
  ask: () => Promise<T>,
): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!isGuess || !(error instanceof WireError) || error.fault === 'gone') throw error;
    net.unanswered += 1;
    if (net.unanswered <= MAX_UNANSWERED) return null;
    throw new WireError(
      `${error.message}: ${net.unanswered} guessed addresses gave no answer; name the login and a page that only a user gets (--login-path, --profile-path, --logout-path)`,
      error.fault,
    );
  }
}
