import { ANSWERS } from './servers/answers.ts';
import { OPAQUE } from './servers/opaque.ts';
import { OWN_DATA } from './servers/ownData.ts';
import { PUBLISHED } from './servers/published.ts';
import { SESSIONS } from './servers/sessions.ts';
import { SEVERAL_COOKIES } from './servers/severalCookies.ts';
import { SHAPES } from './servers/shapes.ts';
import { SIGNED_DATA } from './servers/signedData.ts';
import { TOKENS } from './servers/tokens.ts';
import { testServers } from './suite.ts';

testServers([
  ...OPAQUE,
  ...OWN_DATA,
  ...ANSWERS,
  ...SESSIONS,
  ...TOKENS,
  ...SHAPES,
  ...PUBLISHED,
  ...SEVERAL_COOKIES,
  ...SIGNED_DATA,
]);
