import { expect, test } from 'vitest';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { CORNERS } from '../sim/corners.ts';
import { findDifferences } from './harness/player.ts';

/** So long that only what hangs is stopped. */
const TIMEOUT_MS = 300_000;

test.each(Object.entries(CORNERS))(
  'the golden trace of the corner %s is what real servers send',
  async (_name, { patch, actions }) => {
    expect(await findDifferences({ settings: changeSettings(patch), actions })).toEqual([]);
  },
  TIMEOUT_MS,
);
