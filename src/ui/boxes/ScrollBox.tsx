import type { ReactNode, Ref } from 'react';

interface ScrollBoxProps {
  label: string;
  className?: string | undefined;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** A box that scrolls by itself: it takes the focus, so that the keyboard can scroll it too. */
export function ScrollBox({ label, className, ref, children }: ScrollBoxProps) {
  return (
    // A fieldset would be a group of controls; this is a group of whatever is in it.
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the component's comment
    <div ref={ref} role="group" aria-label={label} tabIndex={0} className={className}>
      {children}
    </div>
  );
}
