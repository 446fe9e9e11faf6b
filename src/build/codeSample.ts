import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { highlight } from './highlight.ts';

export const REFERENCE_FILES = [
  'src/reference/sessionServer.js',
  'src/reference/tokenServer.js',
  'src/reference/refreshTokens.js',
  'src/reference/client.js',
];

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes the module `virtual:code-sample` for files given by their paths. The text is put together
 * from the lines in the browser, which halves the module. Missing files are left out on request.
 * @throws Error for a file that is missing, or whose lines would not give its bytes back.
 */
export async function writeCodeSample(paths: readonly string[], skipMissing: boolean) {
  const files: Record<string, unknown> = {};
  for (const path of paths) {
    const text = await readOrNull(path);
    if (text === null && skipMissing) continue;
    if (text === null) throw new Error(`the code sample needs ${path}`);
    const lines = highlight(text);
    const again = lines.map((line) => `${line.map(([, part]) => part).join('')}\n`).join('');
    if (again !== text) throw new Error(`${path} must end its lines, the last included, with \\n`);
    files[basename(path)] = lines;
  }
  const json = JSON.stringify(JSON.stringify(files));
  return `const toText = (lines) => lines.map((line) => line.map(([, part]) => part).join('') + '\\n').join('');
export default Object.fromEntries(
  Object.entries(JSON.parse(${json})).map(([name, lines]) => [name, { text: toText(lines), lines }]),
);
`;
}
