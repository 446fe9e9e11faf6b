import type { Reply } from '../wire/exchange.ts';
import { isHtml, isOk, listLeaves, parseBody } from '../wire/reply.ts';

/** What a server did with a request for the profile. */
export type Outcome = 'opened' | 'refused' | 'crashed' | 'limited';

/** Tells opened from refused, by what strangers get. */
export interface Access {
  judge(reply: Reply): Outcome;
  /** Whether strangers are told so by the status. */
  readonly byStatus: boolean;
}

/** Takes an answer apart into what can be compared: members with values, or lines of text. */
function listTraits(reply: Reply): ReadonlySet<string> {
  const body = parseBody(reply);
  if (body !== undefined && typeof body === 'object') {
    const leaves = listLeaves(body);
    const values = leaves.map(({ path, value }) => `${path.join('.')}=${JSON.stringify(value)}`);
    // That a member is there may tell more than its value, which may be new each time.
    return new Set([...values, ...leaves.map(({ path }) => path.join('.'))]);
  }
  const text = isHtml(reply) ? reply.text.replace(/></g, '>\n<') : reply.text;
  return new Set(text.split('\n').map((line) => line.trim()));
}

const meet = (sets: readonly ReadonlySet<string>[]) =>
  [...(sets[0] ?? [])].filter((trait) => sets.every((set) => set.has(trait)));

const toStatus = ({ status }: Reply): Outcome | null => {
  if (status === 429) return 'limited';
  return status >= 500 ? 'crashed' : null;
};

/**
 * Makes the judge of a profile: where strangers get no 2xx, every 2xx is an open door; else it takes
 * what all users get and no stranger does. `null` when there is no such thing.
 */
export function toAccess(strangers: readonly Reply[], users: readonly Reply[]): Access | null {
  if (!users.every(isOk) || users.length === 0) return null;
  const usual = strangers[0]?.status;
  if (!strangers.some(isOk)) {
    return {
      byStatus: true,
      judge(reply) {
        if (isOk(reply)) return 'opened';
        // What strangers always get is how this server refuses.
        return reply.status === usual ? 'refused' : (toStatus(reply) ?? 'refused');
      },
    };
  }
  const strange = new Set(strangers.flatMap((reply) => [...listTraits(reply)]));
  const marks = meet(users.map(listTraits)).filter((trait) => !strange.has(trait));
  if (marks.length === 0) return null;
  return {
    byStatus: false,
    judge(reply) {
      if (!isOk(reply)) return toStatus(reply) ?? 'refused';
      const traits = listTraits(reply);
      return marks.some((mark) => traits.has(mark)) ? 'opened' : 'refused';
    },
  };
}
