/** The page around a frame: it is told things, and it alone is heard. */
export interface ParentWindow {
  tell(message: unknown): void;
  /** Calls back with the data of each message of the parent. */
  hear(listen: (data: unknown) => void): void;
}

/** Opens the way to the parent of a frame. The signal ends it. */
export function openParent(window: Window, signal: AbortSignal): ParentWindow {
  const { parent } = window;
  return {
    // Any page may be the parent, and one in a sandbox has no origin to name. Nothing secret is told.
    tell: (message) => parent.postMessage(message, '*'),
    hear: (listen) =>
      window.addEventListener(
        'message',
        ({ source, data }) => {
          if (source === parent) listen(data);
        },
        { signal },
      ),
  };
}
