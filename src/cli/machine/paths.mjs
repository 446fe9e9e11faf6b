import { fileURLToPath } from 'node:url';

const toPath = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of package.json. */
export const ROOT = toPath('../../../').replace(/[\\/]$/, '');
/** Where `vite build` puts the page. */
export const DIST = toPath('../../../dist');
/** What commands leave behind; ignored by git. */
export const CACHE = toPath('../../../.cache');
