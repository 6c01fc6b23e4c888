import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  draft,
  type Fairhat,
  granted,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
} from "../testing/fairhat.ts";
import { lock } from "./change.ts";
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import { beginDraw, type Draw, readDraw } from "./repository.ts";
import { voidRetired } from "./retired-keys.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const open = async () => granted(await makeDraw(context, draft(), null));
const again = ({ id }: Draw) => readDraw(context.db, id);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** random-b reports that all its keys are retired. */
async function restored(): Promise<Context> {
  const about = await context.random.b.about();
  const keys = about.keys.map((key) => ({ ...key, retired: true }));
  return withRandom(context, "b", { about: async () => ({ ...about, keys }) });
}

test("a scheduled draw becomes void once a key is retired; begun and open ones are left alone", async () => {
  const announced = granted(await lock(context, await open(), inAnHour()));
  const byHand = granted(await lock(context, await open(), null));
  const begun = granted(await lock(context, await open(), null));
  await beginDraw(context.db, begun.id, new Date().toISOString());
  const draws = [
    announced,
    byHand,
    begun,
    await open(),
    granted(await makeDraw(context, draft({ draw: "now" }), null)),
  ];
  const states = async () => (await Promise.all(draws.map(again))).map(({ state }) => state);
  await voidRetired(context); // no key is retired
  await voidRetired(withRandom(await restored(), "b", { about: silent }));
  expect(await states()).toEqual(["locked", "locked", "locked", "open", "drawn"]);
  await voidRetired(withRandom(await restored(), "a", { published: silent }));
  expect(await states()).toEqual(["locked", "locked", "locked", "open", "drawn"]);
  await voidRetired(await restored());
  expect(await states()).toEqual(["void", "void", "locked", "open", "drawn"]);
  expect(JSON.parse((await again(announced)).void ?? "")).toMatchObject({
    reason: "random-b has retired the key of its seal",
  });
  expect((await site.verify(announced.id)).verdict).toBe("void");
});

test("an internal error is not mistaken for an unavailable service", async () => {
  const broken = withRandom(context, "a", { about: () => Promise.reject(new TypeError("a bug")) });
  await expect(voidRetired(broken)).rejects.toThrow("a bug");
});
