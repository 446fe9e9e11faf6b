import type { ActionOf } from '../../../../sim/action.ts';
import { readForeignPage } from '../../../read/action/visit.ts';
import type { Moment, Step } from '../../../read/moment.ts';

export const PARTS: Readonly<Record<ActionOf<'tamper'>['part'], string>> = {
  sid: 'with one bit of its session ID changed',
  signature: 'with one bit of its signature changed',
  payload: 'with another user in its payload and the old signature',
  lastLetter: 'with another last letter',
};

export const FORGED: Readonly<
  Record<ActionOf<'forge'>['how'], Readonly<Record<'session' | 'token', string>>>
> = {
  unsigned: {
    session: 'a session ID without a signature',
    token: 'a token whose header says alg none, without a signature',
  },
  otherSecret: {
    session: 'a session ID, signed with a secret of its own',
    token: 'a token, signed with a secret of its own',
  },
  leakedSecret: {
    session: 'a session ID that it made up, signed with the server’s first secret, which leaked',
    token: 'a token that it made itself, signed with the server’s first secret, which leaked',
  },
  otherAlgorithm: {
    session: 'a cookie that it made itself',
    token: 'a token, rightly signed with the server’s secret, but by HS512',
  },
  otherService: {
    session: 'a cookie of another service, which signs with the same secret',
    token: 'a token of another service, which signs with the same secret',
  },
};

const VEHICLES = { link: 'links here', form: 'posts a form', fetch: 'fetches' } as const;

/** Whose page starts the request, and how; it is open in the user's own browser. */
export function sayForeignPage(moment: Moment): string {
  const { action } = moment;
  if (action?.type !== 'crossSite') return 'A page of another site sends a request';
  const { host, isSameSite, vehicle } = readForeignPage(moment, action);
  const whose = `${host} (${isSameSite ? 'same site, other origin' : 'another site'})`;
  if (vehicle === 'link') return `The user follows a link on a page of ${whose}`;
  const does = vehicle === 'form' ? 'posts a form' : 'calls fetch';
  return `A page of ${whose}, open in the user’s browser, ${does}`;
}

export function sayForeignTitle({ frame: { action } }: Step): string {
  if (action?.type !== 'crossSite') return 'Another site sends a request';
  const whose = action.from === 'sibling' ? 'A sibling subdomain' : 'Another site';
  return `${whose} ${VEHICLES[action.vehicle]}`;
}
