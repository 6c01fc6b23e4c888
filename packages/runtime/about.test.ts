import { expect, test } from "bun:test";
import project from "../../package.json" with { type: "json" };
import { about } from "./about.ts";
import { Settings } from "./settings.ts";

test("tells the commit that it was built from", () => {
  const settings = new Settings({ FAIRHAT_REVISION: "0123abc" });
  expect(about("core", settings)).toEqual({ service: "core", revision: "0123abc", version: project.version });
});

test("tells that it runs from a checkout otherwise", () => {
  expect(about("core", new Settings({})).revision).toBe("development");
});
