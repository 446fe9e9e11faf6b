import { expect, test } from 'vitest';
import { toLaneCosts } from '../../src/panels/counts/costs.ts';

const cost = { clientBytes: 106, storeReads: 1, storeWrites: 1, signaturesChecked: 1 };

test('what is charted is that of the lanes on show which sent a credential', () => {
  const perRequest = { session: cost, token: { ...cost, clientBytes: 171, storeWrites: 0 } };
  const session = { lane: 'session', clientBytes: 106, storeCalls: 2 };
  const token = { lane: 'token', clientBytes: 171, storeCalls: 1 };
  expect(toLaneCosts(perRequest, ['session', 'token'])).toEqual([session, token]);
  expect(toLaneCosts(perRequest, ['token'])).toEqual([token]);
  expect(toLaneCosts({ ...perRequest, session: null }, ['session', 'token'])).toEqual([token]);
});
