import type { CodeMark } from '../../lesson/texts/http/codeFiles.ts';
import { locateMark } from '../../lesson/texts/http/codeFiles.ts';

/** Returns the indices of a file's lines that the marks cover. */
export function findMarkedLines(
  marks: readonly CodeMark[],
  file: string,
  text: string,
): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const mark of marks) {
    const found = mark.file === file ? locateMark(mark, text) : null;
    if (!found) continue;
    for (let i = found[0]; i <= found[1]; i++) lines.add(i);
  }
  return lines;
}
