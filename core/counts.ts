// Core's metrics of draws, besides those of requests.
import type { Metrics } from "@fairhat/runtime";
import type { DrawTable } from "./db/schema.ts";

export interface Counts {
  /** A draw reached a state. */
  reached(state: DrawTable["state"]): void;
  /** An event stream was opened (1) or has ended (-1). */
  streams(change: 1 | -1): void;
}

export function countsIn(metrics: Metrics): Counts {
  const draws = metrics.counter("fairhat_draws_total", "Draws that came to a state by this process.");
  let open = 0;
  metrics.observe("fairhat_event_streams", "Event streams that are open.", "gauge", () => open);
  return {
    reached: (state) => draws({ state }),
    streams(change) {
      open += change;
    },
  };
}
