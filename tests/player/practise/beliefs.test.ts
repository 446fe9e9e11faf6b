import { describe, expect, it } from 'vitest';
import { BELIEF_IDS, isSo } from '../../../src/lesson/exercises/beliefs.ts';
import { makeBelief } from '../../../src/player/practise/runs/makeBelief.ts';

describe('what is said of both', () => {
  it('is true often enough that no answer wins by itself, and in no order', () => {
    const truths = BELIEF_IDS.map(isSo);
    expect(truths.filter(Boolean).length).toBeGreaterThanOrEqual(3);
    expect(truths.filter((one) => !one)).toHaveLength(8);
    expect(truths.lastIndexOf(true)).toBeGreaterThan(truths.indexOf(false));
    expect(truths.lastIndexOf(false)).toBeGreaterThan(truths.indexOf(true));
  });

  it.each([
    ['password-leaves-token', 'both'],
    ['cookie-token-csrf', 'both'],
    ['deploy-logs-out', 'token'],
    ['copied-role-stays', 'token'],
  ] as const)('%s: the run lets in %s, as the engine says', async (id, right) => {
    expect((await makeBelief(id)).exercise.question.right).toBe(right);
  });

  it('a secret several times as long signs a token with the same exp', async () => {
    const { secrets } = await makeBelief('long-secret-lasts');
    const [own, longer] = secrets ?? [];
    expect(longer?.length).toBeGreaterThanOrEqual(3 * (own?.length ?? 0));
    expect(own?.exp).toMatch(/\d/);
    expect(longer?.exp).toBe(own?.exp);
  });
});
