// How many draws one client may ask for in batches: a full batch at any time, and a steady number after many of them.

export interface Budget {
  /** Takes `items` from what the client has left; false, and nothing taken, where that is less. */
  spend(client: string, items: number): boolean;
}

interface Spent {
  left: number;
  at: number;
}

const CLIENTS = 10_000; // kept; beyond that those who have their whole budget again are forgotten

/** A token bucket for each client: `burst` items at once, `perSecond` more each second. */
export function budget(burst: number, perSecond: number, clock: () => number): Budget {
  const clients = new Map<string, Spent>();
  const leftOf = ({ left, at }: Spent, now: number) => Math.min(burst, left + ((now - at) / 1_000) * perSecond);
  return {
    spend(client, items) {
      const now = clock();
      if (clients.size >= CLIENTS) {
        for (const [name, spent] of clients) if (leftOf(spent, now) === burst) clients.delete(name);
      }
      const left = leftOf(clients.get(client) ?? { left: burst, at: now }, now);
      if (left < items) return false;
      clients.set(client, { left: left - items, at: now });
      return true;
    },
  };
}
