// Limits concurrent long bodies: until it is answered, a request needs many times the memory of its body.

/** Bytes for all long bodies together, and for those of one client. */
export interface Room {
  all: number;
  each: number;
}

export interface Admission {
  /** Whether a body of `bytes`, received or announced, is admitted. It keeps its room until it is released. */
  admit(request: Request, client: string, bytes: number): boolean;
  /** Call when the request is answered or aborted. */
  release(request: Request): void;
}

/** Bytes; bodies up to this size are always admitted. */
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
