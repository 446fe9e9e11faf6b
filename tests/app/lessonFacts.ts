/** The cells of the execution table, letter for letter. */
export const ROWS = [
  ['User sends login request', 'No session yet', 'No token yet', 'Server receives credentials'],
  ['Server verifies credentials', 'Credentials valid?', 'Credentials valid?', 'Yes, proceed'],
  [
    'Create auth data',
    'Create session on server with user ID',
    'Create JWT token with user ID payload',
    'Auth data ready',
  ],
  [
    'Send auth data to client',
    'Send session ID cookie',
    'Send token in response body',
    'Client receives auth data',
  ],
  [
    'Client stores auth data',
    'Browser stores cookie automatically',
    'Client stores token in memory or localStorage',
    'Auth data stored',
  ],
  [
    'Client makes authenticated request',
    'Browser sends cookie automatically',
    'Client sends token in Authorization header',
    'Request sent with auth',
  ],
  [
    'Server verifies auth',
    'Check session ID in server store',
    'Verify token signature and expiry',
    'Auth verified or rejected',
  ],
  [
    'Access granted or denied',
    'Allow or deny based on session',
    'Allow or deny based on token',
    'Response sent',
  ],
  [
    'User logs out',
    'Client requests logout',
    'Client deletes token locally',
    'Session destroyed or token discarded',
  ],
  ['Server cleans up', 'Destroy session on server', 'No server cleanup needed', 'Logout complete'],
  [
    'Next request',
    'No session cookie, access denied',
    'No token sent, access denied',
    'User must login again',
  ],
  ['End', 'Session expired or destroyed', 'Token expired or deleted', 'Authentication ends'],
] as const;

export const CHECKPOINT_HEADS = [
  'Start',
  'After Step 3',
  'After Step 4',
  'After Step 6',
  'After Step 9',
  'Final',
] as const;

/** The values of the variable tracker at its checkpoints. */
export const VALUES = {
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

/** The nodes of the flow diagram: the shared head, then the branches. */
export const FLOW = {
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
