import { aroundEach } from 'vitest';
import { withClock } from './harness/clock.ts';
import './harness/hashOnce.ts';

aroundEach(withClock);
