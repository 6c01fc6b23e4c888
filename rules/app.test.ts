import { expect, test } from "bun:test";
import { logger } from "@fairhat/runtime";
import { catalogue } from "./catalogue/index.ts";
import { rulesApp } from "./index.ts";
import { locked, manifestOf } from "./testing/locked.ts";

const about = { service: "rules", revision: "abc", version: "0.0.0" };
const app = rulesApp({ about, log: logger("rules", "silent") });

async function ask(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const sent =
    body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await app.handle(new Request(`http://localhost${path}`, sent));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const wanted = { rule: "winners/1", params: { winners: 1 }, entries: { count: 3, tickets: 3 } };
const drawing = locked(manifestOf("winners/1", { winners: 1, alternates: 0 }, 3));

test("GET /health gives service, revision and version", async () => {
  expect(await ask("/health")).toEqual({ status: 200, body: about });
});

test("GET /rules gives every rule with text, parameters and examples", async () => {
  const { body } = await ask("/rules");
  const rules = body.rules as Record<string, unknown>[];
  expect(rules.map(({ name }) => name)).toEqual([...catalogue.keys()]);
  expect(rules[0]).toEqual({
    name: "winners/1",
    title: "Winners",
    text: expect.stringContaining("every entry left has the same chance"),
    params: {
      type: "object",
      properties: {
        winners: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
        alternates: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      },
      required: ["winners", "alternates"],
      additionalProperties: false,
    },
    defaults: { alternates: 0 },
    takesList: true,
    examples: [expect.objectContaining({ list: { count: 6, tickets: null } }), expect.anything()],
  });
});

test("POST /checks and /outcomes answer in order, and an invalid item does not affect the others", async () => {
  const poison = [
    null,
    {},
    [],
    "x",
    7,
    { rule: 1 },
    { ...drawing, seed: "00" },
    { ...wanted, params: { winners: 1.5 } },
  ];
  for (const [path, name, good] of [
    ["/checks", "checks", wanted],
    ["/outcomes", "draws", drawing],
  ] as const) {
    const { status, body } = await ask(path, { [name]: [good, ...poison, good] });
    const answers = body.answers as { ok: boolean; refused?: { reason: string } }[];
    expect(status).toBe(200);
    expect(answers.map(({ ok }) => ok)).toEqual([true, ...poison.map(() => false), true]);
    expect(answers.at(-1)).toEqual(answers[0]);
  }
});

test("POST /checks answers with the sentence, POST /outcomes with the outcome", async () => {
  const checks = await ask("/checks", { checks: [wanted] });
  const sentence = "1 winner is drawn from 3 entries; every entry has the same chance.";
  const value = { params: { winners: 1, alternates: 0 }, takesList: true, takesTickets: false, sentence };
  expect(checks).toEqual({ status: 200, body: { answers: [{ ok: true, value }] } });
  const { draw } = drawing.manifest;
  const outcome = {
    rule: "winners/1",
    seed: expect.any(String),
    result: { winners: [expect.any(Number)], alternates: [] },
  };
  const drawn = await ask("/outcomes", { draws: [drawing] });
  expect(drawn).toEqual({ status: 200, body: { answers: [{ ok: true, value: { draw, outcome } }] } });
});

test("a body that is not a list of items is refused as a whole", async () => {
  for (const [path, body, at] of [
    ["/checks", {}, "checks"],
    ["/checks", { checks: {} }, "checks"],
    ["/checks", { checks: [], seed: "00" }, "seed"],
    ["/outcomes", { draws: [], seed: "00" }, "seed"],
    ["/outcomes", [], ""],
    ["/outcomes", null, ""],
  ] as const) {
    expect(await ask(path, body)).toMatchObject({ status: 422, body: { reason: "malformed", field: { at } } });
  }
});

test("a thousand items are accepted, but not one more", async () => {
  const items = Array(1_000).fill(wanted);
  expect((await ask("/checks", { checks: items })).body.answers).toHaveLength(1_000);
  const field = { at: "checks", expected: "at most 1000 items", found: "1001" };
  expect(await ask("/checks", { checks: [...items, wanted] })).toMatchObject({ status: 422, body: { field } });
});

test("a body over 64 MiB is refused before it is read", async () => {
  const headers = { "content-type": "application/json", "content-length": String(64 * 2 ** 20 + 1) };
  const response = await app.handle(new Request("http://localhost/outcomes", { method: "POST", body: "{}", headers }));
  expect(response.status).toBe(413);
});
