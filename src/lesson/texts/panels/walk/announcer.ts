export const ANNOUNCER_NAME = 'Announcements';
