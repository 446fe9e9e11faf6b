/** Secrets out of tutorials and answers, and what an unset variable turns into. */
export const KNOWN_SECRETS = [
  ...['secret', 'mysecret', 'my-secret', 'my_secret', 'supersecret', 'super-secret', 'topsecret'],
  ...['secretkey', 'secret-key', 'secret_key', 'your-secret', 'your-secret-key', 'your_secret_key'],
  ...['your-256-bit-secret', 'a-string-secret-at-least-256-bits-long', 'jwt-secret', 'jwt_secret'],
  ...['jwtsecret', 'JWT_SECRET', 'SECRET', 'SECRET_KEY', 'keyboard cat', 'shhhhh', 'changeme'],
  ...['change-me', 'password', '123456', 'test', 'dev', 'key', 'session-secret'],
  ...['undefined', 'null'],
];
