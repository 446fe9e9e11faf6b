import base from './playwright.config.ts';
export default { ...base, timeout: 120_000, expect: { timeout: 10_000 }, reporter: [['line']] };
