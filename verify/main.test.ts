import { afterAll, beforeAll, describe, expect, spyOn, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileOf, keyPair, lockOf, type Plan, recordOf, SERVICES } from "./fixture.ts";
import { main, painter, readArguments } from "./main.ts";
import { MIXED_ORDER } from "./vectors/mixed-order.ts";

const plan: Plan = { rule: "order/1", params: {}, entries: [{ label: "Ada" }, { label: "Bo" }] };
const { service: KEY } = keyPair("another service");
const { draw } = recordOf(plan).manifest;

const folder = mkdtempSync(join(tmpdir(), "fairhat-verify-"));
beforeAll(() => {
  const record = recordOf(plan);
  const files: Record<string, Uint8Array | string> = {
    holds: fileOf(record),
    "does not hold": fileOf({ ...record, entries: [] }),
    "not a record": "Ada\nBo\n",
    "cannot decide": fileOf({ ...record, type: "fairhat/2/record" }),
    void: fileOf(recordOf({ ...plan, reason: "Flooded." })),
    "holds so far": fileOf(lockOf(record)),
    "another lock": fileOf(lockOf(recordOf({ ...plan, name: "another" }))),
    "broken lock": fileOf({ ...lockOf(record), entries: [] }),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("arguments", () => {
  test.each([
    [
      ["x"],
      {
        targets: ["x"],
        keys: { a: [], b: [] },
        coreKeys: [],
        passovers: null,
        receipt: null,
        previous: null,
        lock: null,
        json: false,
      },
    ],
    [
      ["x", "--lock", "l"],
      {
        targets: ["x"],
        keys: { a: [], b: [] },
        coreKeys: [],
        passovers: null,
        receipt: null,
        previous: null,
        lock: "l",
        json: false,
      },
    ],
    [
      ["x", "--json", "y"],
      {
        targets: ["x", "y"],
        keys: { a: [], b: [] },
        coreKeys: [],
        passovers: null,
        receipt: null,
        previous: null,
        lock: null,
        json: true,
      },
    ],
    [
      ["--key", `a=${KEY}`, "x", `--key=b=${KEY}`, "--key", `a=${KEY}`],
      {
        targets: ["x"],
        keys: { a: [KEY, KEY], b: [KEY] },
        coreKeys: [],
        passovers: null,
        receipt: null,
        previous: null,
        lock: null,
        json: false,
      },
    ],
    [
      ["--", "--json"],
      {
        targets: ["--json"],
        keys: { a: [], b: [] },
        coreKeys: [],
        passovers: null,
        receipt: null,
        previous: null,
        lock: null,
        json: false,
      },
    ],
  ])("%j", (args, asked) => {
    expect(readArguments(args)).toEqual(asked);
  });

  test.each([
    [[], "name a file"],
    [["--json"], "name a file"],
    [["x", "--keys", "a"], "--keys"],
    [["x", "--key"], "--key"],
    [["x", "--json=yes"], "--json"],
    [["x", "--key", KEY], "64 lower-case"],
    [["x", "--key", `c=${KEY}`], "64 lower-case"],
    [["x", "--key", `a=${KEY}0`], "64 lower-case"],
    [["x", "--key", `a=${KEY.toUpperCase()}`], "64 lower-case"],
    [["x", "--key", `a=${MIXED_ORDER}`], "no key that a service may publish"],
    [["x", "--lock"], "--lock"],
  ])("%j is refused", (args, why) => {
    expect(() => readArguments(args)).toThrow(why);
  });
});

test("colour only on a terminal, unless the user disabled it", () => {
  expect(painter(true, {})("✓", "green")).toBe("\u001b[32m✓\u001b[0m");
  expect(painter(false, {})("✓", "green")).toBe("✓");
  expect(painter(true, { NO_COLOR: "1" })("✓", "green")).toBe("✓");
  expect(painter(true, { NO_COLOR: "" })("✗", "red")).toBe("\u001b[31m✗\u001b[0m");
});

async function run(...args: string[]) {
  const printed: string[] = [];
  const status = await main(args, (line) => printed.push(line), painter(false, {}));
  return { status, printed };
}

describe("in this process", () => {
  test("bad arguments: prints the usage on stderr, status 2", async () => {
    const error = spyOn(console, "error").mockImplementation(() => {});
    expect(await run("--wrong")).toEqual({ status: 2, printed: [] });
    expect(error.mock.calls[0]?.[0]).toContain("usage: verify FILE|URL..");
    error.mockRestore();
  });

  test("an unreadable file is not a record", async () => {
    const { status, printed } = await run(join(folder, "nothing"));
    expect([status, printed.at(-1)]).toEqual([2, "not a record: there is no such file."]);
  });

  test("several files, one after another", async () => {
    const { status, printed } = await run("--json", join(folder, "void"), join(folder, "does not hold"), "/");
    expect(status).toBe(1);
    expect(printed.map((line) => JSON.parse(line).verdict)).toEqual(["void", "does not hold", "not a record"]);
  });

  test("keys other than the record's", async () => {
    const right = ["--key", `a=${SERVICES.a.service}`, "--key", `b=${SERVICES.b.service}`];
    const pinned = await run(join(folder, "holds"), ...right);
    expect([pinned.status, pinned.printed.at(-1)]).toEqual([0, expect.stringContaining("keys that you gave")]);
    const wrong = await run(join(folder, "holds"), "--key", `a=${KEY}`);
    expect([wrong.status, wrong.printed.at(-1)]).toEqual([1, expect.stringContaining('check "keys" failed')]);
  });
});

describe("a kept lock", () => {
  test.each([
    ["holds", "holds so far", 0, "holds: "],
    ["holds so far", "holds so far", 5, "holds so far: "],
    ["holds", "another lock", 1, 'does not hold: the check "bindings" failed'],
    ["void", "holds so far", 4, "void: "],
  ])("%s, with %s: status %p", async (record, lock, status, verdict) => {
    const { status: found, printed } = await run(join(folder, record), "--lock", join(folder, lock));
    expect([found, printed.at(-1)]).toEqual([status, expect.stringContaining(verdict)]);
  });

  test.each(["holds", "void", "broken lock", "not a record", "nothing"])("%s is not one", async (lock) => {
    const error = spyOn(console, "error").mockImplementation(() => {});
    expect(await run(join(folder, "holds"), "--lock", join(folder, lock))).toEqual({ status: 2, printed: [] });
    expect(await run(join(folder, "holds"), "--passovers", join(folder, "missing"))).toEqual({
      status: 2,
      printed: [],
    });
    expect(error.mock.calls[0]?.[0]).toContain("expected a lock that holds so far, found");
    error.mockRestore();
  });

  test("is checked against the keys, too", async () => {
    const error = spyOn(console, "error").mockImplementation(() => {});
    const lock = ["--lock", join(folder, "holds so far")];
    expect((await run(join(folder, "holds"), ...lock, "--key", `a=${KEY}`)).status).toBe(2);
    error.mockRestore();
  });
});

describe("an address", () => {
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    // It returns the same record for every draw.
    fetch: () => new Response(Buffer.from(fileOf(recordOf(plan)))),
  });
  afterAll(() => server.stop(true));
  const other = "0".repeat(32);

  test.each(["/draws/ID", "/draws/ID/", "/api/draws/ID", "/api/draws/ID/record", "/api/draws/ID/lock"])(
    "%s: only the record of the requested draw",
    async (path) => {
      const at = (id: string) => `http://127.0.0.1:${server.port}${path.replace("ID", id)}`;
      expect((await run(at(draw))).status).toBe(0);
      const { status, printed } = await run(at(other));
      expect([status, printed.at(-1)]).toEqual([
        1,
        'does not hold: the check "seals" failed. Do not trust this result.',
      ]);
      expect(printed.join("\n")).toContain(
        `expected the draw that was asked for, manifest.draw: ${other}; found ${draw}`,
      );
    },
  );
});

describe("as a command", () => {
  function spawn(...args: string[]) {
    const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, join(import.meta.dir, "main.ts"), ...args], {
      cwd: folder,
    });
    return { exitCode, lines: stdout.toString().trimEnd().split("\n"), stderr: stderr.toString() };
  }

  test.each([
    ["holds", 0],
    ["does not hold", 1],
    ["not a record", 2],
    ["cannot decide", 3],
    ["void", 4],
    ["holds so far", 5],
  ])("%s: status %p", (verdict, status) => {
    const { exitCode, lines, stderr } = spawn(verdict);
    expect([exitCode, lines[0], stderr]).toEqual([status, verdict, ""]);
    expect(lines.at(-1)).toStartWith(`${verdict}: `);
  });

  test("an address that does not answer", () => {
    const { exitCode, lines } = spawn("--json", "http://127.0.0.1:1/draws/x");
    expect(exitCode).toBe(2);
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      verdict: "not a record",
      found: "nothing answers at this address",
    });
  });

  test("bad arguments", () => {
    const { exitCode, stderr } = spawn();
    expect([exitCode, stderr.split("\n")[0]]).toEqual([2, "name a file or an address"]);
  });
});
