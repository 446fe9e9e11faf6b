import type { InspectionKind } from '../../lesson/inspect/kinds.ts';
import { type LatePart, toLatePart } from '../../ui/islands/latePart.ts';

/** What is pasted into, by what it is: each a file of its own, with the engine. */
export const INSPECTION_PARTS: Readonly<Record<InspectionKind, LatePart>> = {
  cookie: toLatePart(() => import('./cookie/CookieInspection.tsx').then((m) => m.CookieInspection)),
  token: toLatePart(() => import('./token/TokenInspection.tsx').then((m) => m.TokenInspection)),
  log: toLatePart(() => import('./log/LogInspection.tsx').then((m) => m.LogInspection)),
};
