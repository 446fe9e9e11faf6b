import { describe, expect, test } from 'vitest';
import type { HeaderField, Message } from '../../src/sim/message.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { atTime } from './harness/clock.ts';
import { compareExchanges } from './harness/compare.ts';
import { openPlayer } from './harness/player.ts';

// A comparison that finds nothing proves nothing, unless it finds what was put in.

const swap = <T>(items: readonly T[], i: number): T[] =>
  items.map((item, at) => (at === i ? items[i + 1] : at === i + 1 ? items[i] : item) as T);

function changeText(text: string): string {
  return text.slice(0, -1) + (text.endsWith('x') ? 'y' : 'x');
}

/** Every way of swapping two neighbouring attributes of a Set-Cookie value. */
function swapAttributes(value: string): string[] {
  const parts = value.split('; ');
  return parts.slice(1, -1).map((_, i) => swap(parts, i + 1).join('; '));
}

/** Names each small change that can be made to a message, with the message so changed. */
function* mutate(message: Message): Generator<readonly [string, Message]> {
  const { headers, status, body } = message;
  const withField = (i: number, field: HeaderField): Message => ({
    ...message,
    headers: headers.with(i, field),
  });
  for (const [i, [name, value]] of headers.entries()) {
    yield [`${name} deleted`, { ...message, headers: headers.toSpliced(i, 1) }];
    yield [`${name} twice`, { ...message, headers: headers.toSpliced(i, 0, [name, value]) }];
    yield [`${name} in lower case`, withField(i, [name.toLowerCase(), value])];
    yield [`${name} changed`, withField(i, [name, changeText(value)])];
    if (i + 1 < headers.length) yield [`${name} moved`, { ...message, headers: swap(headers, i) }];
    if (name !== 'Set-Cookie') continue;
    for (const swapped of swapAttributes(value)) yield [swapped, withField(i, [name, swapped])];
  }
  if (status === null) yield ['another method', { ...message, method: 'PUT' }];
  else yield ['another status', { ...message, status: status + 1 }];
  yield ['another body', { ...message, body: body === null ? 'x' : changeText(body) }];
}

const { settings, actions } = LOGIN_TO_LOGOUT;

describe.each(STRATEGIES)('the comparison of the %s lane', (strategy) => {
  /** Plays the walk for real, beside the engine's messages of it. */
  async function playWalk() {
    const { frames } = await runScenario(LOGIN_TO_LOGOUT);
    const messages = frames.flatMap((f) => f[strategy].messages);
    const exchanges = await atTime(settings.start, async () => {
      const player = await openPlayer(strategy, settings);
      try {
        for (const action of actions) await player.play(action);
        return player.takeExchanges();
      } finally {
        await player.close();
      }
    });
    return { exchanges, messages: messages.filter(({ kind }) => kind !== 'store') };
  }

  test('finds nothing in what the engine made', async () => {
    const { exchanges, messages } = await playWalk();
    expect(messages.length).toBeGreaterThan(0);
    expect(compareExchanges(messages, exchanges)).toEqual([]);
  });

  test('notices each single change to each message', async () => {
    const { exchanges, messages } = await playWalk();
    const unnoticed = messages.flatMap((message, i) =>
      [...mutate(message)]
        .filter(
          ([, changed]) => compareExchanges(messages.with(i, changed), exchanges).length === 0,
        )
        .map(([name]) => `message ${i}: ${name}`),
    );
    expect(unnoticed).toEqual([]);
  });

  test('notices a message too few and one too many', async () => {
    const { exchanges, messages } = await playWalk();
    expect(compareExchanges(messages.slice(1), exchanges)).not.toEqual([]);
    expect(compareExchanges(messages, exchanges.slice(1))).not.toEqual([]);
  });
});
