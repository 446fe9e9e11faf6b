interface RichProps {
  parts: readonly (string | { readonly code: string })[];
}

/** Renders a sentence in parts, its computed values in code type. */
export function Rich({ parts }: RichProps) {
  return parts.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // The parts of a sentence have no identity but their place in it.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <code key={i}>{part.code}</code>
    ),
  );
}
