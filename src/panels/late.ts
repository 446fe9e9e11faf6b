import { lazy } from 'react';
import { whenUsed } from '../ui/whenUsed.ts';

// Until then the prerendered HTML stands where they will answer.
export const CodeSample = lazy(async () => {
  await whenUsed();
  const { CodeSample } = await import('./code/CodeSample.tsx');
  return { default: CodeSample };
});
