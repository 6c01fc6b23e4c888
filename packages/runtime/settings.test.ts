import { afterAll, describe, expect, test } from "bun:test";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadSettings, isLoose, Settings } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

/** Root may need to give a group access to read its files. */
function chownToSomebody(path: string): void {
  if (process.getuid?.() === 0) chownSync(path, 65534, 65534);
}

/** The message of `check` after `use` read its settings: "" if all are valid. */
function refusalOf(environment: Record<string, string>, use: (settings: Settings) => unknown): string {
  const settings = new Settings(environment);
  use(settings);
  try {
    settings.check();
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(BadSettings);
    return (error as Error).message;
  }
}

describe("text", () => {
  test("is the given value, else the fallback; empty counts as missing", () => {
    const settings = new Settings({ NAME: "given", EMPTY: "" });
    expect(settings.text("NAME")).toBe("given");
    expect(settings.text("NAME", "fallback")).toBe("given");
    expect(settings.text("EMPTY", "fallback")).toBe("fallback");
    expect(settings.text("OTHER", "")).toBe("");
    settings.check();
  });

  test("is required if there is no fallback", () => {
    expect(refusalOf({ NAME: "" }, (settings) => settings.text("NAME"))).toContain("NAME is missing");
  });
});

describe("port", () => {
  test.each([
    ["0", 0],
    ["3000", 3000],
    ["65535", 65535],
  ])("%s is one", (given, port) => {
    const settings = new Settings({ PORT: given });
    expect(settings.port("PORT", 1)).toBe(port);
    settings.check();
  });

  test("has a fallback", () => {
    expect(new Settings({}).port("PORT", 3001)).toBe(3001);
  });

  test.each(["65536", "-1", "80.5", "1e3", "0x50", " 80", "http", "123456"])("%j is not one", (given) => {
    expect(refusalOf({ PORT: given }, (settings) => settings.port("PORT", 1))).toContain(
      "PORT must be a port, 0 to 65535",
    );
  });
});

test.each(["", "6", "-1", "1.5", "x"])("integer: %j is not one from 0 to 5", (given) => {
  const read = (settings: Settings) => settings.integer("SECONDS", { from: 0, to: 5 }, 9);
  expect(refusalOf({ SECONDS: given }, read)).toContain("SECONDS must be a whole number from 0 to 5");
});

describe("url", () => {
  const read = (settings: Settings) => settings.url("PUBLIC_URL", ["https:", "http:"]);

  test.each([
    ["https://draws.example/", "https://draws.example"],
    ["http://localhost:3000", "http://localhost:3000"],
  ])("%s", (given, url) => {
    const settings = new Settings({ PUBLIC_URL: given });
    expect(read(settings)).toBe(url);
    settings.check();
  });

  test("has a fallback, and is required without one", () => {
    expect(new Settings({}).url("PUBLIC_URL", ["http:"], "http://here")).toBe("http://here");
    expect(refusalOf({}, read).match(/PUBLIC_URL/g)).toHaveLength(1);
  });

  test.each(["draws.example", "ftp://draws.example", "http//x", "javascript:alert(1)"])("%j is not one", (given) => {
    const refusal = refusalOf({ PUBLIC_URL: given }, read);
    expect(refusal).toContain("PUBLIC_URL must be a URL that begins with https: or http:");
    expect(refusal).not.toContain(given);
  });
});

describe("oneOf", () => {
  const read = (settings: Settings) => settings.oneOf("LOG_LEVEL", ["info", "warn"], "info");

  test("is one of the choices, or the fallback", () => {
    expect(read(new Settings({ LOG_LEVEL: "warn" }))).toBe("warn");
    expect(read(new Settings({}))).toBe("info");
  });

  test("nothing else is accepted", () => {
    expect(refusalOf({ LOG_LEVEL: "loud" }, read)).toContain("LOG_LEVEL must be one of info, warn");
  });
});

describe("secrets are read from files", () => {
  test("without surrounding white space", () => {
    const settings = new Settings({ KEY_FILE: file("key", "\n  a secret \n") });
    expect(settings.secretFile("KEY_FILE")).toBe("a secret");
    expect(settings.optionalFile("KEY_FILE")).toBe("a secret");
    settings.check();
  });

  test("an optional one may be missing", () => {
    expect(refusalOf({}, (settings) => expect(settings.optionalFile("KEY_FILE")).toBe(""))).toBe("");
  });

  test.each([
    ["is missing", undefined],
    ["names a file that is empty", file("empty", " \n")],
    ["names a file that cannot be read (ENOENT)", join(folder, "nowhere")],
    ["names a file that cannot be read (EISDIR)", folder],
  ])("KEY_FILE %s", (why, path) => {
    const refusal = refusalOf(path ? { KEY_FILE: path } : {}, (settings) => settings.secretFile("KEY_FILE"));
    expect(refusal).toContain(`KEY_FILE ${why}`);
  });

  test.each([0o640, 0o604, 0o620, 0o610, 0o777])("not if others may use it (%o)", (mode) => {
    const path = file("loose", "a secret");
    chownToSomebody(path);
    chmodSync(path, mode);
    const refusal = refusalOf({ KEY_FILE: path }, (settings) => settings.secretFile("KEY_FILE"));
    expect(refusal).toContain("KEY_FILE names a file that others can read; chmod 600 it");
    expect(refusal).not.toContain("a secret");
  });

  test.each([0o600, 0o400])("if only its owner may use it (%o)", (mode) => {
    const path = file(`strict-${mode}`, "a secret");
    chmodSync(path, mode);
    expect(isLoose(path)).toBe(false);
  });

  test.if(process.getuid?.() === 0)("or if it is root's, readable by a group", () => {
    const path = file("for-a-group", "a secret");
    chmodSync(path, 0o640);
    expect(isLoose(path)).toBe(false);
    chmodSync(path, 0o660);
    expect(isLoose(path)).toBe(true);
  });

  test("or if it is mounted into a container, regardless of its mode", () => {
    expect(isLoose("/run/secrets/key")).toBe(false);
    expect(() => isLoose("/run/secrets-not")).toThrow("ENOENT");
  });

  test("a secret given instead of its file's path is never shown", () => {
    const refusal = refusalOf({ KEY_FILE: "the secret itself" }, (settings) => settings.secretFile("KEY_FILE"));
    expect(refusal).not.toContain("the secret itself");
  });
});

test("all problems are reported at once, one per line", () => {
  const refusal = refusalOf({ PORT: "many", LOG_LEVEL: "loud" }, (settings) => {
    settings.port("PORT", 1);
    settings.oneOf("LOG_LEVEL", ["info"], "info");
    settings.secretFile("KEY_FILE");
    settings.refuse("OPERATOR", "must be shorter");
  });
  expect(refusal.split("\n")).toEqual([
    "this service cannot start:",
    "  PORT must be a port, 0 to 65535",
    "  LOG_LEVEL must be one of info",
    "  KEY_FILE is missing",
    "  OPERATOR must be shorter",
  ]);
});
