import { quote } from './quote.ts';

export interface ReadStep {
  readonly step: number;
  readonly notices: readonly string[];
}

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** Reads a step in ASCII digits as the nearest step from 0 to `lastStep`; a missing one is 0. */
export function readStep(text: string | undefined, lastStep: number): ReadStep {
  if (text === undefined) return { step: 0, notices: [] };
  if (!NUMBER.test(text)) {
    return { step: 0, notices: [`The step ${quote(text)} is no number, so this is the start.`] };
  }
  const asked = Number(text);
  if (text.startsWith('-')) {
    return { step: 0, notices: [`There is no step ${quote(text)}, so this is the start.`] };
  }
  if (asked > lastStep) {
    return {
      step: lastStep,
      notices: [`There is no step ${quote(text)}, so this is the last one, ${lastStep}.`],
    };
  }
  const step = Math.round(asked);
  if (text.includes('.') && asked !== step) {
    return { step, notices: [`There is no step ${quote(text)}, so this is step ${step}.`] };
  }
  return { step, notices: [] };
}
