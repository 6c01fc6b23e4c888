import { expect, test } from "bun:test";
import project from "../../package.json" with { type: "json" };
import { about } from "./about.ts";
import { Settings } from "./settings.ts";

test("reports the commit it was built from", () => {
  const settings = new Settings({ FAIRHAT_REVISION: "0123abc" });
  expect(about("core", settings)).toEqual({ service: "core", revision: "0123abc", version: project.version });
});

test("otherwise reports that it runs from a checkout", () => {
  expect(about("core", new Settings({})).revision).toBe("development");
});
