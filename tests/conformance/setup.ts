import { aroundEach } from 'vitest';
import { withClock } from './harness/clock.ts';

aroundEach(withClock);
