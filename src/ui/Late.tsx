import type { ComponentType, ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from './Button.tsx';

interface LateProps {
  /** What is loaded, for the notice. */
  name: string;
  /** Gets the component; called again after a failure, when asked to. */
  load: () => Promise<ComponentType>;
  /** What to wait for before loading; nothing when left out. */
  after?: (window: Window) => Promise<void>;
  /** Stands in its place meanwhile. */
  children?: ReactNode;
}

/** A part of the page whose code is loaded when it is wanted; it says so when that fails. */
export function Late({ name, load, after, children = null }: LateProps) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState(false);
  const start = useCallback(() => {
    setFailed(false);
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    );
  }, [load]);
  useEffect(() => {
    if (!after) return start();
    let gone = false;
    void after(window).then(() => gone || start());
    return () => {
      gone = true;
    };
  }, [after, start]);
  if (Part) return <Part />;
  if (!failed) return children;
  return (
    <p role="alert">
      {name} could not be loaded. <Button onClick={start}>Try again</Button>
    </p>
  );
}
