import type { Moment } from './moment.ts';

/** Tells whether a step is a server's check of what it was sent, which it has not answered yet. */
export const isVerify = ({ kind }: Pick<Moment, 'kind'>): boolean => kind.endsWith('.verify');

/** Tells whether a step has all phases of its Action in it. */
export const isWhole = ({ kind }: Pick<Moment, 'kind'>): boolean => kind.endsWith('.whole');
