import { INSPECTION_KINDS, type InspectionKind } from '../../lesson/inspect/kinds.ts';

/** How an address names it: `way=inspect`, `way=inspect/cookie`. */
const NAME = 'inspect';

/** Reads what is to be pasted; `null` where the address names no inspection. Without a kind it is the first. */
export function readInspection(way: string | null): InspectionKind | null {
  if (way === NAME) return INSPECTION_KINDS[0];
  return INSPECTION_KINDS.find((kind) => way === `${NAME}/${kind}`) ?? null;
}

/** Writes it as an address names it. */
export const toInspection = (kind: InspectionKind): string => `${NAME}/${kind}`;
