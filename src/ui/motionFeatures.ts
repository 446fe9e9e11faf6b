import { layout } from 'virtual:motion-layout';
import type { FeatureBundle } from 'framer-motion';
import { domMin } from 'framer-motion';

/** What the page uses of framer-motion: animation, and layout for the credential that moves. */
const features: FeatureBundle = { ...domMin, ...layout };

export default features;
