/*
 * The facts of the lesson, letter for letter: what the page must show for the walk. They are the
 * order, not a copy of the code; change them only when the lesson changes.
 */

/** The execution table: step, action, session-based, token-based, result. */
export const TABLE = [
  [1, 'User sends login request', 'No session yet', 'No token yet', 'Server receives credentials'],
  [2, 'Server verifies credentials', 'Credentials valid?', 'Credentials valid?', 'Yes, proceed'],
  [
    3,
    'Create auth data',
    'Create session on server with user ID',
    'Create JWT token with user ID payload',
    'Auth data ready',
  ],
  [
    4,
    'Send auth data to client',
    'Send session ID cookie',
    'Send token in response body',
    'Client receives auth data',
  ],
  [
    5,
    'Client stores auth data',
    'Browser stores cookie automatically',
    'Client stores token in memory or localStorage',
    'Auth data stored',
  ],
  [
    6,
    'Client makes authenticated request',
    'Browser sends cookie automatically',
    'Client sends token in Authorization header',
    'Request sent with auth',
  ],
  [
    7,
    'Server verifies auth',
    'Check session ID in server store',
    'Verify token signature and expiry',
    'Auth verified or rejected',
  ],
  [
    8,
    'Access granted or denied',
    'Allow or deny based on session',
    'Allow or deny based on token',
    'Response sent',
  ],
  [
    9,
    'User logs out',
    'Client requests logout',
    'Client deletes token locally',
    'Session destroyed or token discarded',
  ],
  [
    10,
    'Server cleans up',
    'Destroy session on server',
    'No server cleanup needed',
    'Logout complete',
  ],
  [
    11,
    'Next request',
    'No session cookie, access denied',
    'No token sent, access denied',
    'User must login again',
  ],
  [12, 'End', 'Session expired or destroyed', 'Token expired or deleted', 'Authentication ends'],
] as const;

export const TABLE_COLUMNS = [
  'Step',
  'Action',
  'Session-based Auth',
  'Token-based Auth',
  'Result',
] as const;

/** The variable tracker: its columns, and the value of each variable at each checkpoint. */
export const TRACKER_COLUMNS = [
  'Start',
  'After Step 3',
  'After Step 4',
  'After Step 6',
  'After Step 9',
  'Final',
] as const;
export const CHECKPOINT_STEPS = [0, 3, 4, 6, 9, 12] as const;
export const TRACKER = {
  sessionStore: [
    '{}',
    "{ userId: 'abc123' }",
    "{ userId: 'abc123' }",
    "{ userId: 'abc123' }",
    '{}',
    '{}',
  ],
  sessionCookie: ['none', 'none', 'set in response', 'sent with request', 'deleted', 'none'],
  token: [
    'none',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...',
    'sent in response',
    'sent in Authorization header',
    'deleted from client',
    'none',
  ],
} as const;

/** Where each variable rests in the all-steps view; steps that are not here are checkpoints. */
export const AT_REST = {
  sessionStore: {},
  sessionCookie: {
    5: 'stored in jar',
    7: 'stored in jar',
    8: 'stored in jar',
    10: 'none',
    11: 'none',
    12: 'none',
  },
  token: {
    5: 'stored in client',
    7: 'stored in client',
    8: 'stored in client',
    10: 'none',
    11: 'none',
    12: 'none',
  },
} as const;

/** The concept flow: shared head and both branches, the steps of each node by its place, and where it leads. */
export const FLOW_TEXTS = {
  shared: ['User sends login request', 'Server verifies credentials'],
  session: [
    'Create session on server',
    'Send session ID cookie',
    'Client stores cookie',
    'Server checks session ID',
    'Allow or deny access',
    'Logout',
    'Destroy session on server',
  ],
  token: [
    'Create JWT token',
    'Send token to client',
    'Client stores token',
    'Server verifies token',
    'Allow or deny access',
    'Logout',
    'Client discards token',
  ],
} as const;
export const FLOW_STEPS = {
  shared: [[1], [2]],
  branch: [[3], [4], [5], [6, 7], [8, 11], [9], [9, 10]],
} as const;
/** The step at which each node of a branch happens: what is checked at 7 is sent at 6. */
export const FLOW_AT = [3, 4, 5, 7, 8, 9, 9] as const;

/** What each key moment points at. */
export const KEY_MOMENT_CELLS = [
  {
    step: 3,
    variable: 'sessionStore',
  },
  {
    step: 6,
    variable: 'sessionCookie',
  },
  {
    step: 9,
    variable: 'sessionStore',
  },
] as const;

/** The answer of each question, and the cell that gives it. */
export const QUIZ_ANSWERS = [
  {
    answer: 0,
    cell: {
      step: 3,
      column: 'Token-based Auth',
    },
  },
  {
    answer: 1,
    cell: {
      step: 9,
      variable: 'sessionStore',
    },
  },
  {
    answer: 2,
    cell: {
      step: 6,
      variable: 'sessionCookie',
    },
  },
] as const;

/** The constants of login-to-logout. */
export const WALK = {
  origin: 'http://localhost:3000',
  start: '2026-01-01T12:00:00Z',
  username: 'ada',
  password: 'correct horse',
  userId: 'abc123',
  sessionLifetimeSeconds: 900,
  tokenLifetimeSeconds: 900,
} as const;
