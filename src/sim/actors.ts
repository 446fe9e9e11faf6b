/** IDs of the actors that every Scenario has; what-ifs add more of each kind. */
export const CLIENT = 'client';
export const SERVER = 'server';
export const SESSION_STORE = 'sessionStore';
