// npm run check: types, lint and format, without changing a file.
import { launch } from './machine/launch.mjs';

launch(async () => {
  const { CHECKS } = await import('./test/checks.mjs');
  const verdicts = [];
  for (const { name, run } of CHECKS) {
    const passed = (await run()) === 0;
    verdicts.push(`${name}: ${passed ? 'passed' : 'failed'}`);
    if (!passed) process.exitCode = 1;
  }
  console.log(verdicts.join('\n'));
});
