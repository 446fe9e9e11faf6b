import { afterAll } from 'vitest';

// One window serves all files: none finds the page of the one before, which listens to the keys too.
afterAll(async () => {
  const { forgetVisit } = await import('./page.tsx');
  forgetVisit();
});
