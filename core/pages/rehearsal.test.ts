import { afterAll, beforeAll, expect, test } from "bun:test";
import { DRAW, type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { fieldsOf, formTo, textOf } from "../testing/html.ts";
import { filled, pageOf, valueAt } from "../testing/pages.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const TITLE = "Three books";

test("a test draw says so on every page and in its record, and is never listed", async () => {
  const { id, ...draw } = await site.make({ ...DRAW, title: TITLE, test: true, listed: true });
  expect(draw).toMatchObject({ title: `[Test] ${TITLE}`, test: true, listed: false, state: "drawn" });
  const record = (await site.get(`/api/draws/${id}/record`)).json;
  expect(record.manifest.title).toBe(`[Test] ${TITLE}`);
  expect((await site.verify(id)).verdict).toBe("holds");
  for (const path of ["", "/present", "/embed"])
    expect((await site.get(`/draws/${id}${path}`)).text).toContain(`<h1><bdi>[Test] ${TITLE}</bdi></h1>`);
  expect(textOf(pageOf(await site.get(`/draws/${id}`)))).toContain("Its result counts for nothing.");
  expect((await site.get("/draws")).text).not.toContain(TITLE);
});

test("a real draw says nothing of a test", async () => {
  const draw = await site.make({ ...DRAW, title: TITLE });
  expect(draw.test).toBe(false);
  expect(textOf(pageOf(await site.get(`/draws/${draw.id}`)))).not.toContain("counts for nothing");
});

test("the form rehearses, and the organiser's page makes the real draw of it", async () => {
  const typed = { title: TITLE, entries: "Ada\nGrace\nEmmy", draw: "test" };
  const review = pageOf(
    await site.submit("/draws/confirm", filled(formTo(pageOf(await site.get("/")), "/draws/confirm"), typed)),
  );
  expect(textOf(review)).toContain("This is a test.");
  const made = pageOf(await site.submit("/draws", fieldsOf(formTo(review, "/draws"))), 201);
  const [, id = "", key = ""] = /\/draws\/([0-9a-f]{32})\/manage#([\w-]{43})$/.exec(valueAt(made, "manage-link")) ?? [];
  expect((await site.get(`/api/draws/${id}`)).json).toMatchObject({ test: true, state: "drawn" });
  const real = pageOf(await site.submit(`/draws/${id}/manage`, { key, action: "copy" }));
  expect(valueAt(real, "title")).toBe(TITLE);
  expect(fieldsOf(formTo(real, "/draws/confirm")).get("entries")).toBe("Ada\r\nGrace\r\nEmmy");
});

test("a title that is too long with its mark is refused at its field", async () => {
  expectProblem(
    await site.send("POST", "/api/draws", { ...DRAW, title: "x".repeat(194), test: true }),
    422,
    "malformed",
    "title",
  );
  expect((await site.make({ ...DRAW, title: "x".repeat(193), test: true })).title).toHaveLength(200);
});
