import type { HeaderField } from '../message.ts';
import type { Settings } from '../settings.ts';

/** Makes the fields that say what caches may do with an answer: nothing, where the Scenario does not say otherwise. @see RFC 9111 section 5.2.2.5 */
export const toCacheFields = ({ noStore = true }: Settings): readonly HeaderField[] =>
  noStore ? [['Cache-Control', 'no-store']] : [];
