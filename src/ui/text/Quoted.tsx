interface QuotedProps {
  text: string;
}

/** Renders a sentence so that what it quotes, which may be in any script, turns nothing else around. */
export function Quoted({ text }: QuotedProps) {
  return text.split(/(“[^”]*”)/).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // The parts of a sentence have no identity but their place in it.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <bdi key={i}>{part}</bdi>
    ),
  );
}
