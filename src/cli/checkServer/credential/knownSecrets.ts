/** Secrets that stand in many public repositories, tutorials and answers. */
const PUBLISHED = [
  ...['secret', 'mysecret', 'my secret', 'my-secret', 'my_secret', 'supersecret', 'super secret'],
  ...['super-secret', 'super_secret', 'supersecretkey', 'super-secret-key', 'super_secret_key'],
  ...['topsecret', 'top secret', 'top-secret', 'top_secret', 'verysecret', 'very-secret'],
  ...['secretkey', 'secret key', 'secret-key', 'secret_key', 'mysecretkey', 'my-secret-key'],
  ...['my_secret_key', 'yoursecret', 'your-secret', 'your_secret', 'your secret', 'yoursecretkey'],
  ...['your-secret-key', 'your_secret_key', 'your-secret-here', 'your_secret_here', 'thesecret'],
  ...['your_secret_key_here', 'your-secret-key-here', 'your-super-secret-key', 'some secret'],
  ...['your-super-secret-key-here', 'your_super_secret_key', 'supersecretkey123', 'somesecret'],
  ...['your-256-bit-secret', 'your-384-bit-secret', 'your-512-bit-secret', 'some-secret'],
  ...['a-string-secret-at-least-256-bits-long', 'a-string-secret-at-least-512-bits-long'],
  ...['jwt-secret', 'jwt_secret', 'jwtsecret', 'jwt secret', 'jwtsecretkey', 'jwt-secret-key'],
  ...['jwt_secret_key', 'jwtprivatekey', 'jwtkey', 'jwt-key', 'jwt_key', 'jwt', 'jsonwebtoken'],
  ...['my_jwt_secret', 'my-jwt-secret', 'your_jwt_secret', 'your-jwt-secret', 'myjwtsecret'],
  ...[
    'your_jwt_secret_key',
    'your-jwt-secret-key',
    'your_jwt_secret_here',
    'your_jwt_secret_key_here',
  ],
  ...['your_jwt_super_secret_key_here', 'your-super-secret-jwt-key', 'your_super_secret_jwt_key'],
  ...['your_super_secret_jwt_key_change_this_in_production', 'jwt-access-token-secret-key'],
  ...['your-super-secret-jwt-key-change-this-in-production', 'process.env.JWT_SECRET'],
  ...['access-secret', 'access_secret', 'accesstokensecret', 'access_token_secret', 'accesstoken'],
  ...['refresh-secret', 'refresh_secret', 'refreshtokensecret', 'refresh_token_secret'],
  ...['token', 'tokensecret', 'token-secret', 'token_secret', 'auth-secret', 'auth_secret'],
  ...['session-secret', 'session_secret', 'session secret', 'sessionsecret', 'session secret key'],
  ...['cookie-secret', 'cookie_secret', 'cookiesecret', 'app-secret', 'app_secret', 'appsecret'],
  ...['keyboard cat', 'keyboardcat', 'keyboard-cat', 'keyboard_cat', 'cats', 'cat', 'shhhhh'],
  ...['shhhhhhared-secret', 'shhh', 'shhhh', 'ssshhhhh', 'fallback-secret', 'fallback_secret'],
  ...['change-me', 'changeme', 'change_me', 'change me', 'changethis', 'change_this', 'replace-me'],
  ...['change-this', 'replace_me', 'change_this_secret', 'change-this-secret', 'changeit'],
  ...['change_this_secret_in_production', 'change-this-secret-in-production', 'default'],
  ...['change-me-in-production', 'change_me_in_production', 'default-secret', 'default_secret'],
  ...['dev', 'dev-secret', 'dev_secret', 'devsecret', 'development', 'development-secret'],
  ...['test', 'test-secret', 'test_secret', 'testsecret', 'testing', 'demo', 'demo-secret'],
  ...['example', 'example-secret', 'any_secret_here', 'foo', 'bar', 'foobar', 'abc', 'abc123'],
  ...['key', 'mykey', 'my key', 'my-key', 'privatekey', 'private-key', 'private_key', 'private'],
  ...['hello', 'helloworld', 'hello world', 'passport', 'passport-tutorial', 'express', 'node'],
  ...['nodejs', 'koa', 'fastify', 'nestjs', 'hono', 'react', 'admin', 'root', 'user', 'qwerty'],
  ...['password', 'password123', 'passw0rd', 'pass', 'p@ssw0rd', 'letmein', '1', '123', '1234'],
  ...['12345', '123456', '1234567', '12345678', '123456789', '1234567890', 'secret123'],
  ...['mysecret123', 'secretsecret', 'a secret', 'the secret', 'it is a secret', 'not a secret'],
  ...['this is a secret', 'thisisasecret', 'this-is-a-secret', 'this_is_a_secret', 'i love cats'],
  ...['a secret with minimum length of 32 characters', 'averylogphrasebiggerthanthirtytwochars'],
  ...['some secret hurr', 'some-secret-key', 'newsecret', 'im a newer secret', 'i like turtle'],
  ...['your-session-secret', 'your_session_secret', 'my-session-secret', 'shhhh, very secret'],
  ...[
    'your-cookie-secret',
    'your_cookie_secret',
    'ngEurope rocks!',
    'cNaoPYAwF60HZJzkcNaoPYAwF60HZJzk',
  ],
  ...['key1', 'key2', 'it-is-very-secret', 'complex_password_at_least_32_characters_long'],
  ...['bezkoder-secret-key', 'RANDOM-TOKEN', 'mysecrettoken', 'thisismysecret', 'hunter2'],
  ...['jwtSecret', 'superSecret'],
  ...['mySecretKey123', 'changeme123'],
  // FastAPI, NestJS, and a tutorial by Jason Watmore.
  '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7',
  'DO NOT USE THIS VALUE. INSTEAD, CREATE A COMPLEX SECRET AND KEEP IT SAFE OUTSIDE OF THE SOURCE CODE.',
  'THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING',
  // What an unset variable turns into.
  ...['undefined', 'null', '', 'NaN', '[object Object]'],
];

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
const toTitle = (text: string) => text.replace(/[a-z\d]+/gi, capitalize);

/** The published secrets in every letter case that people write them in. */
export const KNOWN_SECRETS: readonly string[] = [
  ...new Set(
    PUBLISHED.flatMap((secret) => [
      ...[secret, secret.toLowerCase(), secret.toUpperCase()],
      ...[capitalize(secret), toTitle(secret)],
    ]),
  ),
];
