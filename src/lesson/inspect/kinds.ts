export const INSPECTION_KINDS = ['cookie', 'token', 'log'] as const;
/** What can be pasted. */
export type InspectionKind = (typeof INSPECTION_KINDS)[number];
