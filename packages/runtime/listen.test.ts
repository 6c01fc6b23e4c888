import { describe, expect, test } from "bun:test";
import { listenOptions, loopback } from "./listen.ts";
import { Settings } from "./settings.ts";

describe("a process listens", () => {
  test("on all interfaces on its default port, and without metrics, by default", () => {
    const expected = { hostname: "0.0.0.0", port: 3001, metricsPort: null, drain: 1_000, grace: 8_000 };
    expect(listenOptions(new Settings({}), 3001)).toEqual(expected);
  });

  test("as its settings say", () => {
    const settings = new Settings({
      HOST: "127.0.0.1",
      PORT: "8000",
      METRICS_PORT: "9000",
      DRAIN_SECONDS: "3",
      GRACE_SECONDS: "25",
    });
    expect(listenOptions(settings, 3001)).toEqual({
      hostname: "127.0.0.1",
      port: 8000,
      metricsPort: 9000,
      drain: 3_000,
      grace: 25_000,
    });
    settings.check();
  });

  test.each([
    [{ METRICS_PORT: "none" }, "METRICS_PORT must be a port, 0 to 65535"],
    [{ DRAIN_SECONDS: "6" }, "DRAIN_SECONDS must be a whole number from 0 to 5"],
    [{ DRAIN_SECONDS: "-1" }, "DRAIN_SECONDS must be a whole number from 0 to 5"],
    [{ DRAIN_SECONDS: "0.5" }, "DRAIN_SECONDS must be a whole number from 0 to 5"],
    [{ GRACE_SECONDS: "7" }, "GRACE_SECONDS must be a whole number from 8 to 300"],
  ])("not with %j", (environment, why) => {
    const settings = new Settings(environment);
    listenOptions(settings, 1);
    expect(() => settings.check()).toThrow(why);
  });

  test("on loopback alone if it is one of several in a process", () => {
    expect(loopback(0)).toEqual({ hostname: "127.0.0.1", port: 0, metricsPort: null, drain: 0, grace: 8_000 });
  });
});
