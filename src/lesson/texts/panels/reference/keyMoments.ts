export const KEY_MOMENTS_TEXTS = {
  title: 'Key moments',
  saySee: (variable: string, step: number) => `See ${variable} at step ${step}`,
} as const;
