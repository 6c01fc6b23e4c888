import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, formTo, textOf } from "../testing/html.ts";
import { filled, pageOf, problemsOf, type Typed, type Visitor, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
  visitor = visitorOf(site);
}, 60_000);
afterAll(() => fairhat.stop());

const FAMILY = { rule: "pairs/1", entries: "Ada\nGrace\nEmmy\nSophie" };

async function refusedFor(typed: Typed): Promise<string> {
  const form = filled(formTo(await visitor.home(), "/draws/confirm"), { title: "Gifts", ...FAMILY, ...typed });
  const page = pageOf(await site.submit("/draws/confirm", form), 422);
  expect(all(page, "textarea").map(textOf)).toContain((typed["pairs/1.forbidden"] ?? "").replaceAll("\n", " "));
  return problemsOf(page).join();
}

test("a gift exchange is made and shown with names", async () => {
  const wishes = "Ada - Grace\nEmmy > Ada";
  const summary = textOf(await visitor.confirmed({ title: "Gifts", ...FAMILY, "pairs/1.forbidden": wishes }));
  expect(summary).toContain("4 entries give to one another, nobody to themselves, and 3 pairs are excluded");
  for (const pair of ["Ada – Grace", "Emmy → Ada"]) expect(summary).toContain(pair);
  const { id } = await visitor.made({ ...FAMILY, "pairs/1.forbidden": wishes });
  const { params, result } = (await site.get(`/api/draws/${id}`)).json;
  expect(params).toEqual({ forbidden: [[0, 1], [1, 0], [2, 0]] }); // biome-ignore format: pairs
  const text = textOf(pageOf(await site.get(`/draws/${id}`)));
  for (const [giver, receiver] of result.pairs) expect(text).toContain(`${giver.label} → gives to ${receiver.label}`);
  expect(text).toContain("Emmy → Ada");
  expect((await site.verify(id)).verdict).toBe("holds");
  const sheet = textOf(pageOf(await site.get(`/draws/${id}/slips`)));
  for (const [giver, receiver] of result.pairs) {
    expect(sheet).toContain(`For ${giver.label} You give to ${receiver.label}`);
  }
});

test("an impossible exchange names the people in conflict, and an unknown name its line; no input is lost", async () => {
  expect(await refusedFor({ "pairs/1.forbidden": "Ada > Grace\nAda > Emmy\nAda > Sophie\nEmmy - Grace" })).toContain(
    "Excluded pairs: expected pairs that leave a receiver for everybody, found Ada → Grace, Ada → Emmy, Ada → Sophie.",
  );
  const unknown = await refusedFor({ "pairs/1.forbidden": "Ada - Grace\nAda - Gracee" });
  expect(unknown).toContain("Excluded pair 1: expected two entries, as Ada - Grace");
  expect(unknown).toContain('found "Ada - Gracee"');
});

test("only a finished gift exchange has slips", async () => {
  const { id } = await visitor.made();
  expect((await site.get(`/draws/${id}/slips`)).status).toBe(404);
  expect((await site.get(`/draws/${(await visitor.later(FAMILY)).id}/slips`)).status).toBe(404);
});

test("a list cannot change under pairs that name its entries", async () => {
  const draw = await visitor.later({ ...FAMILY, "pairs/1.forbidden": "Ada - Grace" });
  const put = (entries: string[]) => site.send("PUT", `/api/draws/${draw.id}/entries`, { entries }, draw.key);
  expect(await put(["Grace", "Ada", "Emmy"])).toMatchObject({ status: 409, json: { reason: "positions_would_move" } });
  expect(await put(["Ada", "Grace", "Zoe", "Emmy"])).toMatchObject({ status: 200 });
});
