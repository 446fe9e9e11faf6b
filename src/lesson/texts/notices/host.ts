/** What there is to say of the learning platform that has opened the page. */
export const LMS_NOTICES = {
  absent:
    'No learning platform answers, so your place and your score are not reported. All else works.',
  refused:
    'The learning platform did not take your score. Check the answer again later, or tell your teacher.',
  over: 'The learning platform has closed this lesson. Open it there again, so that it counts.',
} as const;
