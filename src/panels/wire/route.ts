import type { Message } from '../../sim/message.ts';

const NAMES: Readonly<Record<string, string>> = {
  attacker: 'attacker',
  client: 'client',
  server: 'server',
  server2: 'second server',
};

/** Says who sent a message to whom, where that is not the client and the one server; else `null`. */
export function formatRoute({ from, to }: Message): string | null {
  const others = [from, to].filter((id) => id === 'attacker' || id === 'server2');
  return others.length === 0 ? null : `${NAMES[from] ?? from} → ${NAMES[to] ?? to}`;
}

/** Longer values are cut where they are shown; the copy buttons give the whole. */
const LONGEST = 1600;

/** Returns a value as it is shown: a very long one by its beginning and its length. */
export function cutLong(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, 600)} … (${text.length.toLocaleString('en')} characters in all)`;
}
