import fc from 'fast-check';
import type { Action } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { CSRF_CHECKS } from '../../../src/sim/settings.ts';
import { anyRun, anySettings } from '../arbitraries.ts';
import { toSettings } from '../runs.ts';

/** What a user and a thief would do; with some of it left out it still makes sense. */
const STORY: readonly Action[] = [
  { type: 'login', fold: true },
  { type: 'request' },
  { type: 'steal' },
  { type: 'wait', seconds: 60 },
  { type: 'request', fold: true },
  { type: 'logout' },
  { type: 'replay' },
  { type: 'restart' },
  { type: 'replay', fold: true },
  { type: 'login' },
  { type: 'forget' },
  { type: 'login', fold: true },
  { type: 'wait', seconds: 450 },
  { type: 'request' },
  { type: 'wait', seconds: 450 },
  { type: 'request', fold: true },
  { type: 'logout', fold: true },
  { type: 'wait', seconds: 60 },
];

const anyStory = fc.record({
  settings: anySettings,
  actions: fc.subarray([...STORY], { minLength: 3 }),
});
/** Nobody but the user, and nothing that would make the page say less. */
export const anyPeace = anyStory.map(({ settings, actions }) => ({
  settings: { ...settings, secretAtBoot: 'fixed' as const, second: undefined },
  actions: actions.filter(({ type }) => /login|request|wait|forget/.test(type)),
}));
/** Any run, with an attacker and a second browser among those who act, and stories that make sense. */
export const anyTold = fc.oneof(anyRun(14), anyStory);

const ACCOUNT: readonly Action[] = [
  { type: 'login' },
  { type: 'login', client: 'phone', fold: true },
  { type: 'wait', seconds: 60 },
  { type: 'changePassword' },
  { type: 'request' },
  { type: 'login' },
  { type: 'login', client: 'phone', fold: true },
  { type: 'wait', seconds: 60 },
  { type: 'request', target: '/admin' },
  { type: 'logoutEverywhere', client: 'phone' },
  { type: 'request', fold: true },
  { type: 'login' },
  { type: 'wait', seconds: 120 },
  { type: 'request' },
  { type: 'end' },
];

/** Runs with what random ones seldom come to. */
export const RARE: readonly { settings: Settings; actions: Action[] }[] = [
  { settings: toSettings(), actions: [...STORY, { type: 'ban' }, { type: 'end' }] },
  { settings: toSettings(), actions: [{ type: 'ban' }, { type: 'restart' }] },
  {
    settings: toSettings(),
    actions: [
      { type: 'login', password: 'wrong horse', fold: true },
      { type: 'login', password: 'wrong horse' },
      { type: 'login' },
      { type: 'restart' },
      { type: 'logout' },
    ],
  },
  {
    settings: toSettings({ session: { regenerate: false, store: 'persistent' } }),
    actions: [{ type: 'login' }, { type: 'login' }, { type: 'restart' }],
  },
  {
    settings: toSettings({ token: { leeway: 120 } }),
    actions: [
      { type: 'login' },
      { type: 'wait', until: 'token' },
      { type: 'request' },
      { type: 'request', fold: true },
    ],
  },
  {
    settings: toSettings({ token: { denyList: true, refreshLifetime: 600 } }),
    actions: [{ type: 'login' }, { type: 'logout' }, { type: 'restart' }],
  },
  {
    settings: toSettings({ origin: 'http://bank.localhost:3000', session: { sameSite: 'none' } }),
    actions: [
      { type: 'login', fold: true },
      { type: 'crossSite', vehicle: 'form', from: 'sibling' },
    ],
  },
  // A new password that ends nothing, and one that ends all; a logout everywhere; three browsers.
  ...[false, true].map((ends) => ({
    settings: toSettings({
      session: { endAllAtPasswordChange: ends },
      token: { comparesIat: ends },
    }),
    actions: [
      { type: 'login' },
      { type: 'login', client: 'phone' },
      { type: 'wait', seconds: 60 },
      { type: 'changePassword' },
      { type: 'request', client: 'phone' },
      { type: 'login' },
      { type: 'logoutEverywhere' },
      { type: 'request' },
    ] satisfies Action[],
  })),
  // Another site's page posts with the user's cookie, and the server asks whose page it is.
  ...CSRF_CHECKS.map((csrf) => ({
    settings: toSettings({
      ...{ csrf, origin: 'https://bank.localhost:3000' },
      session: { sameSite: 'none', secure: true },
      token: { keptIn: 'cookie' },
    }),
    actions: [
      { type: 'login', fold: true },
      { type: 'request', target: '/transfer' },
      { type: 'crossSite', vehicle: 'form' },
      { type: 'crossSite', vehicle: 'form', from: 'sibling', fold: true },
    ] satisfies Action[],
  })),
  // A further browser's cookie makes way, at a server that does not know its session.
  {
    settings: toSettings({ session: { saveUninitialized: true }, second: {} }),
    actions: [
      { type: 'login', client: 'phone' },
      { type: 'login', client: 'phone', server: 'server2', password: 'wrong horse' },
    ],
  },
  // The answer to a request from another site replaces the user's cookie.
  {
    settings: toSettings({ session: { sameSite: 'strict', saveUninitialized: true } }),
    actions: [
      { type: 'login', fold: true },
      { type: 'crossSite', vehicle: 'link' },
      { type: 'request' },
    ],
  },
  {
    settings: toSettings({ payload: { long: 'x'.repeat(3500) }, token: { keptIn: 'cookie' } }),
    actions: [{ type: 'login', fold: true }],
  },
  { settings: toSettings({ session: { secure: true } }), actions: [{ type: 'login', fold: true }] },
  // A changed password and a logout everywhere, which end nothing or all that is out.
  { settings: toSettings(), actions: [...ACCOUNT] },
  {
    settings: toSettings({
      session: { endAllAtPasswordChange: true, copiesUser: true, absoluteLifetime: 120 },
      token: { comparesIat: true, refreshLifetime: 600 },
      user: { role: 'admin' },
    }),
    actions: [...ACCOUNT],
  },
  // Another browser, and the attacker with one of its own.
  {
    settings: toSettings(),
    actions: [
      { type: 'login' },
      { type: 'login', client: 'phone', fold: true },
      { type: 'logout' },
      { type: 'request', client: 'phone' },
      { type: 'login', client: 'attacker' },
      { type: 'request', client: 'attacker', fold: true },
    ],
  },
  {
    settings: toSettings({ token: { denyList: true } }),
    actions: [
      { type: 'login' },
      { type: 'steal' },
      { type: 'forget' },
      { type: 'replay' },
      { type: 'end' },
    ],
  },
  {
    settings: toSettings({ session: { saveUninitialized: true, regenerate: false } }),
    actions: [{ type: 'plant' }, { type: 'login' }, { type: 'replay', fold: true }],
  },
];
