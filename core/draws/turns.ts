/** Work that is done one piece after the other. */
export interface Turns {
  /** Whether a piece is under way. */
  readonly busy: boolean;
  /** Does the work when all that came before is done. */
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
