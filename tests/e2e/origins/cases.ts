import type { CredentialsMode, FrontEnd, Settings } from '../../../src/sim/settings.ts';
import { CORS_ANSWERS, CREDENTIALS_MODES } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';

/** Where page and server are; what is the same in both is the port alone that differs. */
export const PLACES = {
  'the same origin': { page: 'http://localhost', server: 'http://localhost' },
  'another port': { page: 'http://localhost', server: 'http://localhost' },
  'a subdomain': { page: 'http://app.bank.localhost', server: 'http://bank.localhost' },
  'another subdomain': { page: 'http://app.bank.localhost', server: 'http://api.bank.localhost' },
  'another site': { page: 'http://app.localhost', server: 'http://bank.localhost' },
  'an address': { page: 'http://localhost', server: 'http://127.0.0.1' },
} as const;
export type Place = keyof typeof PLACES;

/** A lane, and where its client keeps the credential. */
export interface Design {
  readonly strategy: Strategy;
  readonly keptIn: Settings['token']['keptIn'];
  readonly sameSite: Settings['session']['sameSite'];
  readonly secure: boolean;
}

/** res.cookie sends Secure over http, too, and Chromium takes it from a loopback host. */
const FOR_ALL_SITES: Design = {
  ...{ strategy: 'token', keptIn: 'cookie', sameSite: 'none', secure: true },
};

export const DESIGNS: Readonly<Record<string, Design>> = {
  'a session': { strategy: 'session', keptIn: 'localStorage', sameSite: 'lax', secure: false },
  'a bearer token': { strategy: 'token', keptIn: 'localStorage', sameSite: 'lax', secure: false },
  'a token in a Lax cookie': {
    ...{ strategy: 'token', keptIn: 'cookie', sameSite: 'lax', secure: false },
  },
  'a token in a cookie for all sites': FOR_ALL_SITES,
};

export interface OriginCase {
  readonly place: Place;
  readonly design: Design;
  readonly cors: FrontEnd['cors'];
  readonly credentials: CredentialsMode;
}

/** Every answer of a server to every way of asking, at a place; what makes no difference there is asked for once. */
export function listCases(place: Place, design: Design): readonly OriginCase[] {
  const isBearer = design.strategy === 'token' && design.keptIn !== 'cookie';
  const answers = place === 'the same origin' ? (['none'] as const) : CORS_ANSWERS;
  const modes = isBearer ? (['include'] as const) : CREDENTIALS_MODES;
  return answers.flatMap((cors) =>
    modes.map((credentials) => ({ place, design, cors, credentials })),
  );
}

/** What is held against Chromium, one a test: every case of a design at a place. */
export const ORIGIN_RULES = (Object.keys(PLACES) as Place[]).flatMap((place) =>
  Object.entries(DESIGNS).map(([name, design]) => ({
    rule: `${name}, with the page at ${place}: sent, kept, shown and said as in the engine`,
    cases: listCases(place, design),
  })),
);

/** What is held against a Chromium that blocks third-party cookies. */
export const BLOCKED_RULES = (
  ['another port', 'a subdomain', 'another subdomain', 'another site'] as const
).map((place) => ({
  rule: `third-party cookies blocked, a token in a cookie for all sites, with the page at ${place}`,
  cases: CREDENTIALS_MODES.map((credentials) => ({
    ...{ place, design: FOR_ALL_SITES, credentials },
    cors: 'credentials' as const,
  })),
}));
