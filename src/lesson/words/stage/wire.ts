import type { Strategy } from '../../../sim/strategy.ts';
import type { Moment } from '../../read/moment.ts';
import type { Cargo, TrackFacts, Vehicle } from '../../read/stage/wire.ts';
import { readWire } from '../../read/stage/wire.ts';
import type { CargoTelling, TrackTelling, WireTelling } from '../../telling.ts';
import { labelCredential } from '../credential/credentialLabel.ts';
import { nameEnd, sayWireLabel } from '../lane/wireText.ts';
import { capitalize } from '../names.ts';
import { toChipSize } from './chipSize.ts';

/** Says what a message carries: a credential as what it is, anything else in a word or two. */
function sayCargo(cargo: Cargo, strategy: Strategy): CargoTelling {
  switch (cargo.type) {
    case 'credential':
      return { label: labelCredential(cargo.value, strategy), ...toChipSize(cargo.value) };
    // A status code is what is on the wire, and no verdict: the badge says whether that is good.
    case 'status':
      return String(cargo.status);
    case 'password':
      return 'password';
    case 'nothing':
      return 'no credential';
  }
}

/** Names the part of a message that carries the credential. */
const VEHICLES: Readonly<Record<Vehicle, string>> = {
  body: 'in the JSON body',
  Cookie: 'in Cookie',
  Authorization: 'in Authorization',
  'Set-Cookie': 'in Set-Cookie',
  expiredCookie: 'Set-Cookie: expired',
};

type Crossing = Extract<TrackFacts, { type: 'crossing' }>;

/** Names it, and what goes along beside the credential: in few words, for the wire is short. */
function sayVehicle(vehicle: Vehicle, { withPassword, withRefresh }: Crossing): string {
  if (withPassword) return `${vehicle}, password in body`;
  switch (withRefresh) {
    case 'body':
      return vehicle === 'body' ? 'body, refresh token too' : `${vehicle}, refresh in body`;
    case 'Set-Cookie':
      return `${vehicle}, refresh in cookie`;
    case null:
      return VEHICLES[vehicle];
  }
}

const QUIET: TrackTelling = {
  state: 'quiet',
  route: '',
  label: '',
  cargo: null,
  vehicle: '',
  second: false,
};

function sayTrack(track: TrackFacts, strategy: Strategy): TrackTelling {
  if (track.type === 'quiet') return QUIET;
  const { type, line, route, toSecond, second } = track;
  const isCrossing = type === 'crossing';
  const vehicle = isCrossing && track.vehicle ? [sayVehicle(track.vehicle, track)] : [];
  return {
    state: type,
    route: `${capitalize(nameEnd(route.from))} to ${nameEnd(route.to)}:`,
    label: sayWireLabel(line),
    cargo: isCrossing && track.cargo ? sayCargo(track.cargo, strategy) : null,
    vehicle: [...vehicle, ...(toSecond ? ['to server B'] : [])].join(', '),
    second,
  };
}

/** Says what crosses the wire in a step, or has crossed it and waits for its answer. */
export function sayWire(moment: Moment): WireTelling {
  const { fromBelow, folded, request, response } = readWire(moment);
  return {
    fromBelow,
    folded,
    request: sayTrack(request, moment.strategy),
    response: sayTrack(response, moment.strategy),
  };
}
