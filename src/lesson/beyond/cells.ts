import type { Frame } from '../../sim/trace.ts';
import { amendAttack, amendCrossSite } from './attackCells.ts';
import { amendLogin, amendLogout } from './loginCells.ts';
import { isTokenOut } from './parties.ts';
import type { Part } from './parts.ts';
import { amendRequest } from './requestCells.ts';
import { toRestartCells } from './restart.ts';
import { amendEnd, amendWait } from './restCells.ts';

function amendRefresh({ action, kind, token }: Frame): Part | null {
  const cells: { action?: string; result?: string } = {};
  if (action?.type === 'refresh' && action.client === 'attacker' && kind !== 'refresh.verify')
    cells.action = 'Attacker uses the refresh token';
  if (kind === 'refresh.whole')
    cells.result =
      token.outcome.allowed === null
        ? 'Nothing to refresh'
        : token.outcome.allowed
          ? 'New pair handed out'
          : 'No new token';
  return cells;
}

function amendRotate({ action }: Frame): Part | null {
  if (action?.type !== 'rotateSecret') return null;
  if (action.how === 'retire')
    return {
      action: 'Operator retires old secrets',
      session: 'Only the newest verifies',
      token: 'Only the newest verifies',
      result: 'Old signatures are void',
    };
  return null;
}

const amendUser = ({ token }: Frame): Part | null =>
  isTokenOut(token) ? null : { token: 'No token is out' };

/** By what the step's kind begins with. */
const AMENDMENTS: Readonly<Record<string, (frame: Frame) => Part | null>> = {
  login: amendLogin,
  request: amendRequest,
  logout: amendLogout,
  wait: amendWait,
  end: amendEnd,
  refresh: amendRefresh,
  rotate: amendRotate,
  restart: toRestartCells,
  ban: amendUser,
  demote: amendUser,
  crossSite: amendCrossSite,
  inject: amendAttack,
  steal: amendAttack,
  plant: amendAttack,
  replay: amendAttack,
  tamper: amendAttack,
  forge: amendAttack,
};

/** Returns the cells of a step that must be told otherwise than the walk does; `null` for none. */
export const amendCells = (frame: Frame): Part | null =>
  AMENDMENTS[frame.kind.split('.')[0] ?? '']?.(frame) ?? null;
