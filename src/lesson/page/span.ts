interface Span {
  readonly from: number;
  readonly to: number;
}

/** Says which steps of a long run are shown. */
export function formatSpan({ from, to }: Span, lastStep: number): string {
  const first = from === 0 ? 'Start to step' : `Steps ${from} to`;
  return `${first} ${to} of ${lastStep}: those around the current step.`;
}
