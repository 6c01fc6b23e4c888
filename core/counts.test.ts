import { expect, test } from "bun:test";
import { Metrics } from "@fairhat/runtime";
import { countsIn } from "./counts.ts";

test("draws are counted by the state they reach, and streams while they are open", () => {
  const metrics = new Metrics();
  const counts = countsIn(metrics);
  counts.reached("open");
  counts.reached("open");
  counts.reached("drawn");
  counts.streams(1);
  counts.streams(1);
  counts.streams(-1);
  const samples = metrics
    .text()
    .split("\n")
    .filter((line) => line.startsWith("fairhat_"));
  expect(samples).toEqual([
    'fairhat_draws_total{state="open"} 2',
    'fairhat_draws_total{state="drawn"} 1',
    "fairhat_event_streams 1",
  ]);
});
