// Before npm pack: makes one file of check-server, which needs neither tsx nor a package.

import { launch } from './machine/launch.mjs';

launch(async () => {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { tsImport } = await import('tsx/esm/api');
  const { CACHE, ROOT } = await import('./machine/paths.mjs');
  const { packCheckServer } = await tsImport('../build/checkServerFile.ts', import.meta.url);
  const packed = join(CACHE, 'packed');
  await mkdir(packed, { recursive: true });
  await writeFile(join(packed, 'checkServer.mjs'), await packCheckServer(ROOT));
});
