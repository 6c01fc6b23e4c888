/** A queue that runs one piece of work at a time. */
export interface Turns {
  /** Whether a piece is running. */
  readonly busy: boolean;
  /** Runs the work after everything queued before it. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let left = 0;
  return {
    get busy() {
      return left > 0;
    },
    run(work) {
      left += 1;
      const done = last.then(work).finally(() => {
        left -= 1;
      });
      last = done.catch(() => {});
      return done;
    },
  };
}
