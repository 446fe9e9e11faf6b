import {
  clearsCookie,
  readGivenCredential,
  readSentCredential,
  sendsTokenCookie,
  setsTokenCookie,
} from '../../lesson/facts.ts';
import type { Scene } from '../../lesson/scene.ts';
import { readTraffic } from '../../lesson/scene.ts';
import { toWireLabel } from '../../lesson/wireText.ts';
import type { Message } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { CredentialSlot } from './CredentialSlot.tsx';
import styles from './Wire.module.css';
import turns from './WireTurns.module.css';

interface WireProps {
  strategy: Strategy;
  lane: LaneFrame;
  scene: Scene;
  step: number;
}

interface TrackProps {
  direction: 'request' | 'response';
  message: Message | null;
  /** Arrived earlier and not answered yet. */
  delivered?: Message | null;
  /** Whether the credential rides on it. */
  carries: boolean;
  strategy: Strategy;
  step: number;
}

/** What a message carries, in a word or two, when it is not the credential itself. */
function toCargo(message: Message, strategy: Strategy): string {
  if (message.kind === 'response') return String(message.status);
  if (message.body?.includes('"password"')) return 'password';
  if (message.body?.includes('"refreshToken"')) return 'refresh token';
  if (readSentCredential(message, strategy))
    return strategy === 'session' ? 'with cookie' : 'with token';
  return 'no credential';
}

/** Names the part of a message that carries the credential; empty when none does. */
function toVehicle(message: Message, strategy: Strategy, carries: boolean): string {
  const isRequest = message.kind === 'request';
  // A password or a refresh token, unless it is the credential beside it that is drawn.
  if (isRequest && !carries && message.body?.startsWith('{')) return 'in the JSON body';
  if (isRequest && !readSentCredential(message, strategy)) return '';
  if (isRequest)
    return strategy === 'session' || sendsTokenCookie(message) ? 'in Cookie' : 'in Authorization';
  if (clearsCookie(message)) return 'Set-Cookie: expired';
  if (!readGivenCredential(message, strategy)) return '';
  return strategy === 'session' || setsTokenCookie(message) ? 'in Set-Cookie' : 'in the JSON body';
}

/** Says what carries the credential, and where the message goes when that is not the one server. */
function toRide(
  message: Message | null,
  shown: Message | null,
  strategy: Strategy,
  carries: boolean,
): string {
  const vehicle = message ? toVehicle(message, strategy, carries) : '';
  const goal = shown?.to === 'server2' ? 'to the second server' : '';
  return [vehicle, goal].filter(Boolean).join(', ');
}

function toTone(message: Message): 'allowed' | 'denied' | 'plain' {
  if (message.status === null) return 'plain';
  return message.status < 400 ? 'allowed' : 'denied';
}

/** One direction of the wire: what crosses, an arrow that says which way, and what rides on it. */
function Track(props: TrackProps) {
  const { direction, message, delivered, carries, strategy, step } = props;
  const shown = message ?? delivered ?? null;
  const state = message ? 'crossing' : delivered ? 'delivered' : 'quiet';
  return (
    <div
      className={`${styles.track} ${turns.track}`}
      data-direction={direction}
      data-state={state}
      data-second={[shown?.to, shown?.from].includes('server2') || undefined}
    >
      <span key={`${step} label`} className={`${styles.label} ${turns.label}`}>
        {shown ? toWireLabel(shown) : ''}
      </span>
      <span className={`${styles.line} ${turns.line}`}>
        {message && !carries ? (
          <span key={step} className={styles.cargo} data-tone={toTone(message)}>
            {toCargo(message, strategy)}
          </span>
        ) : null}
        <CredentialSlot strategy={strategy} place={direction} />
      </span>
      <span key={`${step} vehicle`} className={styles.vehicle}>
        {toRide(message, shown, strategy, carries)}
      </span>
    </div>
  );
}

/**
 * The wire between client and server: requests above, responses below. What the attacker sends has
 * lines of its own there, which begin and end at the attacker.
 */
export function Wire({ strategy, lane, scene, step }: WireProps) {
  const { attacked, credential } = scene;
  const { request, response, waiting } = attacked ? readTraffic(lane) : scene;
  const shared = { strategy, step };
  return (
    <div
      className={`${styles.wire} ${turns.wire}`}
      data-attacked={attacked || undefined}
      // There is room to say that a message goes to the second server.
      data-second={lane.state.servers.server2 ? true : undefined}
    >
      <Track
        direction="request"
        message={request}
        delivered={waiting}
        carries={credential?.place === 'request'}
        {...shared}
      />
      <Track
        direction="response"
        message={response}
        carries={credential?.place === 'response'}
        {...shared}
      />
    </div>
  );
}
