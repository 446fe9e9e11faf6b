import { PUBLISHED } from './servers/published.ts';
import { SESSIONS } from './servers/sessions.ts';
import { SHAPES } from './servers/shapes.ts';
import { TOKENS } from './servers/tokens.ts';
import { testServers } from './suite.ts';

testServers([...SESSIONS, ...TOKENS, ...SHAPES, ...PUBLISHED]);
