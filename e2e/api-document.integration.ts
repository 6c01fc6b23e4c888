// docs/api.md against a running Fairhat: its example runs as written, and its routes, fields and errors are the API's.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyRecord } from "@fairhat/verify";
import { type Running, startFairhat } from "./browser/process.ts";
import { textOf } from "./documents.ts";
import { scriptOf, walk } from "./tour.ts";

const NAME = "docs/api.md";
const document = await textOf(NAME);
const folder = mkdtempSync(join(tmpdir(), "fairhat-api-"));

interface Operation {
  parameters?: { in: string; name: string }[];
  requestBody?: { content: { "application/json": { schema: { properties: Record<string, unknown> } } } };
  security?: unknown[];
}

let site: Running;
beforeAll(async () => {
  site = await startFairhat();
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The text under each heading, up to the next one. */
const sections = new Map(
  document.split(/^##+ /m).map((section): [string, string] => {
    const [heading = "", ...lines] = section.split("\n");
    return [heading.replaceAll("`", ""), lines.join("\n")];
  }),
);

/** The names in the first column of a section's tables. */
function namedIn(section: string): string[] {
  const rows = Array.from((sections.get(section) ?? "").matchAll(/^\| (`[^|]+) \|/gm), ([, cell = ""]) => cell);
  return rows.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)`/g), ([, name = ""]) => name)).sort();
}

async function operations(): Promise<[string, Operation][]> {
  const described = (await (await fetch(`${site.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(described.paths).flatMap(([path, methods]) => {
    return Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]);
  });
}

describe("routes", () => {
  const PROBE = "GET /ready"; // for orchestrators: docs/operations.md
  const SAME_BODY = "POST /api/draws/{id}/redraw"; // refers to the other route's body

  test("are complete", async () => {
    const named = [...sections.keys()].filter((heading) => /^[A-Z]+ \//.test(heading));
    const found = (await operations()).map(([name]) => name).filter((name) => name !== PROBE);
    expect(named.sort()).toEqual(found.sort());
  });

  test("have their fields, queries and keys", async () => {
    for (const [name, { parameters = [], requestBody, security }] of await operations()) {
      if (name === PROBE) continue;
      const query = parameters.filter((one) => one.in === "query").map((one) => one.name);
      const body = Object.keys(requestBody?.content["application/json"].schema.properties ?? {});
      expect([name, namedIn(name)]).toEqual([name, name === SAME_BODY ? [] : [...query, ...body].sort()]);
      const text = sections.get(name) ?? "";
      expect([name, text.includes("Needs the manage key")]).toEqual([name, security !== undefined]);
    }
  });
});

test("the example runs, and its record verifies", async () => {
  const script = await scriptOf(NAME);
  const said = await walk(script.replaceAll("http://localhost:3000", site.url), folder, {});
  expect(said.match(/^\d,"winner"/gm)).toHaveLength(3);
  expect(verifyRecord(await Bun.file(join(folder, "record.json")).bytes()).verdict).toBe("holds");
  const { manageKey: _, ...draw } = await Bun.file(join(folder, "draw.json")).json();
  expect(namedIn("The draw")).toEqual(Object.keys(draw).sort());
});

test("the error is what the API answers", async () => {
  const [, example = ""] = /```json\n(.*?)```/s.exec(sections.get("Errors") ?? "") ?? [];
  const answer = await fetch(`${site.url}/api/draws`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ titel: "x" }),
  });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect((await answer.json()) as unknown).toEqual(JSON.parse(example));
});
