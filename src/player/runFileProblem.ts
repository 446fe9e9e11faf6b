import type { Problem } from '../sim/check/problem.ts';

/** Says why a file was not opened: the first thing that is wrong, where it is, and how many more there are. */
export function toFileProblem([first, ...more]: readonly Problem[]): string {
  if (!first) return 'The file was not opened.';
  const { path, message, position } = first;
  const place = [path, position === undefined ? '' : `character ${position + 1}`]
    .filter(Boolean)
    .join(', ');
  const rest = more.length === 0 ? '' : ` And ${more.length} more.`;
  return `The file was not opened. ${place ? `${place}: ` : ''}${message}${rest}`;
}
