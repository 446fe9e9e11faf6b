const NAMES: Readonly<Record<string, string>> = {
  attacker: 'attacker',
  client2: 'second browser',
  client3: 'third browser',
};

/** Names somebody's browser by its ID, without an article: `attacker`, `second browser`, `phone`. */
export const nameBrowser = (id: string): string => (Object.hasOwn(NAMES, id) && NAMES[id]) || id;
