function toPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints the median and the 95th percentile of times in milliseconds; returns the median. */
export function print(label: string, times: readonly number[]): number {
  const median = toPercentile(times, 0.5);
  const p95 = toPercentile(times, 0.95);
  console.log(`  ${label.padEnd(22)} median ${median.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms`);
  return median;
}
