import { ADDRESS_NOTICES } from '../../lesson/texts/notices/address.ts';
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
    return { step: 0, notices: [ADDRESS_NOTICES.sayNoNumber(quote(text))] };
  }
  const asked = Number(text);
  if (text.startsWith('-')) {
    return { step: 0, notices: [ADDRESS_NOTICES.sayBeforeStart(quote(text))] };
  }
  if (asked > lastStep) {
    return {
      step: lastStep,
      notices: [ADDRESS_NOTICES.sayPastEnd(quote(text), lastStep)],
    };
  }
  const step = Math.round(asked);
  if (text.includes('.') && asked !== step) {
    return { step, notices: [ADDRESS_NOTICES.sayBetween(quote(text), step)] };
  }
  return { step, notices: [] };
}
