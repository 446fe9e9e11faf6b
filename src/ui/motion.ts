import type { Transition } from 'framer-motion';

/** A credential on its way from one place to the next. */
export const TRAVEL: Transition = { duration: 0.24, ease: [0.3, 0, 0.1, 1] };

/** No motion: where moving would tell a lie. */
export const STILL: Transition = { duration: 0 };

/** Loads framer-motion's features; called after the first paint. */
export const loadMotionFeatures = () => import('./motionFeatures.ts').then((m) => m.default);
