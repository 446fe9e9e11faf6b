import type { Holding, Place } from '../../telling.ts';

/** Who can hold something. */
export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  client: 'Client',
  wire: 'Wire',
  server: 'Server',
  attacker: 'Attacker',
};

/** What can be held. */
export const ITEM_NAMES: Readonly<Record<Holding['item'], string>> = {
  Password: 'Password',
  'Session ID': 'Session ID',
  'Session record': 'Session record',
  Token: 'Token',
  Secret: 'Secret',
};

export const STAGE_TEXTS = {
  name: 'Client and server',
  holders: 'Who holds what now',
  nobody: 'nobody',
  client: 'Client',
  server: 'Server',
  empty: 'empty',
  gone: 'thrown away',
} as const;
