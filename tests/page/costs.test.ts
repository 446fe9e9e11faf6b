import { expect, test } from 'vitest';
import { listRequestRows, toLaneCosts } from '../../src/panels/counts/costs.ts';

const cost = { clientBytes: 106, storeReads: 1, storeWrites: 1, signaturesChecked: 1 };

test('what is charted is that of the lanes on show which sent a credential', () => {
  const perRequest = { session: cost, token: { ...cost, clientBytes: 171, storeWrites: 0 } };
  const session = { lane: 'session', clientBytes: 106, storeCalls: 2, waitedMs: 0 };
  const token = { lane: 'token', clientBytes: 171, storeCalls: 1, waitedMs: 0 };
  expect(toLaneCosts(perRequest, ['session', 'token'])).toEqual([session, token]);
  expect(toLaneCosts(perRequest, ['token'])).toEqual([token]);
  expect(toLaneCosts({ ...perRequest, session: null }, ['session', 'token'])).toEqual([token]);
});

test('how long a request waits for a store stands there where one does', () => {
  const listNames = (session: number) =>
    listRequestRows({ session: { ...cost, waitedMs: session }, token: cost }).map(
      ({ name }) => name,
    );
  expect(listNames(0)).toEqual(['clientBytes', 'storeCalls']);
  expect(listNames(600)).toEqual(['clientBytes', 'storeCalls', 'waitedMs']);
});
