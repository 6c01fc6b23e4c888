// Long bodies are taken a few at a time: until it is answered, a request needs many times the memory of its body.

/** Bytes that long bodies may have together, and those of one client. */
export interface Room {
  all: number;
  each: number;
}

export interface Admission {
  /** Whether there is room for a body that has `bytes` so far, or will have. What has room keeps it until it is released. */
  admit(request: Request, client: string, bytes: number): boolean;
  /** The request is answered, or nobody waits for that any more. */
  release(request: Request): void;
}

/** Bytes; bodies up to that are always taken. */
const SHORT = 2 ** 16;

interface Held {
  client: string;
  bytes: number;
}

export function admission({ all, each }: Room): Admission {
  const held = new WeakMap<Request, Held>();
  const taken = new Map<string, number>();
  let takenByAll = 0;
  const hold = (request: Request, client: string, bytes: number) => {
    const more = bytes - (held.get(request)?.bytes ?? 0);
    const ofClient = (taken.get(client) ?? 0) + more;
    takenByAll += more;
    held.set(request, { client, bytes });
    if (ofClient > 0) taken.set(client, ofClient);
    else taken.delete(client);
  };
  return {
    admit(request, client, bytes) {
      const before = held.get(request)?.bytes ?? 0;
      if (bytes <= Math.max(before, SHORT)) return true;
      const more = bytes - before;
      if (takenByAll + more > all || (taken.get(client) ?? 0) + more > each) return false;
      hold(request, client, bytes);
      return true;
    },
    release(request) {
      const { client } = held.get(request) ?? {};
      if (client !== undefined) hold(request, client, 0);
    },
  };
}
