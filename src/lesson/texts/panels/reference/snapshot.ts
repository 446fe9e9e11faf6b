export const SNAPSHOT_TITLE = 'Snapshot';
