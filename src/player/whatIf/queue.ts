interface QueueOptions {
  readonly onBusy: (busy: boolean) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Carries out tasks one after the other, however fast they come. */
export interface Queue {
  /** Puts a task at the end; resolves, never rejects, when it has been carried out. */
  add(task: () => void | Promise<void>): Promise<void>;
  /** Resolves when all that waits now has been carried out. */
  rest(): Promise<void>;
}

/** Creates an empty queue. */
export function createQueue({ onBusy, onFailure }: QueueOptions): Queue {
  let line = Promise.resolve();
  let waiting = 0;
  return {
    rest: () => line,
    add: (task) => {
      waiting += 1;
      onBusy(true);
      const end = () => {
        waiting -= 1;
        if (waiting === 0) onBusy(false);
      };
      line = line.then(task).catch(onFailure).then(end);
      return line;
    },
  };
}
