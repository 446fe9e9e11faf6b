import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Tells whether installing packages is ours to do: on Debian and its relatives, as root. */
function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Installs a package where that is ours to do, after saying on stderr what was not found; resolves
 * to whether it worked.
 */
export async function installByApt(name, missing) {
  if (!isDebianRoot()) return false;
  console.error(`No ${missing} found: installing ${name} (apt-get) …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 2] };
  const apt = (...args) => run('apt-get', [...args, '-qq'], options).catch(() => 1);
  await apt('update');
  return (await apt('install', '-y', '--no-install-recommends', name)) === 0;
}
