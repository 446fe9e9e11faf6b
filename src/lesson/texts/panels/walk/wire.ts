export const WIRE_TEXTS = {
  title: 'HTTP messages',
  box: 'Messages of this step',
  none: 'Nothing is sent in this lane at this step.',
  request: 'Request',
  response: 'Response',
  storeCall: 'Store call, not HTTP',
  console: 'Console of the browser',
  copyText: 'Copy as text',
  copyCurl: 'Copy as curl',
  /** Says what the messages were compared with, and what a browser would add. */
  sayChecked: (versions: readonly string[]) =>
    `Checked byte for byte against ${versions.join(', ')}. Requests show the fields that the client’s own code and the jar set; a browser adds more (User-Agent, Accept, Sec-Fetch-Site …). Fields of the connection (Connection, Keep-Alive) are left out. Both lanes play on one origin; of the servers to take home, the token server listens on port 3001.`,
} as const;
