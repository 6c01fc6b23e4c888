import { afterAll, beforeAll, expect, test } from "bun:test";
import { verifyRecord } from "@fairhat/verify";
import { DRAW, type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { textOf } from "../testing/html.ts";
import { pageOf } from "../testing/pages.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const erase = (id: string, key?: string) => site.send("POST", `/api/draws/${id}/erase`, {}, key);
const verdictOf = (text: string) => verifyRecord(new TextEncoder().encode(text)).verdict;
const entries = ["Unmistakable Ada", "Unmistakable Grace", "Unmistakable Emmy"];

test("an erased list is gone from tables, page, search, record, lock and CSV; result and manifest stay", async () => {
  const draw = await site.make({ entries });
  const kept = (await site.get(`/api/draws/${draw.id}/record`)).text;
  expect((await erase(draw.id, "x".repeat(43))).status).toBe(403);
  expect(verdictOf(kept)).toBe("holds");
  const erased = await erase(draw.id, draw.manageKey);
  expect([erased.status, erased.json.manifest, erased.json.entries]).toEqual([200, draw.manifest, draw.entries]);
  expect(erased.json.erasedAt).toMatch(/Z$/);
  const positions = (list: { position: number }[]) => list.map(({ position }) => position);
  expect(positions(erased.json.result.winners)).toEqual(positions(draw.result.winners));
  const answers = await Promise.all(
    ["/record", "/result.csv", "/entries", "/lock", "/disclosures", ""].map((part) => {
      return site.get(`/api/draws/${draw.id}${part}`);
    }),
  );
  const page = await site.get(`/draws/${draw.id}?find=Unmistakable+Ada`);
  const stored = await Promise.all(
    (["draw", "entries", "disclosure", "passover"] as const).map((table) => {
      return fairhat.context.db.selectFrom(table).selectAll().execute();
    }),
  );
  const seen = [...answers.map(({ text }) => text), JSON.stringify(stored)].join("\n");
  expect(seen).not.toContain("Unmistakable");
  expect(textOf(pageOf(page))).toContain("The list was erased");
  expect(page.text).not.toContain("Unmistakable Grace");
  expect(answers[3]?.status).toBe(410);
  expect(verdictOf(answers[0]?.text ?? "")).toBe("erased");
  expect(verdictOf(kept)).toBe("holds");
  const again = await erase(draw.id, draw.manageKey);
  expect([again.status, again.json.erasedAt]).toEqual([200, erased.json.erasedAt]);
});

test("an unfinished draw, or one without a list, is not erased", async () => {
  const open = await site.make({ entries, draw: "later" });
  expectProblem(await erase(open.id, open.manageKey), 409, "not_over");
  const numbers = await site.make({ rule: "numbers/1", params: { from: 1, to: 6, count: 1 }, entries: [] });
  expectProblem(await erase(numbers.id, numbers.manageKey), 422, "no_list");
});

test("the database keeps a draw's list from being deleted alone", async () => {
  const draw = await site.make({ ...DRAW, entries });
  const { db } = fairhat.context;
  await expect(db.deleteFrom("entries").where("draw", "=", draw.id).execute()).rejects.toThrow("is locked");
  await erase(draw.id, draw.manageKey);
  const undo = db.updateTable("draw").set({ erased_at: null }).where("id", "=", draw.id).execute();
  await expect(undo).rejects.toThrow("is erased once");
});
