import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * Runs a program in the project's folder and resolves to its exit code (1 when a signal ended it).
 * Its output goes where `stdio` says, by default to the terminal.
 */
export function run(program, args, { env = {}, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio,
      shell,
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs an installed package's command-line script with this very Node. */
export function runScript(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}
