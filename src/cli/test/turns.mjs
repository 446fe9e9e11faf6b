/**
 * Gives works that run at the same time their turns at one output, in the order in which they came:
 * the first one is heard as it speaks, the others when those before them have ended.
 */
export function openTurns(write) {
  const waiting = [];

  function advance() {
    while (waiting.length > 0) {
      const [first] = waiting;
      for (const chunk of first.chunks.splice(0)) write(chunk);
      if (!first.ended) return;
      waiting.shift();
    }
  }

  return {
    /** Takes the next turn: `say` what is to be heard, and `end` it. */
    take() {
      const turn = { chunks: [], ended: false };
      waiting.push(turn);
      return {
        say(chunk) {
          turn.chunks.push(chunk);
          advance();
        },
        end() {
          turn.ended = true;
          advance();
        },
      };
    },
  };
}
