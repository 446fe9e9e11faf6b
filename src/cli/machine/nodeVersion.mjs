// Read by Nodes of any age: nothing newer than ES2017 here, and no import.

/** Tells whether AuthTrace runs on a Node version: ^20.19 || >=22.12, as in package.json. */
export function isSupportedNode(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Returns the one sentence for a Node that is too old, or `null` when the version will do. */
export function toNodeComplaint(version) {
  if (isSupportedNode(version)) return null;
  return `AuthTrace needs Node 20.19 or newer in line 20, or 22.12 or newer; this is Node ${version}: install a current one from https://nodejs.org and try again.`;
}
