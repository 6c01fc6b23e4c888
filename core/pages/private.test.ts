import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { fieldsOf, formTo, textOf } from "../testing/html.ts";
import { pageOf, problemsOf, type Visitor, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
let visitor: Visitor;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
  visitor = visitorOf(site);
});
afterAll(() => fairhat.stop());

const NAMES = ["Ada Bellwether", "Grace Okorobia", "Otto Kleemann"];
const PRIVATE = { private: "on", mask: "initials", entries: NAMES.join("\n"), "winners/1.winners": "1" };

test("without scripts a private draw is made, its receipts are fetched, and its winner is named", async () => {
  const summary = textOf(await visitor.confirmed(PRIVATE));
  expect(summary).toContain("A. B.");
  expect(summary).toContain("keeps them encrypted");
  const { id, key, page } = await visitor.made(PRIVATE);
  const [winner] = NAMES.filter((name) => textOf(page).includes(name));
  expect(winner).toBeDefined();
  const seen = await site.get(`/draws/${id}`);
  for (const name of NAMES) expect(seen.text + fairhat.lines.join("")).not.toContain(name);
  const csv = await site.submit(`/draws/${id}/receipts`, fieldsOf(formTo(page, `/draws/${id}/receipts`)));
  for (const name of NAMES) expect(csv.text).toContain(`"${name}",1,"https://draws.example/receipt#`);
  await visitor.pressed({ id, key }, "disclose");
  expect(textOf(pageOf(await site.get(`/draws/${id}`)))).toContain(winner ?? "");
});

test("equal names are refused by their place, and what was typed stays", async () => {
  const entries = [...NAMES, "Ada Bellwether"].join("\n");
  const reply = await site.submit("/draws/confirm", { rule: "winners/1", title: "Books", ...PRIVATE, entries });
  const page = pageOf(reply, 422);
  expect(problemsOf(page).join()).toMatch(/Entry 4, name: expected a label that no other/);
  expect(fieldsOf(formTo(page, "/draws/confirm")).get("entries")?.trim().split("\r\n")).toEqual(entries.split("\n"));
  expect(fieldsOf(formTo(page, "/draws/confirm")).get("private")).toBe("on");
});

test("receipts need the manage key", async () => {
  const { id } = await visitor.made(PRIVATE);
  const refused = await site.submit(`/draws/${id}/receipts`, { key: "x".repeat(43) });
  expect(refused.status).toBe(403);
  for (const name of NAMES) expect(refused.text).not.toContain(name);
});
