import { ComingNotice } from './ComingNotice.tsx';
import type { LatePart } from './latePart.ts';
import { useLatePart } from './useLatePart.ts';

interface LateProps {
  /** What is loaded, for the notice. */
  name: string;
  part: LatePart;
  /** Hears that it did not come although a person asked for it once more. */
  onStuck: () => void;
  /** Makes a section of what stands in its place until it is here. */
  className?: string | undefined;
}

/** A part of the page whose code is loaded when it is wanted; until it is here, its place says so. */
export function Late({ name, part, onStuck, className }: LateProps) {
  const { Part, state, retry } = useLatePart(part, onStuck);
  if (Part) return <Part />;
  const notice = <ComingNotice name={name} state={state} onRetry={retry} />;
  if (className === undefined) return notice;
  return (
    <section aria-label={name} className={className}>
      {notice}
    </section>
  );
}
