/** How one language, or one family of servers, names what a login needs. */
export interface Habit {
  /** Tells it by the path of the login. */
  readonly isOf: RegExp;
  readonly logins: readonly string[];
  readonly logouts: readonly string[];
  readonly profiles: readonly string[];
  readonly usernames: readonly string[];
  readonly passwords: readonly string[];
}

/** The likeliest first, each without its accents in a path. */
const HABITS: readonly Habit[] = [
  {
    isOf: /anmeld|einlogg/i,
    logins: ['/anmelden', '/anmeldung', '/einloggen'],
    logouts: ['/abmelden', '/ausloggen'],
    profiles: ['/profil', '/konto', '/mein-konto'],
    usernames: ['benutzername', 'benutzer'],
    passwords: ['passwort', 'kennwort'],
  },
  {
    isOf: /conne(?:x|ct)/i,
    logins: ['/connexion', '/se-connecter'],
    logouts: ['/deconnexion', '/se-deconnecter'],
    profiles: ['/profil', '/compte', '/mon-compte'],
    usernames: ['identifiant', 'nom_utilisateur', 'utilisateur', 'pseudo', 'courriel'],
    passwords: ['mot_de_passe', 'motDePasse', 'motdepasse', 'mdp'],
  },
  {
    isOf: /sesion|ingres|acceder/i,
    logins: ['/iniciar-sesion', '/ingresar', '/acceder'],
    logouts: ['/cerrar-sesion', '/salir'],
    profiles: ['/perfil', '/cuenta', '/mi-cuenta'],
    usernames: ['usuario', 'correo', 'nombre_usuario'],
    passwords: ['contrasena', 'contraseña', 'clave'],
  },
  {
    isOf: /entrar/i,
    logins: ['/entrar'],
    logouts: ['/sair'],
    profiles: ['/perfil', '/conta', '/minha-conta'],
    usernames: ['usuario', 'usuário', 'nome_usuario'],
    passwords: ['senha'],
  },
  {
    isOf: /acce(?:di|sso)/i,
    logins: ['/accedi', '/accesso'],
    logouts: ['/esci', '/disconnetti'],
    profiles: ['/profilo'],
    usernames: ['utente', 'nome_utente', 'nomeUtente'],
    passwords: ['password', 'parola_chiave'],
  },
  {
    isOf: /inlogg|aanmeld/i,
    logins: ['/inloggen', '/aanmelden'],
    logouts: ['/uitloggen', '/afmelden'],
    profiles: ['/profiel', '/mijn-account'],
    usernames: ['gebruikersnaam', 'gebruiker'],
    passwords: ['wachtwoord'],
  },
  {
    // Java servlets. @see Jakarta Servlet 6.0, section 13.6.3
    isOf: /j_security_check/,
    logins: ['/j_security_check'],
    logouts: [],
    profiles: [],
    usernames: ['j_username'],
    passwords: ['j_password'],
  },
];

const list = (read: (habit: Habit) => readonly string[]) => [...new Set(HABITS.flatMap(read))];

const withApi = (paths: readonly string[]) => paths.flatMap((path) => [path, `/api${path}`]);

export const OTHER_LOGIN_PATHS = withApi(list(({ logins }) => logins));
export const OTHER_LOGOUT_PATHS = withApi(list(({ logouts }) => logouts));
export const OTHER_PROFILE_PATHS = withApi(list(({ profiles }) => profiles));

/** Names by which bodies call a user, besides the usual two. */
export const RARE_NAMES = [
  ...['login', 'identifier', 'identity', 'user', 'name', 'account', 'userName', 'emailAddress'],
  ...['user_name', 'user_login'],
];

/** All names that a refusal may ask for. */
export const KNOWN_NAMES = [
  ...['username', 'email', ...RARE_NAMES, 'email_address', 'userEmail', 'user_email', 'mail'],
  ...['userId', 'user_id', 'userid', 'loginId', 'login_id', 'uname', 'nickname', 'handle', 'phone'],
  ...list(({ usernames }) => usernames),
];
export const KNOWN_PASSWORDS = [
  ...['password', 'pass', 'passwd', 'pwd', 'userPassword', 'user_password', 'passcode', 'secret'],
  ...list(({ passwords }) => passwords),
];

/** Lists the names of a user that go with a name of the password. */
export const listNamesBeside = (password: string): readonly string[] =>
  password === 'password'
    ? []
    : HABITS.flatMap(({ passwords, usernames }) => (passwords.includes(password) ? usernames : []));

/** Returns how a login at this path names its fields; `null` where it is English. */
export const findHabit = (path: string): Habit | null =>
  HABITS.find(({ isOf }) => isOf.test(toPlain(path))) ?? null;

/** Takes accents and percent signs out of a text, so that a word is found however it is written. */
export function toPlain(text: string): string {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // It holds percent signs of its own.
  }
  return decoded.normalize('NFD').replace(/\p{M}/gu, '');
}

const LOGIN_LINK =
  /log[-_ ]?in|sign[-_ ]?in|anmeld|einlogg|(?<![a-z])connexion|(?<![a-z])connect(?:er|ez)|inici(?:ar|o)[-_ ](?:de[-_ ])?sesion|(?<![a-z])(?:ingresar|acceder|entrar|accedi|accesso)(?![a-z])|inlogg|aanmeld/i;
const LOGIN = /log[-_ ]?(?:in|on)|sign[-_ ]?(?:in|on)|session|auth/i;
const LOGOUT =
  /log[-_ ]?out|sign[-_ ]?out|(?<![a-z])(?:log|sign)[-_ ]?off(?![a-z])|abmeld|auslogg|deconne(?:x|ct)|cerrar[-_ ]?sesion|(?<![a-z])(?:salir|sair|esci)(?![a-z])|disconnett|uitlogg|afmeld/i;
const REGISTER =
  /regist|sign[-_ ]?up|(?:create|new)[-_ ](?:an? )?(?:account|user)|enrol|subscribe|inscri|iscri|cadastr|cre(?:er|ar?)[-_ ](?:un )?(?:compte|cuenta|account)|criar[-_ ]conta|konto[-_ ](?:erstell|anleg)|account[-_ ]aanmaken/i;
const CHANGE =
  /forgot|reset|recover|create|join|change|delete|remove|newsletter|vergess|vergeten|zurucksetz|oubli|olvid|recuper|esquec|dimentic/i;
const ACCOUNT =
  /account|profile|dashboard|member|my[-_ ]|konto|compte|cuenta|conta(?![a-z])|perfil|profil|mijn/i;

const toTest = (...words: readonly RegExp[]) => {
  return (text: string): boolean => words.some((each) => each.test(toPlain(text)));
};

/** Whether a link leads to a login. */
export const saysLoginLink = toTest(LOGIN_LINK);
/** Whether an address or a form is that of a login. */
export const saysLogin = toTest(LOGIN, LOGIN_LINK);
export const saysLogout = toTest(LOGOUT);
export const saysRegister = toTest(REGISTER);
export const saysChange = toTest(CHANGE);
/** Whether a link leads to what only a user may get. */
export const saysAccount = toTest(ACCOUNT);
