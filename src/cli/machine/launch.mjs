// The door of every command. It and nodeVersion.mjs are parsed before the version is known, so they
// keep to old syntax; whatever is newer is imported after the check.
import { toNodeComplaint } from './nodeVersion.mjs';

/**
 * Runs a command: checks Node, installs missing packages, then calls `main` with the arguments.
 * A Complaint ends in its sentence alone, an exit code of 1 and no stack.
 */
export async function launch(main) {
  const complaint = toNodeComplaint(process.versions.node);
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  try {
    const install = await import('./install.mjs');
    await install.installMissing();
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.isComplaint ? error.message : error);
    process.exitCode = 1;
  }
}
