import { DISCOVERY } from './servers/discovery.ts';
import { testServers } from './suite.ts';

testServers(DISCOVERY);
