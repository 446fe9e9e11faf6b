import { describe, expect, test } from 'vitest';
import { SCENARIO_NOTES } from '../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { DECIDING_STEPS } from '../../src/lesson/told/decidingSteps.ts';
import type { LaneFrame } from '../../src/sim/frame.ts';
import type { ScenarioId } from '../../src/sim/scenarios.ts';
import { SCENARIOS, SCENARIOS_BY_GROUP } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';

/*
 * What real software did when it was measured, at the telling steps: `200` allowed, `401 code`
 * refused, `- reason` nothing to do, `done`. Each pair is session | token, in the order of the run;
 * steps in between (send, verify …) are left out.
 */
type Pair = readonly [session: string, token: string];

const IN: Pair = ['200', '200'];
const EXPECTED: Readonly<Record<ScenarioId, readonly Pair[]>> = {
  'login-to-logout': [IN, IN, ['204', 'done'], ['401 cookieMissing', '401 tokenMissing']],
  'wrong-password': [
    ['401 wrongPassword', '401 wrongPassword'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'reload-memory': [IN, ['done', 'done'], ['200', '401 tokenMissing']],
  'closed-and-opened': [IN, ['done', 'done'], IN, ['done', 'done'], IN, ['done', 'done'], IN],
  'closed-browser-session-cookie': [
    IN,
    ['done', 'done'],
    ['done', 'done'],
    ['401 cookieMissing', '200'],
    IN,
  ],
  'password-kept': [IN, IN, ['done', 'done']],
  'mobile-app': [IN, IN, ['401 cookieMissing', '401 tokenMissing']],
  'expires-unused': [IN, IN, ['401 cookieMissing', '401 tokenExpired']],
  'session-slides': [IN, IN, ['200', '401 tokenExpired']],
  'browser-cookie-does-not-slide': [
    IN,
    ['done', 'done'],
    IN,
    ['401 cookieMissing', '401 tokenExpired'],
    ['200', '401 tokenExpired'],
  ],
  'token-does-not-slide': [IN, IN, ['200', '401 tokenExpired']],
  'token-not-before': [IN, ['200', '401 tokenNotYetValid'], IN],
  'expires-at-boot': [
    IN,
    IN,
    ['- cookieExpired', '200'],
    ['401 cookieMissing', '200'],
    ['done', 'done'],
    IN,
    IN,
  ],
  'lifetime-wrong-unit': [IN, IN, ['401 cookieMissing', '401 tokenExpired']],
  'token-without-exp': [IN, ['done', 'done'], ['204', 'done'], ['401 sessionUnknown', '200']],
  'absolute-timeout': [
    IN,
    IN,
    ['200', '401 tokenExpired'],
    ['401 sessionTooOld', '401 tokenExpired'],
  ],
  'no-max-age': [IN, ['200', '401 tokenExpired']],
  'stolen-then-logout': [IN, ['done', 'done'], IN, ['204', 'done'], ['401 sessionUnknown', '200']],
  'stolen-until-exp': [
    IN,
    ['done', 'done'],
    ['204', 'done'],
    ['401 sessionUnknown', '200'],
    ['401 sessionUnknown', '401 tokenExpired'],
  ],
  'logout-client-only': [
    IN,
    ['done', 'done'],
    ['done', 'done'],
    ['401 cookieMissing', '401 tokenMissing'],
    IN,
  ],
  'cookie-cleared-without-destroy': [
    IN,
    ['done', 'done'],
    ['204', 'done'],
    ['401 cookieMissing', '401 tokenMissing'],
    IN,
  ],
  'destroyed-without-clearing': [
    IN,
    ['done', 'done'],
    ['204', 'done'],
    ['401 sessionUnknown', '401 tokenMissing'],
    ['401 sessionUnknown', '200'],
  ],
  'cleared-without-domain': [IN, ['204', '204'], ['401 sessionUnknown', '200']],
  'session-in-cookie-logout': [
    IN,
    ['done', 'done'],
    ['204', 'done'],
    ['401 cookieMissing', '401 tokenMissing'],
    IN,
  ],
  'session-in-cookie-no-end': [
    IN,
    ['done', 'done'],
    ['401 cookieMissing', '401 tokenExpired'],
    ['200', '401 tokenExpired'],
  ],
  'session-in-cookie-servers': [IN, ['done', 'done'], IN],
  'session-in-cookie-new-key': [
    IN,
    ['done', 'done'],
    ['204', 'done'],
    IN,
    ['done', 'done'],
    ['401 dataSignatureInvalid', '401 tokenSignatureInvalid'],
  ],
  'slow-request-resave': [
    IN,
    ['done', 'done'],
    ['allowed', 'allowed'],
    ['204', 'done'],
    ['401 sessionUnknown', '200'],
    IN,
    IN,
  ],
  'slow-request-writes': [
    IN,
    ['allowed', 'allowed'],
    ['204', 'done'],
    ['401 cookieMissing', '401 tokenMissing'],
    IN,
    ['200', '401 tokenMissing'],
  ],
  'slow-request-harmless': [
    IN,
    ['done', 'done'],
    ['allowed', 'allowed'],
    ['204', 'done'],
    IN,
    ['401 sessionUnknown', '200'],
  ],
  'back-after-logout': [
    IN,
    IN,
    ['204', 'done'],
    ['done', 'done'],
    ['401 cookieMissing', '401 tokenMissing'],
    ['done', 'done'],
  ],
  'back-asks-again': [IN, IN, ['204', 'done'], ['401 cookieMissing', '401 tokenMissing']],
  'two-browsers': [IN, IN, ['204', 'done'], IN, ['401 cookieMissing', '401 tokenMissing']],
  'logout-everywhere': [
    ...[IN, IN, IN],
    ['204', 'done'],
    ['401 sessionUnknown', '200'],
    ['401 sessionUnknown', '200'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'logout-everywhere-iat': [
    ...[IN, IN, IN],
    ['204', '204'],
    ['401 sessionUnknown', '401 tokenOutdated'],
    ...[IN, IN],
  ],
  'tampered-sid': [IN, ['401 cookieSignatureInvalid', '- tokenHasNoSid'], IN],
  'tampered-signature': [IN, ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'], IN],
  'tampered-payload': [IN, ['- cookieHasNoPayload', '401 tokenSignatureInvalid'], IN],
  'tampered-last-letter': [IN, ['401 cookieSignatureInvalid', '200'], IN],
  'forged-secret': [IN, ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid']],
  'alg-none': [IN, ['401 cookieUnsigned', '401 tokenAlgorithmNotAllowed']],
  'alg-not-listed': [IN, ['- cookieHasOneAlgorithm', '401 tokenAlgorithmNotAllowed']],
  'alg-none-naive-verifier': [IN, ['401 cookieUnsigned', '200']],
  'alg-not-listed-naive-verifier': [IN, ['- cookieHasOneAlgorithm', '200']],
  'decoded-not-verified': [
    IN,
    ['- cookieHasNoPayload', '200'],
    ['401 cookieSignatureInvalid', '200'],
  ],
  'csrf-samesite-none': [
    IN,
    ['200', '401 tokenMissing'],
    ['200', '401 tokenMissing'],
    ['200', '401 tokenMissing'],
  ],
  'csrf-samesite-unset-young': [
    IN,
    ['200', '401 tokenMissing'],
    ['200', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'csrf-samesite-unset-old': [
    IN,
    ['401 cookieMissing', '401 tokenMissing'],
    ['200', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'csrf-samesite-lax': [
    IN,
    ['401 cookieMissing', '401 tokenMissing'],
    ['200', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'csrf-samesite-strict': [
    IN,
    ['401 cookieMissing', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'csrf-sibling-subdomain': [IN, ['200', '401 tokenMissing']],
  'csrf-bearer-token': [IN, ['200', '401 tokenMissing']],
  'csrf-token-in-cookie': [IN, IN],
  'csrf-origin-check': [
    IN,
    ['403 originForeign', '401 tokenMissing'],
    ['403 originForeign', '401 tokenMissing'],
    IN,
  ],
  'csrf-fetch-site-check': [IN, ['403 fetchSiteForeign', '401 tokenMissing'], IN],
  'csrf-token-in-form': [
    IN,
    ['403 csrfTokenMissing', '403 csrfTokenMissing'],
    ['403 csrfTokenMissing', '403 csrfTokenMissing'],
    IN,
  ],
  'csrf-token-and-thief': [
    IN,
    ['done', 'done'],
    ['403 csrfTokenMissing', '403 csrfTokenMissing'],
    IN,
    IN,
  ],
  'csrf-check-and-script': [IN, IN],
  'csrf-third-party-blocked': [
    IN,
    ['200', '401 tokenMissing'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'xss-local-storage': [
    IN,
    ['- scriptCannotRead', 'done'],
    ['- nothingStolen', '200'],
    ['204', 'done'],
    ['- nothingStolen', '200'],
  ],
  'xss-http-only': [
    IN,
    ['- scriptCannotRead', '- scriptCannotRead'],
    ['- nothingStolen', '- nothingStolen'],
    IN,
  ],
  'xss-readable-cookie': [IN, ['done', 'done'], IN],
  'xss-memory': [
    IN,
    ['- scriptCannotRead', '- scriptCannotRead'],
    ['- nothingStolen', '- nothingStolen'],
    IN,
  ],
  'fixation-without-regenerate': [['done', '- nothingToPlant'], IN, ['200', '- nothingStolen'], IN],
  'fixation-with-regenerate': [
    ['done', '- nothingToPlant'],
    IN,
    ['401 sessionUnknown', '- nothingStolen'],
    ['401 sessionUnknown', '200'],
  ],
  'fixation-invented-sid': [
    ['done', '- nothingToPlant'],
    IN,
    ['401 cookieSignatureInvalid', '- nothingStolen'],
    ['401 cookieSignatureInvalid', '200'],
  ],
  'planted-beside-session': [
    IN,
    ['done', '- nothingToPlant'],
    IN,
    ['401 sessionAnonymous', '- nothingStolen'],
  ],
  'planted-longer-path': [
    IN,
    ['done', '- nothingToPlant'],
    ['401 sessionAnonymous', '200'],
    IN,
    ['401 sessionAnonymous', '200'],
  ],
  'planted-behind-host-prefix': [
    ['- plantBehindPrefix', '- nothingToPlant'],
    IN,
    ['401 sessionAnonymous', '- nothingStolen'],
    IN,
  ],
  'planted-over-http': [
    IN,
    ['- plantBehindSecure', '- nothingToPlant'],
    ['204', 'done'],
    ['done', '- nothingToPlant'],
    IN,
    ['200', '- nothingStolen'],
    IN,
  ],
  'planted-over-http-host-prefix': [
    ['- plantBehindPrefix', '- nothingToPlant'],
    IN,
    ['401 sessionAnonymous', '- nothingStolen'],
    IN,
  ],
  'planted-behind-http-only': [
    IN,
    ['- plantBehindHttpOnly', '- nothingToPlant'],
    IN,
    ['401 sessionAnonymous', '- nothingStolen'],
  ],
  'stolen-other-machine': [IN, ['done', 'done'], IN],
  'cors-none': [
    ['- preflightRefused', '- preflightRefused'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'cors-any-origin': [
    ['- preflightRefused', '200'],
    ['401 cookieMissing', '200'],
  ],
  'cors-other-origin': [
    ['- preflightRefused', '- preflightRefused'],
    ['401 cookieMissing', '401 tokenMissing'],
  ],
  'cors-without-credentials': [
    ['- preflightRefused', '200'],
    ['401 cookieMissing', '200'],
  ],
  'fetch-without-credentials': [
    ['- cookieOmitted', '200'],
    ['401 cookieMissing', '200'],
  ],
  'fetch-with-credentials': [IN, IN],
  'subdomain-without-credentials': [
    ['- cookieOmitted', '200'],
    ['401 cookieMissing', '200'],
  ],
  'subdomain-with-credentials': [IN, IN],
  'front-end-other-site': [
    ['- cookieOfOtherSite', '200'],
    ['401 cookieMissing', '200'],
  ],
  'front-end-other-site-none': [IN, IN],
  'front-end-third-party': [
    ['- cookieOfThirdParty', '200'],
    ['401 cookieMissing', '200'],
  ],
  'proxy-untrusted': [IN, ['401 cookieMissing', '200']],
  'proxy-silent': [IN, ['401 cookieMissing', '200']],
  'proxy-trusted': [IN, IN],
  'proxy-secure-auto': [IN, IN],
  'restart-memory-store': [IN, IN, ['done', 'done'], ['401 sessionUnknown', '200'], IN, IN],
  'restart-persistent-store': [IN, IN, ['done', 'done'], IN],
  'cookie-domain-changed': [
    IN,
    ['done', 'done'],
    ['401 sessionUnknown', '200'],
    IN,
    ['401 sessionUnknown', '200'],
  ],
  'store-outage': [
    IN,
    IN,
    ['done', '- noStoreAsked'],
    ['500 storeFailed', '200'],
    ['500 storeFailed', 'done'],
    ['500 storeFailed', '200'],
    ['done', '- noStoreAsked'],
    IN,
  ],
  'deny-list-outage': [
    IN,
    ['done', 'done'],
    ['done', 'done'],
    ['500 storeFailed', '500 denyListFailed'],
    ['500 storeFailed', '500 denyListFailed'],
    ['done', 'done'],
    IN,
  ],
  'refresh-store-outage': [
    IN,
    ['done', 'done'],
    ['500 storeFailed', '200'],
    ['- slidesByItself', '500 refreshStoreFailed'],
    ['500 storeFailed', '401 tokenExpired'],
    ['done', 'done'],
    ['- slidesByItself', '200'],
    IN,
  ],
  'store-slow': [IN, IN, ['204', 'done']],
  'restart-fixed-secret': [IN, ['done', 'done'], ['401 sessionUnknown', '200']],
  'restart-random-secret': [
    IN,
    IN,
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
  ],
  'two-servers-no-shared-store': [IN, IN, ['401 sessionUnknown', '200'], IN],
  'two-servers-shared-store': [
    IN,
    IN,
    IN,
    ['done', 'done'],
    ['204', 'done'],
    ['401 sessionUnknown', '200'],
  ],
  'two-servers-different-secrets': [
    IN,
    IN,
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
    IN,
  ],
  'thousand-users': [IN, IN, IN],
  'rotation-secret-list': [
    IN,
    ['done', 'done'],
    ['200', '401 tokenSignatureInvalid'],
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
  ],
  'rotation-kid-overlap': [
    IN,
    ['done', 'done'],
    IN,
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenKeyUnknown'],
    IN,
    IN,
  ],
  'rotation-without-overlap': [
    IN,
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
  ],
  'leaked-secret': [IN, ['401 sessionUnknown', '200'], IN],
  'leaked-secret-replaced': [
    IN,
    ['401 sessionUnknown', '200'],
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
    ['401 cookieSignatureInvalid', '401 tokenSignatureInvalid'],
    IN,
    IN,
  ],
  'leaked-secret-overlap': [
    IN,
    ['done', 'done'],
    ['401 sessionUnknown', '200'],
    ['done', 'done'],
    ['401 cookieSignatureInvalid', '401 tokenKeyUnknown'],
  ],
  'clock-skew': [IN, ['200', '401 tokenExpired'], IN],
  'clock-skew-leeway': [IN, IN, IN, ['200', '401 tokenExpired'], ['204', 'done']],
  'user-banned': [
    IN,
    IN,
    ['done', '- databaseNotAsked'],
    ['403 userBanned', '200'],
    ['401 cookieMissing', '401 tokenExpired'],
    ['403 userBanned', '403 userBanned'],
  ],
  'password-changed': [
    IN,
    ['done', 'done'],
    ['204', '204'],
    IN,
    ['401 wrongPassword', '401 wrongPassword'],
    IN,
  ],
  'password-changed-ends-all': [
    IN,
    ['done', 'done'],
    ['204', '204'],
    ['401 sessionUnknown', '401 tokenOutdated'],
    ['401 cookieMissing', '401 tokenOutdated'],
    ...[IN, IN],
  ],
  'role-removed': [
    IN,
    IN,
    ['done', '- databaseNotAsked'],
    ['403 roleMissing', '200'],
    IN,
    ['403 roleMissing', '403 roleMissing'],
  ],
  'role-in-record': [
    IN,
    IN,
    ['- userNotLookedUp', '- databaseNotAsked'],
    ...[IN, IN],
    ['403 roleMissing', '403 roleMissing'],
  ],
  'deny-list': [
    IN,
    ['done', 'done'],
    IN,
    ['204', '204'],
    ['401 sessionUnknown', '401 tokenRevoked'],
  ],
  'refresh-rotation': [
    IN,
    ['200', '401 tokenExpired'],
    ['- slidesByItself', '200'],
    IN,
    ['204', '204'],
  ],
  'refresh-reuse': [
    IN,
    ['done', 'done'],
    ['- slidesByItself', '200'],
    ['- slidesByItself', '401 refreshReused'],
    ['- slidesByItself', '401 refreshUnknown'],
    IN,
    IN,
    ['200', '401 tokenExpired'],
  ],
  'two-tabs-refresh': [
    IN,
    ['- slidesByItself', '200'],
    ['- slidesByItself', '401 refreshReused'],
    IN,
    ['- slidesByItself', '401 refreshUnknown'],
    ['200', '401 tokenExpired'],
  ],
  'two-tabs-reads-first': [
    IN,
    ['- slidesByItself', '200'],
    ['- slidesByItself', '200'],
    IN,
    ['- slidesByItself', '200'],
    IN,
  ],
  'two-tabs-grace': [
    IN,
    ['done', 'done'],
    ['- slidesByItself', '200'],
    ['- slidesByItself', '200'],
    IN,
    ['- slidesByItself', '200'],
    ['- slidesByItself', '401 refreshReused'],
  ],
  'refresh-in-cookie': [
    IN,
    IN,
    ['done', 'done'],
    ['- slidesByItself', '200'],
    IN,
    ['- scriptCannotRead', '- scriptCannotRead'],
    ['204', '204'],
  ],
  'refresh-token-opens-pages': [
    IN,
    ['done', 'done'],
    ['200', '401 tokenExpired'],
    ['- slidesByItself', '200'],
  ],
  'refresh-token-typ': [IN, ['done', 'done'], IN, ['- slidesByItself', '401 tokenTypeWrong']],
  'other-service-token': [IN, ['401 sessionUnknown', '200']],
  'other-service-audience': [IN, ['401 sessionUnknown', '401 tokenAudienceWrong'], IN],
  'token-grows': [IN, IN, IN],
  'token-too-large-header': [IN, ['200', '431 headersTooLarge']],
  'token-too-large-cookie': [
    ['done', '- cookieRefused'],
    ['200', '401 tokenMissing'],
  ],
};

function toText({ outcome: { status, failure, idle, type } }: LaneFrame): string {
  if (idle) return `- ${idle}`;
  if (failure) return `${status} ${failure}`;
  return status === null ? type : String(status);
}

const TELLING =
  /\.(respond|whole|copy|drop|place|mark|change|boot|read|show|start|finish|first|second)$|^logout\.(request|everywhere)$/;

describe.each(SCENARIOS_BY_GROUP)('%s', (_group, scenarios) => {
  test.each(scenarios)('$id comes out as measured', async (scenario) => {
    const { frames } = await runScenario(scenario);
    const told = frames.filter((frame, i) => {
      // A login that the browser undoes tells so when it is stored.
      const refused = frames[i + 1]?.token.outcome.idle === 'cookieRefused';
      if (frame.kind === 'login.store') return frame.token.outcome.idle === 'cookieRefused';
      return TELLING.test(frame.kind) && !refused;
    });
    const pairs = told.map(({ session, token }) => [toText(session), toText(token)]);
    const wanted = EXPECTED[scenario.id].map((pair) => [...pair]);
    expect(pairs).toEqual(wanted);
  });
});

test('each ID is there once, and each has a note with a source', () => {
  const ids = SCENARIOS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(SCENARIO_NOTES)).toEqual(ids);
  for (const { short, text, sources } of Object.values(SCENARIO_NOTES)) {
    expect(short.length, short).toBeLessThanOrEqual(95);
    expect(text.length).toBeGreaterThan(80);
    expect(sources.length).toBeGreaterThan(0);
  }
});

/** Lists the statuses that a sentence names, each with the lanes it names it for: by “both”, or by the noun before it. */
function readStatuses(short: string): readonly (readonly ['session' | 'token', number])[] {
  return [...short.matchAll(/\b[2345]\d\d\b/g)].flatMap(({ 0: status, index }) => {
    const clause = short.slice(0, index).split(';').at(-1) ?? '';
    const before = short.slice(0, index);
    if (/\bboth\b/i.test(clause)) {
      return [['session', Number(status)] as const, ['token', Number(status)] as const];
    }
    const noun = (/\b(cookie|session|token)\b/.test(clause) ? clause : before)
      .match(/\b(cookie|session|token)\b/g)
      ?.at(-1);
    return [[noun === 'token' ? 'token' : 'session', Number(status)] as const];
  });
}

test.each(SCENARIOS)(
  '$id: the short answer names the statuses of the telling step',
  async (scenario) => {
    const { short } = SCENARIO_NOTES[scenario.id];
    const frame = (await runScenario(scenario)).frames[DECIDING_STEPS[scenario.id]];
    const named = readStatuses(short);
    expect(short).toMatch(/^[A-Z].*\.$/);
    const answers = [frame?.session, frame?.token].map((lane) => lane?.outcome.status ?? null);
    // Nothing is asked where a browser shows what it has.
    expect(named.length > 0, short).toBe(answers.some((status) => status !== null));
    // Whatever a lane answers is said of that lane.
    for (const lane of ['session', 'token'] as const) {
      const said = named.filter(([one]) => one === lane).map(([, status]) => status);
      const { status } = frame?.[lane].outcome ?? {};
      expect(said, short).toEqual(status === null ? [] : [status]);
    }
  },
);
