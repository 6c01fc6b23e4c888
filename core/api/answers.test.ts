// The OpenAPI document against real answers: everything it promises is present, and nothing else.
import { afterAll, beforeAll, expect, test } from "bun:test";
import Ajv from "ajv";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { SCHEMAS } from "./answers.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const ajv = new Ajv({ strict: false, formats: { "date-time": true } });
ajv.addSchema({ $id: "document", components: { schemas: SCHEMAS } });

function problems(name: keyof typeof SCHEMAS, answer: unknown) {
  const validate = ajv.compile({ $ref: `document#/components/schemas/${name}` });
  return validate(answer) ? [] : validate.errors;
}

test("a draw in each of its states", async () => {
  const open = await site.make({ draw: "later" });
  const { json: locked } = await site.send("POST", `/api/draws/${open.id}/lock`, {}, open.manageKey);
  const { json: ended } = await site.send("POST", `/api/draws/${open.id}/void`, { reason: "rain" }, open.manageKey);
  const drawn = await site.make();
  const passedOver = { position: drawn.result.winners[0].position, reason: "away" };
  const { json: passed } = await site.send("POST", `/api/draws/${drawn.id}/passovers`, passedOver, drawn.manageKey);
  for (const draw of [locked, ended, passed]) {
    expect(problems("Draw", draw)).toEqual([]);
    expect(Object.keys(draw).sort()).toEqual(Object.keys(SCHEMAS.Draw.properties ?? {}).sort());
  }
  for (const made of [open, drawn]) expect(problems("MadeDraw", made)).toEqual([]);
  expect([locked.state, ended.state, passed.passovers.length]).toEqual(["locked", "void", 1]);
});

test("reads of a draw", async () => {
  const { id } = await site.make({ listed: true });
  expect(problems("Entries", (await site.get(`/api/draws/${id}/entries`)).json)).toEqual([]);
  expect(problems("Steps", (await site.get(`/api/draws/${id}/steps`)).json)).toEqual([]);
  expect(problems("RecentDraws", (await site.get("/api/draws")).json)).toEqual([]);
});

test("a batch with one failed draw", async () => {
  const good = { title: "A", rule: "order/1", entries: ["Ada", "Bo"], draw: "now" };
  const { json } = await site.send("POST", "/api/draws/batch", { draws: [good, { ...good, rule: "none/1" }] });
  expect(json.draws.map(({ status }: { status: number }) => status)).toEqual([201, 422]);
  expect(problems("Batch", json)).toEqual([]);
});

test("rules, their checks, services and replays", async () => {
  expect(problems("Rules", (await site.get("/api/rules")).json)).toEqual([]);
  expect(problems("Services", (await site.get("/api/services")).json)).toEqual([]);
  const check = { rule: "winners/1", params: { winners: 2 }, entries: { count: 3, tickets: 3 } };
  expect(problems("RuleCheck", (await site.send("POST", "/api/rules/check", check)).json)).toEqual([]);
  const misfit = { ...check, params: { winners: 9 } };
  expect(problems("RuleCheck", (await site.send("POST", "/api/rules/check", misfit)).json)).toEqual([]);
  const replay = { rule: "rfc3797/1", params: { pool: 25, picks: 2, sources: [[9319], [2, 5]] } };
  expect(problems("Replay", (await site.send("POST", "/api/replays", replay)).json)).toEqual([]);
});

test("a refusal", async () => {
  const { json } = await site.send("POST", "/api/draws", { titel: "x" });
  expect(problems("Problem", json)).toEqual([]);
});
