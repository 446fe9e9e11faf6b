import { SESSION_CASES } from './frameworks/sessionCases.ts';
import { STATELESS_CASES } from './frameworks/statelessCases.ts';
import { testServers } from './suite.ts';

testServers([...SESSION_CASES, ...STATELESS_CASES]);
