import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { rulesService } from "../clients/rules.ts";
import {
  DRAW,
  type Fairhat,
  type Reply,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
  withRules,
} from "../testing/fairhat.ts";
import { expectProblem, storedIn } from "../testing/refusals.ts";
import type { Context } from "./context.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const UNKNOWN = "0123456789abcdef0123456789abcdef";
const LONG = "x".repeat(201);
const WINNERS = { winners: 2, alternates: 1 };

describe("invalid input is refused with its field, and nothing stored:", () => {
  const cases: [string, object, string, string][] = [
    ["no list", { entries: [] }, "does_not_fit", "entries.count"],
    ["no list at all", { entries: undefined }, "does_not_fit", "entries.count"],
    [
      "a list where there is none",
      { rule: "numbers/1", params: { from: 1, to: 6, count: 1 } },
      "does_not_fit",
      "entries.count",
    ],
    ["too many winners", { params: { winners: 6 } }, "does_not_fit", "params.winners"],
    ["too many with the alternates", { params: { winners: 4, alternates: 2 } }, "does_not_fit", "params.alternates"],
    ["no winner", { params: { winners: 0 } }, "malformed", "params.winners"],
    ["half a winner", { params: { winners: 0.5 } }, "malformed", "params.winners"],
    ["params longer than any rule needs", { params: { winners: "1".repeat(65_536) } }, "malformed", "params"],
    ["huge numbers", { params: { winners: 2 ** 53 } }, "malformed", "params.winners"],
    ["text for a number", { params: { winners: "2" } }, "malformed", "params.winners"],
    ["true for a number", { params: { winners: true } }, "malformed", "params.winners"],
    ["no parameters", { params: {} }, "malformed", "params.winners"],
    ["an unknown parameter", { params: { ...WINNERS, seed: 17 } }, "malformed", "params.seed"],
    ["parameters that are none", { params: [1] }, "malformed", "params"],
    ["an unknown rule", { rule: "nobody/1" }, "unknown_rule", "rule"],
    ["an unknown version", { rule: "winners/9" }, "unknown_rule", "rule"],
    ["a malformed rule", { rule: "winners" }, "malformed", "rule"],
    ["an unknown field", { seed: "00" }, "malformed", "seed"],
    ["no title", { title: undefined }, "malformed", "title"],
    ["an empty title", { title: "" }, "malformed", "title"],
    ["a title of one no-break space", { title: "\u00a0" }, "malformed", "title"],
    ["a long title", { title: LONG }, "malformed", "title"],
    ["a long organiser", { organiser: LONG }, "malformed", "organiser"],
    ["a long label", { entries: ["Ada", LONG] }, "malformed", "entries[1]"],
    ["a long label with tickets", { entries: ["Ada", { label: LONG, tickets: 2 }] }, "malformed", "entries[1].label"],
    ["an empty label", { entries: ["Ada", ""] }, "malformed", "entries[1]"],
    ["a label that nobody can see", { entries: ["Ada", "\u3164"] }, "malformed", "entries[1]"],
    ["a control character", { entries: ["Ada", "a\u0007b"] }, "malformed", "entries[1]"],
    ["a line end", { entries: ["Ada", "a\nb"] }, "malformed", "entries[1]"],
    ["half a character", { entries: ["Ada", "a\ud83d"] }, "malformed", "entries[1]"],
    ["0 tickets", { entries: ["Ada", { label: "Bob", tickets: 0 }] }, "malformed", "entries[1].tickets"],
    ["half a ticket", { entries: ["Ada", { label: "Bob", tickets: 0.5 }] }, "malformed", "entries[1].tickets"],
    ["huge tickets", { entries: ["Ada", { label: "Bob", tickets: 2 ** 53 }] }, "malformed", "entries[1].tickets"],
    [
      "tickets that are huge together",
      {
        rule: "raffle/1",
        params: { winners: 1 },
        entries: [1, 2].map((n) => ({ label: `${n}`, tickets: 2 ** 53 - 1 })),
      },
      "malformed",
      "entries.tickets",
    ],
    [
      "tickets where none count",
      { entries: ["Ada", "Bob", "Cy", { label: "Di", tickets: 2 }] },
      "does_not_fit",
      "entries.tickets",
    ],
    ["a list that is none", { entries: "Ada\nBob" }, "malformed", "entries"],
    ["a time for the draw", { draw: "tomorrow" }, "malformed", "draw"],
  ];

  test.each(cases)("%s", async (_, changes, reason, at) => {
    const before = await storedIn(context);
    expectProblem(await site.send("POST", "/api/draws", { ...DRAW, ...changes }), 422, reason, at);
    expect(await storedIn(context)).toEqual(before);
  });

  test.each<[string, BodyInit, Record<string, string>, number, string]>([
    ["a member that stands twice", '{"title":"a","title":"b"}', {}, 400, "duplicate_member"],
    ["one that stands twice deep inside", '{"params":{"winners":1,"\\u0077inners":2}}', {}, 400, "duplicate_member"],
    ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d), {}, 400, "not_utf8"],
    ["no JSON", "{title:1}", {}, 400, "not_json"],
    ["lists in lists without end", `{"params":${"[".repeat(1e5)}${"]".repeat(1e5)}}`, {}, 400, "too_deep"],
    ["a body of another kind", "title=a", { "content-type": "text/csv" }, 415, "unsupported_media_type"],
    ["a body over the limit", " ".repeat(64 * 2 ** 20 + 1), {}, 413, "too_large"],
  ])("%s", async (_, body, headers, status, reason) => {
    const before = await storedIn(context);
    const reply = await site.request("POST", "/api/draws", {
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    expectProblem(reply, status, reason);
    expect(await storedIn(context)).toEqual(before);
  });

  test.each(["null", "[]", '"a"', "17"])("a body that is not an object: %s", async (body) => {
    const reply = await site.request("POST", "/api/draws", { headers: { "content-type": "application/json" }, body });
    expectProblem(reply, 422, "malformed", "");
  });

  test("a form instead of JSON", async () => {
    expectProblem(await site.submit("/api/draws", { title: "T" }), 415, "unsupported_media_type");
    const { id, manageKey } = await site.make({ draw: "later" });
    const headers = { authorization: `Bearer ${manageKey}`, "content-type": "application/x-www-form-urlencoded" };
    expectProblem(
      await site.request("POST", `/api/draws/${id}/lock`, { headers, body: "a=1" }),
      415,
      "unsupported_media_type",
    );
  });

  test.each(["short", "x".repeat(201), "with spaces in its middle"])("the Idempotency-Key %j", async (key) => {
    const reply = await site.send("POST", "/api/draws", DRAW, undefined, {
      "idempotency-key": key,
    });
    expectProblem(reply, 422, "malformed", "Idempotency-Key");
  });
});

describe("the manage key", () => {
  const STEPS: [string, string, object][] = [
    ["PUT", "entries", { entries: ["Ada", "Bob", "Cy"] }],
    ["POST", "lock", {}],
    ["POST", "draw", {}],
    ["POST", "void", { reason: "no" }],
  ];

  test("if missing or wrong does not reveal whether a draw exists", async () => {
    const [draw, other] = [await site.make({ draw: "later" }), await site.make({ draw: "later" })];
    const before = await storedIn(context);
    for (const [method, name, body] of STEPS) {
      for (const key of [other.manageKey, "wrong", `${draw.manageKey}x`]) {
        const replies = await Promise.all(
          [draw.id, UNKNOWN, "malformed"].map((id) => site.send(method, `/api/draws/${id}/${name}`, body, key)),
        );
        expectProblem(replies[0] as Reply, 403, "wrong_manage_key");
        for (const { status, text } of replies) expect([status, text]).toEqual([403, replies[0]?.text as string]);
      }
      const keyless = await Promise.all(
        [draw.id, UNKNOWN].map((id) => site.send(method, `/api/draws/${id}/${name}`, body)),
      );
      expectProblem(keyless[0] as Reply, 401, "no_manage_key");
      expect(keyless[1]?.text).toBe(keyless[0]?.text as string);
    }
    expect(await storedIn(context)).toEqual(before);
  });

  test.each(["", "Bearer", "Bearer ", "Basic abc", "Bearer a b", `Bearer ${"x".repeat(201)}`])(
    "in the header %j is missing",
    async (authorization) => {
      const { id } = await site.make({ draw: "later" });
      const headers = { authorization, "content-type": "application/json" };
      expectProblem(await site.request("POST", `/api/draws/${id}/lock`, { headers, body: "{}" }), 401, "no_manage_key");
    },
  );

  test("is checked before a body is validated", async () => {
    const { id } = await site.make({ draw: "later" });
    expectProblem(await site.send("POST", `/api/draws/${id}/void`, {}), 401, "no_manage_key");
  });

  test("is never logged", async () => {
    const draw = await site.make({ draw: "later" }, { "idempotency-key": "an Idempotency-Key".replaceAll(" ", "-") });
    await site.send("POST", `/api/draws/${draw.id}/lock`, {}, draw.manageKey);
    await site.send("POST", `/api/draws/${draw.id}/lock`, {}, `${draw.manageKey}-wrong`);
    await Bun.sleep(5);
    const log = fairhat.lines.join("\n");
    expect(log).toContain("/api/draws/:id/lock");
    for (const secret of [draw.manageKey, "an-Idempotency-Key", context.secret, "Bearer"])
      expect(log).not.toContain(secret);
  });
});

describe("an unavailable service", () => {
  const DOWN = { seal: silent, bind: silent, open: silent, about: silent };

  test("leaves the request undone, with a message", async () => {
    const { id, manageKey } = await site.make({ draw: "later" });
    const before = await storedIn(context);
    const contexts = [
      withRandom(context, "a", DOWN),
      withRandom(context, "b", DOWN),
      withRules(context, { check: silent }),
    ];
    for (const down of contexts.map(siteOf)) {
      expectProblem(await down.send("POST", "/api/draws", DRAW), 503, "service_unavailable");
      expectProblem(await down.send("POST", `/api/draws/${id}/lock`, {}, manageKey), 503, "service_unavailable");
      const reply = await down.send("POST", `/api/draws/${id}/draw`, {}, manageKey);
      expectProblem(reply, 503, "service_unavailable");
      expect(reply.json.detail).toContain("the draw stays where it is");
    }
    expect(await storedIn(context)).toEqual(before);
  });

  test("after the lock leaves a draw made in one step to be finished", async () => {
    const down = siteOf(withRandom(context, "b", { open: silent }));
    const made = await down.make();
    expect(made).toMatchObject({ state: "locked", begun: true, result: null, drawAfter: null });
    expect(made.manageKey).toBeString();
    const drawn = await site.send("POST", `/api/draws/${made.id}/draw`, {}, made.manageKey);
    expect(drawn.json.state).toBe("drawn");
    expect((await site.verify(made.id)).verdict).toBe("holds");
  });

  test("is null among the services, and rules answer 503", async () => {
    const down = siteOf(withRules(withRandom(context, "a", DOWN), { published: silent }));
    expect((await down.get("/api/services")).json).toMatchObject({ a: null, b: { operator: "Beta" }, parties: null });
    expectProblem(await down.get("/api/rules"), 503, "service_unavailable");
    const page = await down.get("/rules");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  test("is named publicly, while the runtime's message is only logged", async () => {
    const gone = siteOf({ ...context, rules: rulesService("http://127.0.0.1:1") });
    const { detail } = (await gone.get("/api/rules")).json;
    expect(detail).toBe("rules does not answer; the draw stays where it is, try again in a moment");
    expect(fairhat.lines.filter((line) => line.includes(detail) && /connect/i.test(line))).toHaveLength(1);
  });
});
