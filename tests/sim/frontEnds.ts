import fc from 'fast-check';
import type { FrontEnd } from '../../src/sim/settings.ts';
import { CORS_ANSWERS, CREDENTIALS_MODES } from '../../src/sim/settings.ts';

/** Pages around a server at `http(s)://bank.localhost:3000`: its own origin, its site, other sites. */
export const PAGES = [
  'http://bank.localhost:3000',
  'http://bank.localhost:5173',
  'http://app.bank.localhost:5173',
  'http://app.localhost:5173',
  'https://bank.localhost:3000',
  'http://127.0.0.1:5173',
] as const;

/** Any page, with any mode, and whatever its server says. */
export const anyFrontEnd: fc.Arbitrary<FrontEnd> = fc.record(
  {
    origin: fc.constantFrom<string>(...PAGES),
    credentials: fc.constantFrom(...CREDENTIALS_MODES),
    cors: fc.constantFrom(...CORS_ANSWERS),
  },
  { noNullPrototype: true },
);
