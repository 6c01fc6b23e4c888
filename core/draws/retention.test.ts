import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { eraseOldLists } from "./retention.ts";

const DAY = 86_400_000; // milliseconds

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const entries = ["Unmistakable Ada", "Unmistakable Grace", "Unmistakable Emmy"];
const isErased = async (id: string) => (await site.get(`/api/draws/${id}`)).json.erasedAt !== null;
const after = (days: number, retention = 365) =>
  eraseOldLists({
    ...fairhat.context,
    site: { ...fairhat.context.site, retention },
    clock: () => Date.now() + days * DAY,
  });

test("a list is erased when its draw is over for as long as lists are kept, and not before", async () => {
  const drawn = await site.make({ entries });
  const open = await site.make({ entries, draw: "later" });
  const locked = await site.make({ entries, draw: "later" });
  await site.send("POST", `/api/draws/${locked.id}/lock`, {}, locked.manageKey);
  const stopped = await site.make({ entries, draw: "later" });
  await site.send("POST", `/api/draws/${stopped.id}/lock`, {}, stopped.manageKey);
  await site.send("POST", `/api/draws/${stopped.id}/void`, { reason: "too few came" }, stopped.manageKey);
  const states = () => Promise.all([drawn, stopped, open, locked].map(({ id }) => isErased(id)));
  await after(364.9);
  expect(await states()).toEqual([false, false, false, false]);
  await after(365.1, 0);
  expect(await states()).toEqual([false, false, false, false]);
  expect(await after(365.1)).toBe(false);
  expect(await states()).toEqual([true, true, false, false]);
  const stored = await fairhat.context.db.selectFrom("entries").select("draw").execute();
  expect(stored.map(({ draw }) => draw)).not.toContain(drawn.id);
  expect(fairhat.lines.join("\n")).not.toContain("Unmistakable");
  expect(fairhat.lines.join("\n")).toContain("old lists were erased");
});

test("many are erased in rounds, by two instances at once as well", async () => {
  const made = await Promise.all(Array.from({ length: 60 }, () => site.make({ entries })));
  expect(await after(366)).toBe(true);
  await Promise.all([after(366), after(366)]);
  expect(await Promise.all(made.map(({ id }) => isErased(id)))).toEqual(made.map(() => true));
});
