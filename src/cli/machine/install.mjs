import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from './complaint.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * Tells whether node_modules holds what package-lock.json asks for, by npm's own record of what it
 * installed there. Optional packages may be absent: they are for other platforms.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const agrees = ([path, { version, integrity, optional }]) => {
    const found = present[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  };
  const { dependencies, devDependencies } = wanted[''] ?? {};
  // The record outlives a folder that was deleted by hand.
  const isThere = (name) => existsSync(join(root, 'node_modules', name, 'package.json'));
  return (
    Object.keys({ ...dependencies, ...devDependencies }).every(isThere) &&
    Object.entries(wanted)
      .filter(([path]) => path !== '')
      .every(agrees)
  );
}

/** Runs `npm ci` unless all is there. All output goes to stderr: stdout belongs to the command. */
export async function installMissing(root = ROOT) {
  if (isInstalled(root)) return;
  console.error('Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const stdio = ['ignore', 2, 2];
  const windows = process.platform === 'win32';
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { stdio })
    : await run('npm', args, { stdio, shell: windows }).catch(() => 1);
  if (code !== 0) {
    throw new Complaint(
      'The packages could not be installed: npm ci failed, so see above, check the network and try again.',
    );
  }
}
