import type { Strategy } from '../../sim/strategy.ts';
import { LANE_NAMES } from './lanes.ts';

/** What exported files say, and the menu in which they are chosen. */
export const EXPORT_TEXTS = {
  sayTitle: (title: string, strategy: Strategy) => `${LANE_NAMES[strategy]}: ${title}`,
  sayStep: (step: number, title: string) => `Step ${step}: ${title}`,
  demoSecrets: 'Made by AuthTrace. All secrets and credentials in it are those of a demo.',
  start: 'Start',
  headings: ['Step', 'Action', LANE_NAMES.session, LANE_NAMES.token, 'Result'],
  noAnswer: 'no answer',
} as const;
