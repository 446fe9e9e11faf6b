import type { Holding, Place } from '../../../telling.ts';

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
  'Session data': 'Session data',
  'Session record': 'Session record',
  Token: 'Token',
  Secret: 'Secret',
};

export const HOLDERS_TEXTS = {
  title: 'Who holds what now',
  item: 'What',
  held: 'holds it',
  absent: '–',
} as const;
