import { afterAll, beforeAll, expect, test } from "bun:test";
import { readTokens, type Token } from "@fairhat/runtime";
import type { Context } from "../draws/context.ts";
import { DRAW, type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { fieldsOf, formTo } from "../testing/html.ts";
import { filled, pageOf, problemsOf, valueAt } from "../testing/pages.ts";
import { expectProblem } from "../testing/refusals.ts";

const CODE = `office.${"a".repeat(32)}`;

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  const context: Context = { ...fairhat.context, makers: readTokens(CODE) as Token[] };
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const ENTRIES = { title: "Three books", entries: "Ada\nGrace\nEmmy" };
const home = async () => formTo(pageOf(await site.get("/")), "/draws/confirm");

test("where only some may make draws, programs need an access code", async () => {
  for (const [path, body] of [
    ["/api/draws", DRAW],
    ["/api/draws/batch", { draws: [DRAW] }],
  ] as const) {
    expectProblem(await site.send("POST", path, body), 401, "no_create_token");
    expectProblem(await site.send("POST", path, body, "office.wrong"), 403, "wrong_create_token");
    // Whoever may not make draws does not hear what is wrong with one.
    expectProblem(await site.send("POST", path, {}), 401, "no_create_token");
    expect((await site.send("POST", path, body, CODE)).status).toBeLessThan(300);
  }
  expect(fairhat.lines.join("\n")).not.toContain(CODE);
});

test("the form asks for it, keeps what was typed, and carries it to the draw", async () => {
  for (const [token, status, said] of [
    ["", 401, "with an access code from the operator"],
    ["office.wrong", 403, "makes no draws here"],
  ] as const) {
    const page = pageOf(await site.submit("/draws/confirm", filled(await home(), { ...ENTRIES, token })), status);
    expect(problemsOf(page)[0]).toContain(said);
    expect(valueAt(page, "title")).toBe(ENTRIES.title);
  }
  const review = pageOf(await site.submit("/draws/confirm", filled(await home(), { ...ENTRIES, token: ` ${CODE} ` })));
  const fields = fieldsOf(formTo(review, "/draws"));
  expect((await site.submit("/draws", fields)).status).toBe(201);
  fields.set("token", "office.wrong");
  fields.set("key", crypto.randomUUID());
  expect((await site.submit("/draws", fields)).status).toBe(403);
});

test("with its manage key a draw needs none, and everybody may look", async () => {
  const made = await site.send("POST", "/api/draws", DRAW, CODE);
  const { id, manageKey } = made.json;
  expect((await site.send("POST", `/api/draws/${id}/follow-up`, {}, manageKey)).status).toBe(201);
  for (const path of ["", "/record"]) expect((await site.get(`/api/draws/${id}${path}`)).status).toBe(200);
  expect(pageOf(await site.get(`/draws/${id}`))).toBeTruthy();
});

test("an open site asks for none", async () => {
  const open = siteOf(fairhat.context);
  expect((await open.get("/")).text).not.toContain('name="token"');
  expect((await open.send("POST", "/api/draws", DRAW)).status).toBe(201);
});
