export { CodeSample } from './code/CodeSample.tsx';
