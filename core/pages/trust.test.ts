import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, silent, siteOf, startFairhat, withRandom } from "../testing/fairhat.ts";
import { textOf } from "../testing/html.ts";
import { englishOn } from "../testing/language.ts";
import { pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
beforeAll(async () => {
  fairhat = await startFairhat();
});
afterAll(() => fairhat.stop());

test("the page says who runs the services, and claims no more", async () => {
  const { context } = fairhat;
  const shown = async (on = context) => textOf(pageOf(await siteOf(on).get("/trust")));
  const two = await shown();
  for (const said of ["Two parties, by their own statement", "Alpha", "Beta"]) expect(two).toContain(said);
  const { about } = context.random.a;
  const one = await shown(withRandom(context, "b", { about: async () => ({ ...(await about()), operator: "Alpha" }) }));
  expect(one).toContain("One party runs both services here. It could steer a draw");
  expect(one).not.toContain("Two parties");
  const unknown = await shown(withRandom(context, "b", { about: silent }));
  expect(unknown).toContain("cannot say who runs them");
  expect(unknown).not.toContain("Alpha");
});

test("there is a German version", async () => {
  const page = pageOf(await siteOf(fairhat.context).get("/trust?lang=de"), 200, "de");
  expect(englishOn(page)).toEqual([]);
});
