import { expect, test } from "bun:test";
import { Metrics, processMetrics } from "./metrics.ts";

test("counters and gauges in the text format of Prometheus", () => {
  const metrics = new Metrics();
  const count = metrics.counter("draws_total", "Draws.");
  let open = 0;
  metrics.observe("streams", "Streams.", "gauge", () => open);
  count({ state: "open" });
  count({ state: "open" });
  count({ state: "drawn", by: 'a "quoted" \\ one' }, 5);
  open = 7;
  expect(metrics.text()).toBe(`# HELP draws_total Draws.
# TYPE draws_total counter
draws_total{state="open"} 2
draws_total{state="drawn",by="a \\"quoted\\" \\\\ one"} 5
# HELP streams Streams.
# TYPE streams gauge
streams 7
`);
});

test("histogram buckets are cumulative", () => {
  const metrics = new Metrics();
  const took = metrics.histogram("asked_seconds", "Asked.");
  for (const seconds of [0.005, 0.006, 0.3, 11]) took({ route: "/" }, seconds);
  expect(metrics.text().split("\n").slice(2, -1)).toEqual([
    'asked_seconds_bucket{route="/",le="0.005"} 1',
    'asked_seconds_bucket{route="/",le="0.025"} 2',
    'asked_seconds_bucket{route="/",le="0.1"} 2',
    'asked_seconds_bucket{route="/",le="0.5"} 3',
    'asked_seconds_bucket{route="/",le="2.5"} 3',
    'asked_seconds_bucket{route="/",le="10"} 3',
    'asked_seconds_bucket{route="/",le="+Inf"} 4',
    `asked_seconds_sum{route="/"} ${0.005 + 0.006 + 0.3 + 11}`,
    'asked_seconds_count{route="/"} 4',
  ]);
});

test("a process reports its memory, CPU time and start", () => {
  const text = processMetrics().text();
  const told = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  expect(told("process_resident_memory_bytes")).toBeGreaterThan(10 * 2 ** 20);
  expect(told("process_cpu_seconds_total")).toBeGreaterThan(0);
  const started = told("process_start_time_seconds");
  expect(started).toBeGreaterThan(Date.now() / 1_000 - 3_600);
  expect(started).toBeLessThan(Date.now() / 1_000);
});
