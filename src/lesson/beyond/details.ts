import type { StepKind } from '../../sim/action.ts';
import type { Detail } from '../details.ts';
import { toCopy, toRequestLine, toVerdict } from '../details.ts';
import { formatCount } from '../format.ts';

const toLoot: Detail = ({ state }) =>
  `attacker holds ${formatCount(state.clients.attacker?.loot.length ?? 0, 'credential')}`;

const toSecrets: Detail = ({ state }) =>
  formatCount(state.servers.server?.secrets.length ?? 0, 'secret');

/** The facts of steps that the walk does not have. */
export const WHAT_IF_DETAILS: Readonly<Partial<Record<StepKind, Detail>>> = {
  'steal.copy': toLoot,
  'inject.read': toLoot,
  'plant.place': toLoot,
  'rotate.change': toSecrets,
  'restart.boot': toSecrets,
  'forget.drop': toCopy,
  'refresh.send': toRequestLine,
  'refresh.respond': toVerdict,
  'refresh.whole': toVerdict,
};
