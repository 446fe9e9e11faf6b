import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const PATIENCE_MS = 10_000;

/** How a program is told that what it says ends at a terminal, though through a pipe. */
const toColor = () => (process.stdout.isTTY ? { FORCE_COLOR: '1' } : {});

/**
 * Runs a program in the project's folder and resolves to its exit code (1 when a signal ended it).
 * Its output goes where `stdio` says, by default to the terminal; or, chunk by chunk, to `say`.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions, shell?: boolean, say?: (chunk: Buffer) => void }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, stdio = 'inherit', shell = false, say } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: say ? ['ignore', 'pipe', 'pipe'] : stdio,
      shell,
      env: { ...process.env, ...(say && toColor()), ...env },
    });
    child.stdout?.on('data', say);
    child.stderr?.on('data', say);
    child.on('error', reject);
    const finish = (code) => resolve(code ?? 1);
    // What was said comes in until `close`, which never comes while some orphan holds the pipe.
    child.on('close', finish);
    child.on('exit', (code) => setTimeout(finish, PATIENCE_MS, code).unref());
  });
}

/** Runs an installed package's command-line script with this very Node. */
export function runScript(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}
