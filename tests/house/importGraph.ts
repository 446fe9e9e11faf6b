import { posix } from 'node:path';
import { listImports } from './importRules.ts';

/** What each file of src imports of src, by path; which imports count depends on the question. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

interface GraphOptions {
  /** Also what is imported for its types alone, and is gone when the page runs. */
  readonly types?: boolean;
  /** Also what is loaded later, by `import()`. */
  readonly late?: boolean;
}

/** Reads who imports whom. */
export function readImportGraph(
  files: readonly string[],
  read: (path: string) => string,
  { types = false, late: countsLate = false }: GraphOptions = {},
): ImportGraph {
  const known = new Set(files);
  const toTargets = (path: string) =>
    listImports(path, read(path))
      .filter(({ typeOnly, late }) => (countsLate || !late) && (types || !typeOnly))
      .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
      .filter((target) => known.has(target));
  return new Map(files.map((path) => [path, toTargets(path)]));
}

/** Returns all that a file imports, and what that imports, and so on; itself too. */
export function listReached(graph: ImportGraph, from: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return reached;
}

/** Returns the circles of imports: sets of files that all reach each other, each sorted. */
export function findCircles(graph: ImportGraph): string[][] {
  const reached = new Map([...graph.keys()].map((path) => [path, listReached(graph, path)]));
  const circles = new Map<string, string[]>();
  for (const [path, targets] of graph) {
    const isInCircle = targets.some((target) => reached.get(target)?.has(path));
    if (!isInCircle) continue;
    const circle = [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path));
    circles.set(circle.sort().join(), circle);
  }
  return [...circles.values()];
}
