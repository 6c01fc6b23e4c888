// Limits how many draws one client may make in batches: a burst, then a steady rate.

export interface Budget {
  /** Takes `items` from the client's budget; false, without taking any, if it has fewer. */
  spend(client: string, items: number): boolean;
}

interface Spent {
  left: number;
  at: number;
}

const CLIENTS = 10_000; // remembered clients; above that, those with a full budget are dropped

/** A token bucket per client: `burst` items at once, `perSecond` more each second. */
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
