import type { Way } from '../../player/practise/ways.ts';
import type { LatePart } from '../../ui/islands/latePart.ts';
import { toLatePart } from '../../ui/islands/latePart.ts';
import type { WayProps } from './wayProps.ts';

/** The page of each way, a file of its own. */
export const WAY_PARTS: Readonly<Record<Way, LatePart<WayProps>>> = {
  learn: toLatePart(() => import('./learn/Learn.tsx').then((m) => m.Learn)),
  why: toLatePart(() => import('./why/Why.tsx').then((m) => m.Why)),
  deep: toLatePart(() => import('./deep/Deep.tsx').then((m) => m.Deep)),
  visualize: toLatePart(() => import('./visualize/Visualize.tsx').then((m) => m.Visualize)),
  try: toLatePart(() => import('./routes/Routes.tsx').then((m) => m.Routes)),
  challenge: toLatePart(() => import('./challenge/Challenge.tsx').then((m) => m.Challenge)),
  project: toLatePart(() => import('./project/Project.tsx').then((m) => m.Project)),
  performance: toLatePart(() => import('./performance/Performance.tsx').then((m) => m.Performance)),
  review: toLatePart(() => import('./review/Review.tsx').then((m) => m.Review)),
  test: toLatePart(() => import('./test/Test.tsx').then((m) => m.Test)),
};
