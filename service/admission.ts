// Long bodies are taken a few at a time: until it is answered, a request needs many times the memory of its body.

export interface Admission {
  /** Whether there is room for a body that has `bytes` so far, or will have. What has room keeps it until it is released. */
  admit(request: Request, bytes: number): boolean;
  /** The request is answered, or nobody waits for that any more. */
  release(request: Request): void;
}

const SHORT = 2 ** 16; // bytes; bodies up to that are always taken

/** Room for long bodies of `most` bytes in all. */
export function admission(most: number): Admission {
  const held = new WeakMap<Request, number>();
  let taken = 0;
  const hold = (request: Request, bytes: number) => {
    taken += bytes - (held.get(request) ?? 0);
    held.set(request, bytes);
  };
  return {
    admit(request, bytes) {
      const before = held.get(request) ?? 0;
      if (bytes <= Math.max(before, SHORT)) return true;
      if (taken - before + bytes > most) return false;
      hold(request, bytes);
      return true;
    },
    release: (request) => hold(request, 0),
  };
}
